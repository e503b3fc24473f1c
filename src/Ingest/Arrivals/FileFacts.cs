using MediaGuard.Media;

namespace MediaGuard.Ingest.Arrivals;

/// <summary>What the file system says of one name. <paramref name="Device"/> and <paramref name="Inode"/> are 0 where the system does not tell.</summary>
internal readonly record struct FileFacts(FileKind Kind, long Length, Instant ModifiedAt, bool IsHidden, ulong Device, ulong Inode)
{
    /// <summary>Nothing lies there.</summary>
    public static readonly FileFacts Missing;

    public bool IsRegular => Kind == FileKind.Regular;

    /// <summary>Whether both names lead to one file (a hard link).</summary>
    public bool IsSameFileAs(FileFacts other) => Inode != 0 && Inode == other.Inode && Device == other.Device && Kind == other.Kind;

    /// <summary>Whether a file seen earlier still has its size and time.</summary>
    public bool IsStill(ShareFile seen) => IsRegular && Length == seen.Length && ModifiedAt == seen.ModifiedAt;
}
