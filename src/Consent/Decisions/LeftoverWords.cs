using MediaGuard.Media;

namespace MediaGuard.Consent.Decisions;

/// <summary>Kinds of leftovers in words that fit behind "what was left is".</summary>
public static class LeftoverWords
{
    /// <summary>Null for None: nobody said what was left.</summary>
    public static string? For(LeftoverKind kind) => kind switch
    {
        LeftoverKind.None => null,
        LeftoverKind.Exif => Words.Text("camera data (Exif)"),
        LeftoverKind.Xmp => Words.Text("a description (XMP)"),
        LeftoverKind.Iptc => Words.Text("a caption or keywords (IPTC)"),
        LeftoverKind.ColourProfile => Words.Text("a colour profile"),
        LeftoverKind.ApplicationData => Words.Text("data of another program"),
        LeftoverKind.Comment => Words.Text("a comment"),
        LeftoverKind.OtherSegment => Words.Text("a part no picture needs"),
        LeftoverKind.StrayBytes => Words.Text("bytes between the parts of the picture"),
        LeftoverKind.Trailer => Words.Text("bytes behind the end of the picture"),
        LeftoverKind.RoomInATable => Words.Text("bytes inside one of the picture's tables"),
        LeftoverKind.OtherHeader => Words.Text("a header that is not the picture's"),
        LeftoverKind.OtherPicture => Words.Text("a second picture, or none"),
        LeftoverKind.BrokenStructure => Words.Text("a file that is no whole JPEG"),
        LeftoverKind.FoundOnReadingBack => Words.Text("something only the second check found"),
    };
}
