using System.Collections.Immutable;

namespace MediaGuard.Ingest.Cleaning;

/// <summary>A rendition that holds nothing but pixels, and how that is known.</summary>
/// <param name="Jpeg">The verified JPEG: upright, 8-bit sRGB.</param>
/// <param name="Width">Pixels, after turning.</param>
/// <param name="Height">Pixels, after turning.</param>
/// <param name="Removed">What was left behind, by kind and count.</param>
/// <param name="Notes">What the reader should know: <c>first frame only</c>, <c>alpha laid on white</c>…</param>
public sealed record CleanedPicture(
    ReadOnlyMemory<byte> Jpeg,
    int Width,
    int Height,
    ImmutableSortedDictionary<string, int> Removed,
    ImmutableArray<string> Notes);
