using MediaGuard.Tests.Support;
using MediaGuard.Vision.Models;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Vision.Tests;

/// <summary>Installs the repository's models with the real installer before any test runs.</summary>
[SetUpFixture]
public sealed class InstalledModels
{
    public static string Manifest => Path.Combine(TestPaths.Root, "models", "manifest.json");
    public static string Folder => Path.Combine(TestPaths.Root, "models", "weights");

    [OneTimeSetUp]
    public async Task InstallAsync()
    {
        await using var services = Room(Folder);
        var failed = await services.GetRequiredService<IModelInstaller>().InstallAsync(new Lines(TestContext.Progress.WriteLine), CancellationToken.None);
        Assert.That(failed, Is.Empty);
    }

    /// <summary>The room over a folder of weights.</summary>
    public static ServiceProvider Room(string folder, Action<ModelOptions>? more = null, Action<IServiceCollection>? services = null)
    {
        var collection = new ServiceCollection();
        services?.Invoke(collection);
        collection.AddLogging();
        collection.AddVision();
        collection.Configure<ModelOptions>(o =>
        {
            o.Manifest = Manifest;
            o.Folder = folder;
            more?.Invoke(o);
        });
        return collection.BuildServiceProvider();
    }

    /// <summary>A folder with the required models only, so that results don't hang on what else is installed here.</summary>
    public static DirectoryInfo RequiredOnly()
    {
        var folder = Directory.CreateTempSubdirectory("mediaguard-weights-");
        foreach (var file in new[] { "ultraface-rfb320.onnx", "blazeface-back.onnx" })
        {
            File.Copy(Path.Combine(Folder, file), Path.Combine(folder.FullName, file));
        }

        return folder;
    }

    /// <summary>Progress without a thread of its own.</summary>
    internal sealed class Lines(Action<string> write) : IProgress<string>
    {
        public void Report(string value) => write(value);
    }
}
