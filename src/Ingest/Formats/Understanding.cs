using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Formats;

/// <summary>What a file says of itself, noted before it goes. Holds personal data; prints none.</summary>
/// <param name="Format">By content.</param>
/// <param name="Width">Pixels as stored, before any turn; 0 where the header does not say.</param>
/// <param name="Height">Pixels as stored, before any turn; 0 where the header does not say.</param>
/// <param name="CameraMake">EXIF Make, trimmed.</param>
/// <param name="CameraModel">EXIF Model, trimmed.</param>
/// <param name="CameraSerial">EXIF BodySerialNumber or the maker's.</param>
/// <param name="CapturedLocal">EXIF DateTimeOriginal, the camera's wall clock.</param>
/// <param name="CapturedOffset">EXIF OffsetTimeOriginal where present.</param>
/// <param name="HadLocation">GPS or another place was present.</param>
/// <param name="Names">Titles, captions, keywords, persons and names of face regions found.</param>
/// <param name="KindsOfMetadata">What was present, by kind (Exif, GPS, XMP, IPTC, ICC, MakerNotes, Comment, Thumbnail, Trailer…), no contents.</param>
public sealed record Understanding(
    MediaFormat Format,
    int Width,
    int Height,
    string? CameraMake,
    string? CameraModel,
    string? CameraSerial,
    DateTime? CapturedLocal,
    TimeSpan? CapturedOffset,
    bool HadLocation,
    ImmutableArray<FoundName> Names,
    ImmutableArray<string> KindsOfMetadata)
{
    /// <summary>Regions marked in the picture: faces, pets, bar codes.</summary>
    public ImmutableArray<FoundRegion> Regions { get; init; } = [];

    public override string ToString() => $"Understanding({Format}, {Width} x {Height})";
}
