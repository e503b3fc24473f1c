using System.Diagnostics;

namespace MediaGuard.Ingest.Tests.Cleaning;

/// <summary>Runs the tools that make and judge test files; a test that needs one that is missing is ignored, naming its package.</summary>
internal static class Tool
{
    public static string ExifTool(params string[] arguments) => Run("exiftool", "libimage-exiftool-perl", arguments);

    public static string HeifEnc(params string[] arguments) => Run("heif-enc", "libheif-examples", arguments);

    private static string Run(string tool, string package, string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore($"{tool} is missing: install the package {package}.");
            throw;
        }

        using (process)
        {
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.That(process.ExitCode, Is.Zero, $"{tool} {string.Join(' ', arguments)}: {errors.Result}");
            return output;
        }
    }
}
