using MediaGuard.Media;

namespace MediaGuard.Consent.Decisions;

/// <summary>Kinds of leftovers in words that fit behind "what was left is".</summary>
public static class LeftoverWords
{
    /// <summary>Null for None: nobody said what was left.</summary>
    public static string? For(LeftoverKind kind) => kind switch
    {
        LeftoverKind.None => null,
        LeftoverKind.Exif => "camera data (Exif)",
        LeftoverKind.Xmp => "a description (XMP)",
        LeftoverKind.Iptc => "a caption or keywords (IPTC)",
        LeftoverKind.ColourProfile => "a colour profile",
        LeftoverKind.ApplicationData => "data of another program",
        LeftoverKind.Comment => "a comment",
        LeftoverKind.OtherSegment => "a part no picture needs",
        LeftoverKind.StrayBytes => "bytes between the parts of the picture",
        LeftoverKind.Trailer => "bytes behind the end of the picture",
        LeftoverKind.RoomInATable => "bytes inside one of the picture's tables",
        LeftoverKind.OtherHeader => "a header that is not the picture's",
        LeftoverKind.OtherPicture => "a second picture, or none",
        LeftoverKind.BrokenStructure => "a file that is no whole JPEG",
        LeftoverKind.FoundOnReadingBack => "something only the second check found",
    };
}
