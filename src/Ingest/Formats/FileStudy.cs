using System.Collections.Immutable;

namespace MediaGuard.Ingest.Formats;

/// <summary>What a file says of itself and what its structure says of it: data about bytes nobody vouches for, made where they can hurt nobody.</summary>
/// <param name="Said">What is noted.</param>
/// <param name="IsWhole">False for a half-copied file.</param>
/// <param name="Removed">What cleaning leaves behind, by kind and count.</param>
/// <param name="Notes">What a reader should know.</param>
internal sealed record FileStudy(Understanding Said, bool IsWhole, ImmutableSortedDictionary<string, int> Removed, ImmutableArray<string> Notes)
{
    /// <summary>Pixels in the header; the limit before decoding.</summary>
    public long Pixels => (long)Said.Width * Said.Height;

    public override string ToString() => Said.ToString();
}
