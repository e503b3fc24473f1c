using System.Diagnostics;
using MediaGuard.Media;

namespace MediaGuard.Bench.Cleaning;

/// <summary>mat2 and ImageMagick on the same file, each as a user runs it. They prove nothing; mat2 keeps orientation and profile or drops them, as it sees fit.</summary>
internal sealed class OtherTools : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mediaguard-bench-");

    /// <summary>Tools that are not there: without them nothing is compared.</summary>
    public SortedSet<string> Missing { get; } = new(StringComparer.Ordinal);

    /// <summary>Those that are installed and do this format.</summary>
    public IReadOnlyList<Way> Ways(byte[] file, MediaFormat format)
    {
        var source = Path.Combine(_folder.FullName, format == MediaFormat.Heif ? "source.heic" : "source.jpg");
        File.WriteAllBytes(source, file);
        Way[] ways =
        [
            new("mat2", () => Run("mat2", "--unknown-members", "omit", Copy(source))),
            new("ImageMagick", () => Run("convert", source, "-auto-orient", "-colorspace", "sRGB", "-strip", "-sampling-factor", "1x1", "-quality", "95", Other(".jpg"))),
        ];
        return [.. ways.Where(Works)];
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private bool Works(Way way)
    {
        try
        {
            way.Work();
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Missing.Add(way.Name);
            return false;
        }
        catch (InvalidOperationException)
        {
            Console.WriteLine($"    {way.Name} does not do this format");
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
