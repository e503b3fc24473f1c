using System.Collections.Immutable;
using MediaGuard.Journey.Inspection;
using MediaGuard.Tests.Support;
using MediaGuard.Vision.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey.Tests;

/// <summary>What is said of models that are missing or altered, and what follows from it.</summary>
public sealed class ModelFindingsTests
{
    [TestCase("detector", true, ModelState.Installed, Health.Well, "verified", "")]
    [TestCase("detector", true, ModelState.Missing, Health.Wrong, "no face can be looked for, and photos are held", "models install")]
    [TestCase("detector", true, ModelState.Altered, Health.Wrong, "not the one the manifest names; it is not used, and photos are held", "find out who changes files")]
    [TestCase("detector", false, ModelState.Missing, Health.Note, "it is optional", "models install")]
    [TestCase("detector", false, ModelState.Altered, Health.Wrong, "not the one the manifest names; it is not used, and photos are held", "models install")]
    [TestCase("embedding", false, ModelState.Missing, Health.Note, "photos are held where one should be", "models install")]
    [TestCase("embedding", false, ModelState.Altered, Health.Wrong, "Where faces should be compared, photos are held", "models install")]
    public void Of_EveryState_SaysWhatFollowsAndHowToMendIt(string role, bool isRequired, ModelState state, Health health, string says, string mend)
    {
        var finding = ModelFindings.Of(Model("m", isRequired, state, role));
        Assert.That((finding.What, finding.Health), Is.EqualTo(("model m", health)));
        Assert.That(finding.Says, Does.Contain(says));
        Assert.That(finding.Mend, mend.Length == 0 ? Is.Empty : Does.Contain(mend));
    }

    [Test]
    public async Task Start_OneByteOfEachModelAltered_LogsWhichAndGoesOn()
    {
        using var folder = new TempFolder();
        await WeightsAsync(folder.At("weights"), "ultraface-rfb320", "sface-2021dec");
        File.Delete(Path.Combine(folder.At("weights"), "blazeface-back.onnx"));
        var log = new LogLines();
        await using var services = Services(folder, log, ("Models:Folder", folder.At("weights")));

        await CheckOf(services).StartAsync(default);

        Assert.That(log.All.Where(line => line.Contains("mediaguard models install", StringComparison.Ordinal)), Is.EqualTo(new[]
        {
            "Model ultraface-rfb320: Altered. It is not used, and photos are held meanwhile. Mend it with: mediaguard models install",
            "Model blazeface-back: Missing. It is not used, and photos are held meanwhile. Mend it with: mediaguard models install",
            "Model sface-2021dec: Altered. It is not used, and photos are held meanwhile. Mend it with: mediaguard models install",
        }));
        var findings = await services.GetRequiredService<IDoctor>().ExamineAsync(default);
        Assert.That(
            findings.Where(f => f.What.StartsWith("model ", StringComparison.Ordinal) && f.Health == Health.Wrong).Select(f => f.What),
            Is.EqualTo(new[] { "model ultraface-rfb320", "model blazeface-back", "model sface-2021dec" }));
    }

    [Test]
    public async Task Start_ManifestIsNoManifest_GoesOn()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.At("manifest.json"), "{");
        var log = new LogLines();
        await using var services = Services(folder, log, ("Models:Manifest", folder.At("manifest.json")));

        await CheckOf(services).StartAsync(default);

        Assert.That(log.All, Has.Some.Contains("ModelCheck failed with InvalidDataException"));
    }

    [Test]
    public async Task Start_EverythingRight_SaysNothing()
    {
        using var folder = new TempFolder();
        await WeightsAsync(folder.At("weights"));
        var log = new LogLines();
        await using var services = Services(folder, log, ("Models:Folder", folder.At("weights")));

        await CheckOf(services).StartAsync(default);

        Assert.That(log.All, Has.None.Contains("Model"));
    }

    [TestCase(ModelState.Installed, ModelState.Missing, true)]
    [TestCase(ModelState.Installed, ModelState.Installed, true)]
    [TestCase(ModelState.Installed, ModelState.Altered, false, Description = "an optional model that is altered fails every photo")]
    [TestCase(ModelState.Missing, ModelState.Installed, false)]
    [TestCase(ModelState.Altered, ModelState.Installed, false)]
    public async Task CanSee_RequiredAndOptionalModel_OnlyWhenNoneIsAlteredAndTheRequiredIsThere(ModelState required, ModelState optional, bool canSee)
    {
        using var folder = new TempFolder();
        await using var services = Services(folder, new LogLines(), s => s.AddSingleton<IModelCatalog>(new Catalog([Model("a", true, required), Model("b", false, optional)])));
        Assert.That(services.GetRequiredService<SecondLook>().CanSee, Is.EqualTo(canSee));
    }

    [Test]
    public async Task Standing_OptionalModelJoins_IsAnother()
    {
        using var folder = new TempFolder();
        var catalog = new Catalog([Model("a", true, ModelState.Installed), Model("b", false, ModelState.Missing)]);
        await using var services = Services(folder, new LogLines(), s => s.AddSingleton<IModelCatalog>(catalog));
        var before = services.GetRequiredService<SecondLook>().Standing;
        catalog.Models = [Model("a", true, ModelState.Installed), Model("b", false, ModelState.Installed)];
        Assert.That(services.GetRequiredService<SecondLook>().Standing, Is.Not.Null.And.Not.EqualTo(before));
    }

    /// <summary>A folder with the weights of this repository, of some of which one byte is altered.</summary>
    internal static async Task WeightsAsync(string folder, params string[] altered)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in new[] { "ultraface-rfb320", "blazeface-back", "sface-2021dec" })
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(TestPaths.Root, "models", "weights", file + ".onnx"));
            bytes[1000] ^= (byte)(altered.Contains(file) ? 1 : 0);
            await File.WriteAllBytesAsync(Path.Combine(folder, file + ".onnx"), bytes);
        }
    }

    private static ModelCheck CheckOf(ServiceProvider services) => services.GetServices<IHostedService>().OfType<ModelCheck>().Single();

    private static ServiceProvider Services(TempFolder folder, LogLines log, params (string Key, string Value)[] settings) =>
        Services(folder, log, s => s.AddHostedService<ModelCheck>(), settings);

    private static ServiceProvider Services(TempFolder folder, LogLines log, Action<IServiceCollection> more, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging(l => l.AddProvider(log));
        more(services);
        services.AddMediaGuard(configuration, folder.FullName, TestPaths.Root);
        return services.BuildServiceProvider();
    }

    private static ModelStatus Model(string name, bool isRequired, ModelState state, string role = "detector") => new(name, role, isRequired, new string('0', 64), state, "MIT", "npm x@1");

    private sealed class Catalog(ImmutableArray<ModelStatus> models) : IModelCatalog
    {
        public ImmutableArray<ModelStatus> Models { get; set; } = models;

        public ImmutableArray<ModelStatus> Check() => Models;
    }
}
