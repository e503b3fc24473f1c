using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Journey.Inspection;

/// <summary>What a file holds. Shown to whoever asked about their own file; never logged.</summary>
/// <param name="Faces">In upright pixel coordinates; null when they could not be looked for.</param>
/// <param name="NotSeenBecause">Why they could not.</param>
public sealed record FileReport(
    MediaFormat Format,
    int Width,
    int Height,
    string? CameraMake,
    string? CameraModel,
    string? CameraSerial,
    DateTime? CapturedLocal,
    TimeSpan? CapturedOffset,
    bool HadLocation,
    ImmutableArray<string> Metadata,
    ImmutableArray<KeyValuePair<string, string>> Names,
    ImmutableArray<FaceRegion>? Faces,
    ReasonCode? NotSeenBecause)
{
    /// <summary>How each field of <see cref="Names"/> is read when people of the register are looked for: title, caption, keyword, person… Authors hold nothing.</summary>
    public ImmutableSortedDictionary<string, string> ReadAs { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Regions marked in the file's metadata, by kind, name and place.</summary>
    public ImmutableArray<RegionReport> Regions { get; init; } = [];

    public override string ToString() => nameof(FileReport);
}
