using MediaGuard.Ingest.Arrivals;
using MediaGuard.Ingest.Uploads;
using MediaGuard.Journey.Loops;
using MediaGuard.Media;
using MediaGuard.Records.Views;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey.Uploads;

internal sealed class UploadDesk(
    IPartialUploads partials, UploadHandover handover, UploadRoom room, Shares shares, IPhotoViews views, TimeProvider clock, IOptions<UploadOptions> options, IOptions<ArrivalOptions> arrivals,
    ILogger<UploadDesk> logger) : IUploadDesk
{
    private const int Unknown = -1;

    public UploadLimits Limits { get; } = new(arrivals.Value.LargestFile, options.Value.LargestChunk);

    public async Task<UploadStanding?> BeginAsync(SchoolId school, UserId by, GroupId group, NewUpload file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (await ClassAsync(school, by, group, cancellationToken) is null)
        {
            return null;
        }

        if (file.Sha256.Length > 0 && partials.Of(school, by).FirstOrDefault(n => !n.IsDone && n.Group == group && n.Length == file.Length && n.Sha256 == file.Sha256) is { } begun)
        {
            return handover.Standing(begun); // the browser was cut off before it heard of it
        }

        var refusal = UploadName.Judge(file.Name) switch
        {
            var judged and not UploadRefusal.None => judged,
            _ when file.Length <= 0 => UploadRefusal.Empty,
            _ when file.Length > Limits.File => UploadRefusal.TooLarge,
            _ => await RoomAsync(school, by, file.Length, cancellationToken),
        };
        return refusal == UploadRefusal.None ? handover.Standing(Begin(school, by, group, file)) : UploadStanding.Refused(refusal);
    }

    public async Task<UploadStanding?> FindAsync(SchoolId school, UserId by, UploadId id, CancellationToken cancellationToken) =>
        Own(school, by, id) is { } note ? await handover.FinishAsync(note, cancellationToken) : null;

    public async Task<UploadStanding?> FindAsync(SchoolId school, UserId by, GroupId group, string sha256, CancellationToken cancellationToken) =>
        partials.Of(school, by).Where(n => n.Group == group && n.Sha256.Length > 0 && n.Sha256 == sha256).MaxBy(n => (n.IsDone, n.BegunAt.Microseconds)) is { } note
            ? await handover.FinishAsync(note, cancellationToken)
            : null;

    public async Task<UploadStanding?> AppendAsync(SchoolId school, UserId by, UploadId id, long offset, Stream piece, CancellationToken cancellationToken)
    {
        if (Own(school, by, id) is not { IsDone: false, Length: > 0 } note)
        {
            return null;
        }

        using (var hold = partials.TryHold(id))
        {
            if (hold is null)
            {
                return handover.Standing(note, UploadRefusal.Busy);
            }

            if (partials.OffsetOf(note) != offset)
            {
                return handover.Standing(note, UploadRefusal.OtherOffset);
            }

            if (!await partials.AppendAsync(note, piece, Math.Min(note.Length - offset, Limits.Piece), cancellationToken))
            {
                return handover.Standing(note, UploadRefusal.TooLarge);
            }
        }

        return await handover.FinishAsync(note, cancellationToken);
    }

    public async Task<UploadRefusal?> TakeAsync(SchoolId school, UserId by, GroupId group, string name, Stream file, CancellationToken cancellationToken)
    {
        if (await ClassAsync(school, by, group, cancellationToken) is null)
        {
            return null;
        }

        if (UploadName.Judge(name) is var judged and not UploadRefusal.None)
        {
            return judged;
        }

        if (await RoomAsync(school, by, Limits.File, cancellationToken) is var full and not UploadRefusal.None)
        {
            return full;
        }

        var note = Begin(school, by, group, new NewUpload(name, Unknown, ""));
        try
        {
            using (partials.TryHold(note.Id))
            {
                if (!await partials.AppendAsync(note, file, Limits.File, cancellationToken))
                {
                    partials.Drop(note);
                    return UploadRefusal.TooLarge;
                }

                note = partials.Ended(note);
            }
        }
        catch
        {
            partials.Drop(note); // half a file nobody can go on with
            throw;
        }

        if (note.Length == 0)
        {
            partials.Drop(note);
            return UploadRefusal.Empty;
        }

        return (await handover.FinishAsync(note, cancellationToken)).Refusal;
    }

    public bool Drop(SchoolId school, UserId by, UploadId id)
    {
        if (Own(school, by, id) is not { IsDone: false } note)
        {
            return false;
        }

        using var hold = partials.TryHold(id);
        if (hold is not null)
        {
            partials.Drop(note);
        }

        return hold is not null;
    }

    public async Task TendAsync(CancellationToken cancellationToken)
    {
        if (partials.Expire() is var gone and > 0)
        {
            LogMessages.UploadsExpired(logger, gone);
        }

        foreach (var note in partials.Whole())
        {
            await Loop.TryAsync(nameof(UploadDesk), logger, () => handover.FinishAsync(note, cancellationToken), cancellationToken);
        }
    }

    private UploadNote? Own(SchoolId school, UserId by, UploadId id) => partials.Find(id) is { } note && note.School == school && note.By == by ? note : null;

    private async Task<ClassView?> ClassAsync(SchoolId school, UserId by, GroupId group, CancellationToken cancellationToken) =>
        (await views.ClassesAsync(school, by, cancellationToken)).FirstOrDefault(c => c.Id == group);

    private UploadNote Begin(SchoolId school, UserId by, GroupId group, NewUpload file)
    {
        var note = new UploadNote(UploadId.New(), school, by, group, file.Length, file.Sha256, file.Name, Instant.Now(clock), IsDone: false);
        partials.Begin(note);
        return note;
    }

    private async Task<UploadRefusal> RoomAsync(SchoolId school, UserId by, long length, CancellationToken cancellationToken) =>
        partials.Of(school, by).Count >= options.Value.MostPerPerson ? UploadRefusal.TooMany
        : room.Has(length + partials.Awaited(), await shares.RootAsync(school, cancellationToken)) ? UploadRefusal.None
        : UploadRefusal.NoRoom;
}
