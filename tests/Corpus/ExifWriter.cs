using System.Diagnostics;

namespace MediaGuard.Corpus.Tests;

/// <summary>Writes into files, one call for as many as are named.</summary>
internal static class ExifWriter
{
    public static string[] Run(params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("exiftool", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            _ = errors.Result;
            return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("exiftool is missing: install the package libimage-exiftool-perl.");
            throw;
        }
    }
}
