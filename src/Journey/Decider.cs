using MediaGuard.Consent.Decisions;
using MediaGuard.Media;
using MediaGuard.Records.Scenes;

namespace MediaGuard.Journey;

/// <summary>Decides items again inside a head transaction and stores what follows.</summary>
internal sealed class Decider(DecisionEngine engine)
{
    /// <summary>Items that were not yet looked at are left to their journey; sealed, quarantined and gone ones get no verdict.</summary>
    public async Task DecideAsync(HeadTransaction head, IReadOnlyCollection<MediaId> media, CancellationToken cancellationToken)
    {
        foreach (var ground in (await head.LoadGroundsAsync(media, cancellationToken)).Values)
        {
            if (ground.Status is >= MediaStatus.Seen and <= MediaStatus.Shredded)
            {
                await head.StoreAsync(ground, engine.Decide(ground.Scene, ground.Register, ground.Policy), cancellationToken);
            }
        }
    }

    /// <summary>Makes anew verdicts that a change of the register or the policy may have changed, this transaction's own changes included.</summary>
    /// <returns>How many photos were looked at; fewer than asked for means that none are left.</returns>
    public async Task<int> DecideAgainAsync(HeadTransaction head, int atMost, CancellationToken cancellationToken)
    {
        await head.FollowAsync(cancellationToken);
        var due = await head.DueAgainAsync(atMost, cancellationToken);
        await DecideAsync(head, due, cancellationToken);
        await head.DecidedAgainAsync(due, cancellationToken);
        return due.Count;
    }
}
