using System.Diagnostics;

namespace MediaGuard.Corpus.Tests;

/// <summary>The third opinion: one call for a whole folder.</summary>
internal static class ExifTool
{
    /// <summary>Every line of <c>-a -G1 -s -u -ee3</c> over a folder that is not of the allowed groups, with its file.</summary>
    public static IReadOnlyList<string> Leftovers(string folder)
    {
        var leftovers = new List<string>();
        var file = "";
        foreach (var line in Run("-a", "-G1", "-s", "-u", "-ee3", folder))
        {
            if (line.StartsWith("======== ", StringComparison.Ordinal))
            {
                file = Path.GetFileName(line);
            }
            else if (line.StartsWith('[') && !new[] { "[ExifTool]", "[System]", "[File]", "[JFIF]", "[Composite]" }.Any(group => line.StartsWith(group, StringComparison.Ordinal)))
            {
                leftovers.Add($"{file}: {line}");
            }
        }

        return leftovers;
    }

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
