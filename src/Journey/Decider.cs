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
}
