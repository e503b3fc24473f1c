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
    /// back, and an incident is opened.
    /// </summary>
    /// <param name="why">In somebody's words; for the lead only.</param>
    public async Task<SealOutcome> SealAsync(MediaId media, string why, bool isIllegal, UserId by, CancellationToken cancellationToken)
    {
        var row = await db.Media.AsNoTracking().FirstOrDefaultAsync(m => m.Id == media, cancellationToken);
        switch (row)
        {
            case null or { Status: MediaStatus.Gone or MediaStatus.Noticed }:
                return SealOutcome.NotThere;
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
        var incident = OpenIncident(new NewIncident(isIllegal ? IncidentKind.IllegalMaterial : IncidentKind.SealedPicture, why, Media: media), by);
        db.Seals.Add(new SealRow { SchoolId = School, Id = Guid.CreateVersion7(), MediaId = media, Was = row.Status, Why = why, IncidentId = incident, SealedAt = Now, SealedBy = by });
        Audit("sealed", media.ToString(), incident.ToString("N"), by);
        return SealOutcome.Sealed;
    }

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
