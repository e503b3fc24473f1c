namespace MediaGuard.Media;

public enum ArchiveFailure
{
    /// <summary>The disk it lies on is full.</summary>
    Full,

    /// <summary>It can't be reached, read or written.</summary>
    OutOfReach,

    /// <summary>There is no archive, or not this backup in it.</summary>
    Missing,

    /// <summary>A file or a manifest is not what was written.</summary>
    Damaged,

    /// <summary>It is an archive of the other kind.</summary>
    OtherKind,

    /// <summary>Written by a later version of the program.</summary>
    UnknownVersion,

    /// <summary>Another process is writing into it.</summary>
    Busy,
}
