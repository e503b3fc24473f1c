using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Journey.Inspection;

/// <summary>What came of cleaning one file.</summary>
/// <param name="Removed">What was left behind, by kind and count.</param>
public sealed record CleanReport(
    MediaFormat From, int Width, int Height, long Bytes, ImmutableSortedDictionary<string, int> Removed, ImmutableArray<string> Notes)
{
    /// <summary>What no cleaning of a file's structure can see, said every time.</summary>
    public const string CannotJudge =
        "who and what the picture itself shows: faces, names on clothing or displays, screens, places; nor marks hidden in the pixels. People decide that";
}
