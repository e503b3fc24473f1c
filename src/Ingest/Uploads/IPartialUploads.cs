using MediaGuard.Media;

namespace MediaGuard.Ingest.Uploads;

/// <summary>Uploads on their way, on disk: a cut or a restart loses no byte that was written. Readable by the program's own account alone, and not kept for longer than they may be.</summary>
public interface IPartialUploads
{
    void Begin(UploadNote note);

    UploadNote? Find(UploadId id);

    IReadOnlyList<UploadNote> Of(SchoolId school, UserId by);

    /// <summary>Uploads that came whole and are not in the share yet.</summary>
    IReadOnlyList<UploadNote> Whole();

    /// <summary>Bytes that are still to come, over all of them.</summary>
    long Awaited();

    /// <summary>How much of it is here.</summary>
    long OffsetOf(UploadNote note);

    /// <summary>The right to change one upload; null while somebody else has it.</summary>
    IDisposable? TryHold(UploadId id);

    /// <summary>Writes on at the end; what came before a cut stays. False when more comes than may.</summary>
    Task<bool> AppendAsync(UploadNote note, Stream from, long most, CancellationToken cancellationToken);

    /// <summary>Notes how long a file is whose length was not said.</summary>
    UploadNote Ended(UploadNote note);

    Stream Read(UploadNote note);

    /// <summary>It lies in the share: nothing of it is kept but that it came.</summary>
    void Done(UploadNote note);

    void Drop(UploadNote note);

    /// <summary>Removes what may be kept no longer.</summary>
    /// <returns>How many.</returns>
    int Expire();
}
