using System.Security.Cryptography;
using MediaGuard.Media;

namespace MediaGuard.Journey.Inspection;

/// <summary>Whether a folder takes and gives back a file, by trying it. The file has a name that is passed over as a photo, and goes at once.</summary>
internal static class WriteProbe
{
    private static readonly byte[] Block = new byte[4096];

    /// <param name="what">What the folder is called in the finding.</param>
    /// <param name="consequence">What happens while nothing can be written there, in the middle of a sentence.</param>
    public static Finding Of(string what, string folder, string consequence)
    {
        var path = Path.Combine(folder, $".mediaguard-probe-{RandomNumberGenerator.GetHexString(16, lowercase: true)}.tmp");
        try
        {
            using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                file.Write(Block);
                file.Flush(flushToDisk: true);
            }

            File.Delete(path);
            return new Finding(what, Health.Well, Words.Text("files can be written and removed"), "");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Remove(path);
            return new Finding(what, Health.Wrong, Words.Text($"no file can be written and removed ({e.GetType().Name}): {consequence}"), Words.Text("Give the user MediaGuard runs as the right to write there; see that it is mounted, not read-only and not full."));
        }
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // it was never made, or what was found wrong keeps it
        }
    }
}
