using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Journey.Inspection;

/// <summary>What came of cleaning one file.</summary>
/// <param name="Removed">What was left behind, by kind and count.</param>
public sealed record CleanReport(
    MediaFormat From, int Width, int Height, long Bytes, ImmutableSortedDictionary<string, int> Removed, ImmutableArray<string> Notes);
