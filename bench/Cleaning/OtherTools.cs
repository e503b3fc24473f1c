using System.Diagnostics;
using MediaGuard.Media;

namespace MediaGuard.Bench.Cleaning;

/// <summary>mat2 and ImageMagick on the same file, each as a user runs it. They prove nothing; mat2 keeps orientation and profile or drops them, as it sees fit.</summary>
internal sealed class OtherTools : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mediaguard-bench-");

    public IEnumerable<(string Name, Action Work)> Ways(byte[] file, MediaFormat format)
    {
        var source = Path.Combine(_folder.FullName, format == MediaFormat.Heif ? "source.heic" : "source.jpg");
        File.WriteAllBytes(source, file);
        var ways = new List<(string Name, Action Work)>
        {
            ("mat2", () => Run("mat2", "--unknown-members", "omit", Copy(source))),
            ("ImageMagick", () => Run("convert", source, "-auto-orient", "-colorspace", "sRGB", "-strip", "-sampling-factor", "1x1", "-quality", "95", Other(".jpg"))),
        };
        return ways.Where(Works).ToList();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static bool Works((string Name, Action Work) way)
    {
        try
        {
            way.Work();
            return true;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            Console.WriteLine($"{way.Name} is not installed, or does not do this format.");
            return false;
        }
    }

    private static void Run(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(errors.Result);
        }
    }

    private string Copy(string source)
    {
        var copy = Other(Path.GetExtension(source));
        File.Copy(source, copy);
        return copy;
    }

    private string Other(string extension) => Path.Combine(_folder.FullName, Guid.CreateVersion7().ToString("N") + extension);
}
