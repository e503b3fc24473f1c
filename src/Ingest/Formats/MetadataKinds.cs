using System.Collections.Immutable;

namespace MediaGuard.Ingest.Formats;

/// <summary>Counts what is in a file by kind. Kinds are words of this program, never of the file.</summary>
internal sealed class MetadataKinds
{
    public const string Exif = "Exif";
    public const string Gps = "GPS";
    public const string Xmp = "XMP";
    public const string Iptc = "IPTC";
    public const string Icc = "ICC";
    public const string MakerNotes = "MakerNotes";
    public const string Comment = "Comment";
    public const string Text = "Text";
    public const string Thumbnail = "Thumbnail";
    public const string Photoshop = "Photoshop";
    public const string Mpf = "MPF";
    public const string Trailer = "Trailer";
    public const string ExtraPicture = "ExtraPicture";
    public const string EmbeddedClip = "EmbeddedClip";
    public const string GainMap = "GainMap";
    public const string DepthMap = "DepthMap";
    public const string Animation = "Animation";
    public const string Junk = "Junk";
    public const string Other = "Other";

    public static readonly ImmutableHashSet<string> All =
    [
        Exif, Gps, Xmp, Iptc, Icc, MakerNotes, Comment, Text, Thumbnail, Photoshop,
        Mpf, Trailer, ExtraPicture, EmbeddedClip, GainMap, DepthMap, Animation, Junk, Other,
    ];

    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public void Add(string kind, int count = 1)
    {
        if (count > 0)
        {
            _counts[kind] = _counts.GetValueOrDefault(kind) + count;
        }
    }

    /// <summary>Takes the larger count of each kind: two readers that saw the same thing count it once.</summary>
    public void Merge(IEnumerable<KeyValuePair<string, int>> others)
    {
        foreach (var (kind, count) in others)
        {
            _counts[kind] = Math.Max(_counts.GetValueOrDefault(kind), count);
        }
    }

    public ImmutableSortedDictionary<string, int> ToCounts() => _counts.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
