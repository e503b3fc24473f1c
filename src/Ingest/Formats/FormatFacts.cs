using System.Collections.Immutable;

namespace MediaGuard.Ingest.Formats;

/// <summary>What a file's structure says of it.</summary>
/// <param name="Width">Pixels as stored; 0 where the header does not say.</param>
/// <param name="Height">Pixels as stored; 0 where the header does not say.</param>
/// <param name="IsWhole">False when the structure ends before its end: a half-copied file.</param>
/// <param name="Kinds">What is there besides the picture, by kind and count.</param>
/// <param name="Notes">What a reader should know, for example that only the first frame is used.</param>
internal sealed record FormatFacts(
    int Width,
    int Height,
    bool IsWhole,
    ImmutableSortedDictionary<string, int> Kinds,
    ImmutableArray<string> Notes)
{
    public const string FirstFrameOnly = "first frame only";
    public const string FirstPageOnly = "first page only";
    public const string PrimaryPictureOnly = "primary picture only";

    /// <summary>All that <see cref="Notes"/> can say.</summary>
    public static readonly ImmutableHashSet<string> Words = [FirstFrameOnly, FirstPageOnly, PrimaryPictureOnly];

    /// <summary>Pixels in the header; the limit before decoding.</summary>
    public long Pixels => (long)Width * Height;
}
