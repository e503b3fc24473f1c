using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace MediaGuard.Tests.Support;

/// <summary>exiftool, the second opinion on what is in a file. Ignores the test when it is not installed.</summary>
public static class ExifTool
{
    /// <summary>
    /// Every tag of every file, keyed <c>Group1:Name</c> (<c>IFD0:Make</c>, <c>XMP-dc:Title</c>), unknown and embedded ones too;
    /// in the order given.
    /// </summary>
    /// <exception cref="InvalidOperationException">exiftool printed something other than one object a file.</exception>
    public static async Task<IReadOnlyList<IReadOnlyDictionary<string, JsonElement>>> ReadAllAsync(
        IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("exiftool") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["-j", "-a", "-G1", "-s", "-u", "-ee3", .. files.Select(Path.GetFullPath)])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Start(start);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        var found = output.Length == 0 ? [] : Parse(output);
        return found.Count == files.Count
            ? found
            : throw new InvalidOperationException($"exiftool described {found.Count} of {files.Count} files: {await errors}");
    }

    /// <summary>Every tag of one file.</summary>
    public static async Task<IReadOnlyDictionary<string, JsonElement>> ReadAsync(string file, CancellationToken cancellationToken) =>
        (await ReadAllAsync([file], cancellationToken))[0];

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Ignore("exiftool is not installed (Debian: apt-get install libimage-exiftool-perl).");
            throw;
        }
    }

    private static List<IReadOnlyDictionary<string, JsonElement>> Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var files = new List<IReadOnlyDictionary<string, JsonElement>>();
        foreach (var file in document.RootElement.EnumerateArray())
        {
            var tags = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            foreach (var tag in file.EnumerateObject())
            {
                tags[tag.Name] = tag.Value.Clone();
            }

            files.Add(tags);
        }

        return files;
    }
}
