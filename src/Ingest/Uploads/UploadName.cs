using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Uploads;

/// <summary>What an uploaded file is called in the share: what can be kept of the device's name, and digits that no other upload has.</summary>
/// <remarks>The name is kept because names in it are looked for. Digits only: letters could be read as a name.</remarks>
public static class UploadName
{
    private const int LongestStem = 60;
    private const ulong Digits = 10_000_000_000_000_000;

    private static readonly FrozenSet<string> Pictures =
        new[] { "", ".jpg", ".jpeg", ".jpe", ".heic", ".heif", ".hif", ".avif", ".png", ".webp", ".gif", ".tif", ".tiff", ".bmp" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Clips =
        new[] { ".mov", ".mp4", ".m4v", ".avi", ".3gp", ".webm", ".mkv", ".mpg", ".mpeg", ".wmv" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a file of this name is looked at at all. What it really is, its content decides later.</summary>
    public static UploadRefusal Judge(string name)
    {
        var ending = Path.GetExtension(LastPart(name));
        return Pictures.Contains(ending) ? UploadRefusal.None : Clips.Contains(ending) ? UploadRefusal.Clip : UploadRefusal.NotAPicture;
    }

    public static string For(string name, UploadId id)
    {
        var last = LastPart(name);
        var ending = Path.GetExtension(last);
        var stem = new StringBuilder(LongestStem);
        foreach (var rune in Path.GetFileNameWithoutExtension(last).Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (stem.Length >= LongestStem)
            {
                break;
            }

            stem.Append(Rune.IsLetterOrDigit(rune) ? rune.ToString() : rune.Value is ' ' or '-' or '_' ? ((char)rune.Value).ToString() : "-");
        }

        var begin = stem.ToString().Trim(' ', '-');
        var digits = (BinaryPrimitives.ReadUInt64BigEndian(id.Value.ToByteArray(bigEndian: true).AsSpan(8)) % Digits).ToString("D16", CultureInfo.InvariantCulture);
        return $"{(begin.Length > 0 ? begin : "photo")} {digits}{(Pictures.Contains(ending) ? ending.ToLowerInvariant() : "")}";
    }

    private static string LastPart(string name) => name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
}
