using System.Collections.Immutable;
using MediaGuard.Consent.Decisions;
using MediaGuard.Media;
using MediaGuard.Records.Scenes;

namespace MediaGuard.Journey.Review;

internal sealed class SheetActs(IHeads heads, Decider decider, DecisionEngine engine, ILots lots, Wake wake) : ISheetActs
{
    public async Task<int> SayAsync(SchoolId school, UserId by, NewBatch batch, IReadOnlyCollection<NewAttestation> said, CancellationToken cancellationToken)
    {
        int drawn;
        MediaId[] media = [.. batch.Tapped.Keys];
        await using (var head = await heads.BeginAsync(school, cancellationToken))
        {
            var before = await head.ClearedForAsync(media, cancellationToken);
            await head.AttestAsync(by, said, cancellationToken);
            await head.FlushAsync(cancellationToken);
            var grounds = await head.LoadGroundsAsync(media, cancellationToken);
            drawn = await head.AddBatchAsync(batch, by, before, [.. grounds.Where(g => Clears(g.Value, before[g.Key])).Select(g => g.Key)], lots, cancellationToken);
            await head.FlushAsync(cancellationToken);
            await decider.DecideAsync(head, media, cancellationToken);
            await head.CommitAsync(cancellationToken);
        }

        wake.Up();
        return drawn;
    }

    public async Task<LookResult> LookAgainAsync(SchoolId school, UserId by, LookAnswer answer, CancellationToken cancellationToken)
    {
        LookResult result;
        await using (var head = await heads.BeginAsync(school, cancellationToken))
        {
            (result, var again) = await head.LookAgainAsync(answer, by, cancellationToken);
            await decider.DecideAsync(head, again, cancellationToken);
            await head.CommitAsync(cancellationToken);
        }

        wake.Up();
        return result;
    }

    /// <summary>Whether what was just said clears it somewhere; another batch that still waits makes no difference to that.</summary>
    private bool Clears(SceneGround ground, IEnumerable<ChannelId> before) =>
        ground.Status is >= MediaStatus.Seen and <= MediaStatus.Shredded
        && engine.Decide(ground.Scene with { Batches = [] }, ground.Register, ground.Policy).Channels.Where(c => c.Verdict is Verdict.Cleared).Select(c => c.Channel).Except(before).Any();
}
