namespace MediaGuard.Media;

/// <summary>What besides pixels the proof found in a cleaned file. Stored by name, so members are never renamed; words are made when shown.</summary>
public enum LeftoverKind
{
    None = 0,

    // texts and data of other programs
    Exif = 1,
    Xmp = 2,
    Iptc = 3,
    ColourProfile = 4,
    ApplicationData = 5,
    Comment = 6,

    // bytes a decoder has no use for
    OtherSegment = 20,
    StrayBytes = 21,
    Trailer = 22,
    RoomInATable = 23,

    // not the file it should be
    OtherHeader = 40,
    OtherPicture = 41,
    BrokenStructure = 42,

    /// <summary>Only the second parser found it.</summary>
    FoundOnReadingBack = 60,
}
