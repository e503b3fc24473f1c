using MediaGuard.Media;

namespace MediaGuard.Journey.Uploads;

/// <summary>How far an upload has come, and why it goes no further.</summary>
/// <param name="Offset">Bytes that are here.</param>
/// <param name="IsDone">The file is in the share; the journey takes it from there.</param>
public sealed record UploadStanding(UploadId Id, long Offset, long Length, bool IsDone, UploadRefusal Refusal)
{
    public static UploadStanding Refused(UploadRefusal why) => new(default, 0, 0, false, why);
}
