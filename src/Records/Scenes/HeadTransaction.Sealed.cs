using MediaGuard.Consent.Incidents;
using MediaGuard.Media;
using MediaGuard.Records.Incidents;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Seals;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Scenes;

public sealed partial class HeadTransaction
{
    /// <summary>
    /// Puts a picture under seal: nobody is shown it, says anything of it, copies or deletes it until it is released. Its queue entries go, copies outside are ordered
    /// back, and an incident is opened, unless the worry was noted before.
    /// </summary>
    /// <param name="why">In somebody's words; for the lead only.</param>
    public async Task<SealOutcome> SealAsync(MediaId media, string why, bool isIllegal, UserId by, CancellationToken cancellationToken)
    {
        var row = await db.Media.AsNoTracking().FirstOrDefaultAsync(m => m.Id == media, cancellationToken);
        switch (row)
        {
            case null or { Status: MediaStatus.Gone }:
                return SealOutcome.NotThere;
            case { Status: MediaStatus.Noticed }:
                return SealOutcome.AtWork;
            case { Status: MediaStatus.Sealed }:
                return SealOutcome.Standing;
            case { LeaseOwner: not null, Status: MediaStatus.Decided or MediaStatus.Departed or MediaStatus.Quarantined } when row.LeaseUntil > Now:
                return SealOutcome.AtWork; // it may be removing the device's copy or destroying the original's key
            default:
                break;
        }

        if (!await MoveAsync(row, MediaStatus.Sealed, cancellationToken))
        {
            return SealOutcome.AtWork;
        }

        await TakeBackAllAsync(media, cancellationToken);
        var incident = await WorryAsync(media, why, isIllegal, by, cancellationToken);
        db.Seals.Add(new SealRow { SchoolId = School, Id = Guid.CreateVersion7(), MediaId = media, Was = row.Status, Why = incident.What, IncidentId = incident.Id, SealedAt = Now, SealedBy = by });
        Audit("sealed", media.ToString(), incident.Id.ToString("N"), by);
        return SealOutcome.Sealed;
    }

    /// <summary>
    /// Writes a worry down when the picture cannot go under seal this moment: an incident is open from now on, and until its seal follows the picture is refused for every channel. What is said a
    /// second time is added to it. Of a picture under seal it is added to the seal's incident; where nothing of the picture is left, the incident is of none.
    /// </summary>
    /// <param name="outcome">What putting it under seal came to.</param>
    public async Task NoteWorryAsync(MediaId media, SealOutcome outcome, string why, bool isIllegal, UserId by, CancellationToken cancellationToken)
    {
        var standing = outcome == SealOutcome.Standing
            ? await db.Incidents.FirstOrDefaultAsync(i => i.ClosedAt == null && db.Seals.Any(s => s.MediaId == media && s.ReleasedAt == null && s.IncidentId == i.Id), cancellationToken)
            : null;
        switch (outcome)
        {
            case SealOutcome.AtWork:
                await WorryAsync(media, why, isIllegal, by, cancellationToken);
                await RaiseSceneVersionAsync(db.Media.Where(m => m.Id == media), cancellationToken);
                break;
            case SealOutcome.Standing when standing is not null:
                Add(standing, why, isIllegal, by);
                break;
            case SealOutcome.Standing or SealOutcome.NotThere:
                OpenIncident(new NewIncident(KindOf(isIllegal), why), by);
                break;
            default:
                break;
        }
    }

    /// <summary>Open incidents of pictures sent to the lead whose seal is still to come.</summary>
    internal static IQueryable<IncidentRow> PendingSeals(RecordsContext db) => db.Incidents.Where(i => i.ClosedAt == null && i.MediaId != null
        && (i.Kind == IncidentKind.SealedPicture || i.Kind == IncidentKind.IllegalMaterial) && !db.Seals.Any(s => s.IncidentId == i.Id));

    /// <summary>The incident the worry is written in: that of a seal still to come, or a new one.</summary>
    private async Task<IncidentRow> WorryAsync(MediaId media, string why, bool isIllegal, UserId by, CancellationToken cancellationToken)
    {
        if (await PendingSeals(db).Where(i => i.MediaId == media).OrderBy(i => i.Id).FirstOrDefaultAsync(cancellationToken) is { } pending)
        {
            Add(pending, why, isIllegal, by);
            return pending;
        }

        var id = OpenIncident(new NewIncident(KindOf(isIllegal), why, Media: media), by);
        return db.Incidents.Local.Single(i => i.Id == id);
    }

    private void Add(IncidentRow incident, string why, bool isIllegal, UserId by)
    {
        if (incident.What.Contains(why, StringComparison.Ordinal) && (incident.Kind == IncidentKind.IllegalMaterial || !isIllegal))
        {
            return;
        }

        incident.What = incident.What.Contains(why, StringComparison.Ordinal) ? incident.What : $"{incident.What}\n{why}";
        incident.Kind = isIllegal ? IncidentKind.IllegalMaterial : incident.Kind;
        Audit("incident-noted", incident.Id.ToString("N"), incident.Kind.ToString(), by);
    }

    private static IncidentKind KindOf(bool isIllegal) => isIllegal ? IncidentKind.IllegalMaterial : IncidentKind.SealedPicture;

    /// <summary>Releases a picture from its seal; it returns to where it stood. Whoever calls decides it anew.</summary>
    /// <returns>False when it is not under seal.</returns>
    public async Task<bool> UnsealAsync(MediaId media, string why, UserId by, CancellationToken cancellationToken)
    {
        var row = await db.Media.AsNoTracking().FirstOrDefaultAsync(m => m.Id == media && m.Status == MediaStatus.Sealed, cancellationToken);
        var seal = await db.Seals.Where(s => s.MediaId == media && s.ReleasedAt == null).FirstOrDefaultAsync(cancellationToken);
        if (row is null || seal is null || !await MoveAsync(row, seal.Was, cancellationToken))
        {
            return false;
        }

        seal.ReleasedAt = Now;
        seal.ReleasedBy = by;
        seal.ReleasedWhy = why;
        Audit("unsealed", media.ToString(), seal.IncidentId.ToString("N"), by);
        return true;
    }

    /// <remarks>The fence rises, so that a step at work on it can't save what it did; and in the database, so that a step that saves this moment is seen.</remarks>
    private async Task<bool> MoveAsync(MediaRow row, MediaStatus to, CancellationToken cancellationToken) =>
        await db.Media.Where(m => m.Id == row.Id && m.Fence == row.Fence && m.Status == row.Status).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.Status, to).SetProperty(m => m.Fence, m => m.Fence + 1).SetProperty(m => m.LeaseOwner, (string?)null).SetProperty(m => m.LeaseUntil, default(Instant))
                .SetProperty(m => m.Attempt, 0).SetProperty(m => m.NotBefore, default(Instant)).SetProperty(m => m.EnqueuedAt, default(Instant)).SetProperty(m => m.MovedAt, Now),
            cancellationToken) == 1;
}
