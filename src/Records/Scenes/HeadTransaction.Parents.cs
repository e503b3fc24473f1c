using MediaGuard.Media;
using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Scenes;

public sealed partial class HeadTransaction
{
    /// <summary>Ends every link of a guardian that still leads somewhere.</summary>
    internal Task EndLinksAsync(Guid guardian, UserId? by, CancellationToken cancellationToken) => EndLinksAsync(guardian, _ => true, by, cancellationToken);

    /// <summary>As above, of some of them.</summary>
    internal async Task EndLinksAsync(Guid guardian, Func<ParentLinkRow, bool> which, UserId? by, CancellationToken cancellationToken)
    {
        foreach (var link in (await db.ParentLinks.Where(l => l.GuardianId == guardian && l.EndedAt == null).ToListAsync(cancellationToken)).Where(which))
        {
            link.EndedAt = Now;
            link.EndedBy = by;
            Audit("parent-link-ended", link.PersonId.ToString(), link.Id.ToString("N"), by);
        }
    }

    /// <summary>Takes back what a guardian asked for and the office has not confirmed yet: they said no meanwhile, or are a guardian no longer.</summary>
    /// <param name="purposes">Null for everything they asked for.</param>
    internal async Task EndRequestsAsync(Guid guardian, IReadOnlyCollection<PurposeId>? purposes, CancellationToken cancellationToken)
    {
        var names = purposes?.Select(p => p.Value).ToList();
        foreach (var request in await db.ConsentRequests.Where(r => r.GuardianId == guardian && r.State == RequestState.Waiting && (names == null || names.Contains(r.Purpose))).ToListAsync(cancellationToken))
        {
            (request.State, request.DoneAt) = (RequestState.TakenBack, Now);
        }
    }
}
