using MediaGuard.Media;

namespace MediaGuard.Ingest.Uploads;

/// <summary>What is known of an upload until it expires.</summary>
/// <param name="Length">Bytes; -1 while only its end will tell.</param>
/// <param name="Sha256">The browser's digest of the file, lower-case hex; empty where it made none.</param>
/// <param name="Name">What the device calls the file; may hold a child's name. Emptied once the file is in the share.</param>
/// <param name="IsDone">It lies in the share, or did.</param>
public sealed record UploadNote(UploadId Id, SchoolId School, UserId By, GroupId Group, long Length, string Sha256, string Name, Instant BegunAt, bool IsDone)
{
    public override string ToString() => Id.ToString();
}
