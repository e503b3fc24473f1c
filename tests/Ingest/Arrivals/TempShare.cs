using System.Diagnostics;
using System.Text;

namespace MediaGuard.Ingest.Tests.Arrivals;

/// <summary>A share in a temporary folder.</summary>
internal sealed class TempShare : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("mediaguard-share-").FullName;

    public string At(string relative) => Path.Combine(Root, relative);

    public string Write(string relative, string content = "bytes")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(relative))!);
        File.WriteAllText(At(relative), content, new UTF8Encoding(false));
        return At(relative);
    }

    public string[] Contents(string folder = "") => [.. Directory.EnumerateFiles(At(folder)).Select(File.ReadAllText).Order(StringComparer.Ordinal)];

    public static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    public void Dispose()
    {
        // Names that are not UTF-8 and trees beyond any path are out of .NET's reach.
        if (!OperatingSystem.IsLinux() || !Run("rm", "-rf", "--", Root))
        {
            Directory.Delete(Root, true);
        }
    }
}
