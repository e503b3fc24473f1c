namespace MediaGuard.Media;

/// <summary>Why a file, or a piece of one, was not taken.</summary>
public enum UploadRefusal
{
    None,

    /// <summary>By its name no picture this program reads.</summary>
    NotAPicture,

    /// <summary>By its name a clip.</summary>
    Clip,
    Empty,
    TooLarge,

    /// <summary>A disk would be fuller than it may be.</summary>
    NoRoom,

    /// <summary>This person sent as many as one person may.</summary>
    TooMany,

    /// <summary>The piece does not begin where the last one ended.</summary>
    OtherOffset,

    /// <summary>Another request is writing to it.</summary>
    Busy,

    /// <summary>What came is not what the browser read.</summary>
    Damaged,

    /// <summary>It came whole and is kept; the share can't be reached yet.</summary>
    ShareAway,
}
