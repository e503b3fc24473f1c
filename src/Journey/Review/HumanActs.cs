using MediaGuard.Consent.Decisions;
using MediaGuard.Ingest.Vault;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Items;
using MediaGuard.Records.Looking;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Seals;
using MediaGuard.Records.Views;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey.Review;

internal sealed class HumanActs(
    IHeads heads,
    Decider decider,
    DecisionEngine engine,
    RedactionRunner redactions,
    SealRunner seals,
    IItemLedger ledger,
    IVault vault,
    IKeyedDigest digest,
    LookCache looks,
    ISideLog log,
    Wake wake,
    ILogger<HumanActs> logger) : IHumanActs
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Two seconds: as long as somebody is kept waiting for a seal that follows by itself otherwise.</summary>
    private const int MostLooks = 20;

    public async Task SayAsync(SchoolId school, UserId by, IReadOnlyCollection<NewAttestation> said, CancellationToken cancellationToken)
    {
        await using (var head = await heads.BeginAsync(school, cancellationToken))
        {
            await head.AttestAsync(by, said, cancellationToken);
            await head.FlushAsync(cancellationToken);
            await decider.DecideAsync(head, [.. said.Where(s => s.Media is not null).Select(s => s.Media!.Value).Distinct()], cancellationToken);
            await head.CommitAsync(cancellationToken);
        }

        wake.Up();
        foreach (var media in said.Where(s => s.Media is not null && Redacts(s.Kind)).Select(s => s.Media!.Value).Distinct())
        {
            await redactions.RunAsync(school, media, cancellationToken);
        }
    }

    public async Task<IReadOnlyList<MediaId>> SayTogetherAsync(
        SchoolId school, UserId by, MediaId media, IReadOnlyCollection<NewAttestation> said, IReadOnlyCollection<MediaId> also, CancellationToken cancellationToken)
    {
        var notAllOf = new List<MediaId>();
        await using (var head = await heads.BeginAsync(school, cancellationToken))
        {
            var grounds = await head.LoadGroundsAsync([media, .. also], cancellationToken);
            var all = said.ToList();
            foreach (var other in also)
            {
                NewAttestation[] same = IsDecided(grounds.GetValueOrDefault(other)) ? [.. SaidTogether.Of(said, grounds[media].Scene, grounds[other].Scene)] : [];
                all.AddRange(same);
                if (same.Length < said.Count)
                {
                    notAllOf.Add(other);
                }
            }

            await head.AttestAsync(by, all, cancellationToken);
            await head.FlushAsync(cancellationToken);
            await decider.DecideAsync(head, [.. all.Select(s => s.Media!.Value).Distinct()], cancellationToken);
            await head.CommitAsync(cancellationToken);
        }

        wake.Up();
        return notAllOf;
    }

    public async Task TakeBackAsync(
        SchoolId school, UserId by, MediaId media, AttestationKind kind, PersonId? person, FaceId? face, ChannelId? channel, CancellationToken cancellationToken)
    {
        await using (var head = await heads.BeginAsync(school, cancellationToken))
        {
            await head.RetractAsync(by, media, kind, person, face, channel, cancellationToken);
            await head.FlushAsync(cancellationToken);
            await decider.DecideAsync(head, [media], cancellationToken);
            await head.CommitAsync(cancellationToken);
        }

        wake.Up();
        if (Redacts(kind))
        {
            await redactions.RunAsync(school, media, cancellationToken);
        }
    }

    public async Task<IReadOnlyList<MediaId>> UndoAsync(SchoolId school, UserId by, CancellationToken cancellationToken)
    {
        ILookup<MediaId, AttestationKind> undone;
        await using (var head = await heads.BeginAsync(school, cancellationToken))
        {
            undone = await head.UndoAsync(by, cancellationToken);
            if (undone.Count == 0)
            {
                return [];
            }

            await head.FlushAsync(cancellationToken);
            await decider.DecideAsync(head, [.. undone.Select(u => u.Key)], cancellationToken);
            await head.CommitAsync(cancellationToken);
        }

        wake.Up();
        foreach (var media in undone.Where(u => u.Any(Redacts)))
        {
            await redactions.RunAsync(school, media.Key, cancellationToken);
        }

        return [.. undone.Select(u => u.Key)];
    }

    public async Task MoveAsync(SchoolId school, UserId by, MediaId media, GroupId group, CancellationToken cancellationToken)
    {
        await using (var head = await heads.BeginAsync(school, cancellationToken))
        {
            if (!await head.MoveAsync(by, media, group, cancellationToken))
            {
                return;
            }

            await head.FlushAsync(cancellationToken);
            await decider.DecideAsync(head, [media], cancellationToken);
            await head.CommitAsync(cancellationToken);
        }

        wake.Up();
    }

    public async Task<IReadOnlyDictionary<MediaId, IReadOnlyList<ReasonCode>>> ApproveTogetherAsync(
        SchoolId school, UserId by, MediaId media, IReadOnlyCollection<MediaId> also, ChannelId channel, IReadOnlyCollection<string> shown, CancellationToken cancellationToken)
    {
        var standing = new Dictionary<MediaId, IReadOnlyList<ReasonCode>>();
        await using (var head = await heads.BeginAsync(school, cancellationToken))
        {
            var grounds = await head.LoadGroundsAsync([media, .. also], cancellationToken);
            if (grounds.GetValueOrDefault(media) is not { Status: not MediaStatus.Sealed } ground || IsRefused(ground, channel))
            {
                return standing;
            }

            var doubts = Doubts(ground, channel).Where(d => shown.Contains(ReasonView.KeyOf(d.Code, d.Person))).ToArray();
            List<NewAttestation> said = [new(AttestationKind.Approved) { Media = media, Channel = channel, Doubts = [.. doubts.Union(Ended(ground, channel, by))] }];
            foreach (var other in also.Where(o => IsApprovable(grounds.GetValueOrDefault(o), channel) && log.TryNote(school, by, o, grounds[o].Rendition!.Value, LookSize.View)))
            {
                var shared = Doubts(grounds[other], channel).Intersect(doubts).Where(d => d.Code != ReasonCode.BatchDisputed);
                said.Add(new(AttestationKind.Approved) { Media = other, Channel = channel, Doubts = [.. shared.Union(Ended(grounds[other], channel, by))] });
            }

            MediaId[] approved = [.. said.Select(s => s.Media!.Value)];
            await head.AttestAsync(by, said, cancellationToken);
            await head.FlushAsync(cancellationToken);
            await decider.DecideAsync(head, approved, cancellationToken);
            foreach (var (id, after) in await head.LoadGroundsAsync(approved, cancellationToken))
            {
                standing[id] = [.. Standing(after, channel)];
            }

            await head.CommitAsync(cancellationToken);
        }

        wake.Up();
        return standing;
    }

    public async Task<bool> DeleteAsync(SchoolId school, UserId by, MediaId media, CancellationToken cancellationToken)
    {
        if (await ledger.LoadAsync(school, media, cancellationToken) is not { Sha256.IsDefaultOrEmpty: false } item)
        {
            return false;
        }

        var mac = await digest.ComputeAsync("tombstone", item.Sha256.AsMemory(), cancellationToken);
        IReadOnlyList<VaultObject>? objects;
        await using (var head = await heads.BeginAsync(school, cancellationToken))
        {
            objects = await head.DeleteAsync(by, media, mac, cancellationToken);
            if (objects is null)
            {
                return false;
            }

            await head.CommitAsync(cancellationToken);
        }

        looks.Forget(media);
        await DestroyAsync(media, objects);
        wake.Up();
        return true;
    }

    public async Task<SealOutcome> SealAsync(SchoolId school, UserId by, MediaId media, string why, bool isIllegal, CancellationToken cancellationToken)
    {
        var seal = new PendingSeal(media, why, isIllegal, by);
        var outcome = await seals.SealOrNoteAsync(school, seal, cancellationToken);
        for (var look = 0; outcome == SealOutcome.Noted && look < MostLooks; look++)
        {
            await Task.Delay(Pause, CancellationToken.None); // what is written down is carried out, whoever went away
            var now = await seals.SealAsync(school, seal, CancellationToken.None);
            outcome = now == SealOutcome.AtWork ? outcome : now;
        }

        wake.Up();
        return outcome;
    }

    public async Task<bool> UnsealAsync(SchoolId school, UserId by, MediaId media, string why, CancellationToken cancellationToken)
    {
        await using (var head = await heads.BeginAsync(school, cancellationToken))
        {
            if (!await head.UnsealAsync(media, why, by, cancellationToken))
            {
                return false;
            }

            await head.FlushAsync(cancellationToken);
            await decider.DecideAsync(head, [media], cancellationToken);
            await head.CommitAsync(cancellationToken);
        }

        wake.Up();
        return true;
    }

    /// <remarks>Not cut short by a browser that went away: what is committed is carried out.</remarks>
    private async Task DestroyAsync(MediaId media, IReadOnlyList<VaultObject> objects)
    {
        try
        {
            foreach (var one in objects)
            {
                await vault.DestroyAsync(one, CancellationToken.None);
            }
        }
        catch (MediaException e)
        {
            LogMessages.DestructionPutOff(logger, media, e.Reason);
        }
    }

    /// <summary>What is to be made for a channel may be another rendition now; a face that is none any more takes its blur with it.</summary>
    private static bool Redacts(AttestationKind kind) => kind is AttestationKind.Blurred or AttestationKind.Cropped or AttestationKind.FaceAdded;

    private static bool IsDecided(SceneGround? ground) => ground is { Status: >= MediaStatus.Decided and <= MediaStatus.Shredded };

    /// <summary>Whether it is held for the channel, and what was looked at is what leaves for it.</summary>
    private bool IsApprovable(SceneGround? ground, ChannelId channel) =>
        ground is { Rendition: not null } && IsDecided(ground) && !ground.Scene.Redacted.ContainsKey(channel) && On(ground, channel)?.Verdict == Verdict.Held;

    /// <summary>Doubts this person ended by an approval that stands. The next takes its place, and they would be back.</summary>
    private static IEnumerable<Reason> Ended(SceneGround ground, ChannelId channel, UserId by) =>
        ground.Scene.For(channel).Approvals.Where(a => a.Channel == channel && a.By == by).SelectMany(a => a.Discharged);

    /// <summary>Whether somebody refused it. That is for them, or whoever may take it back, to reconsider; an approval leaves it.</summary>
    private static bool IsRefused(SceneGround ground, ChannelId channel) => ground.Scene.For(channel).Refusals.Any(r => r.Channel is null || r.Channel == channel);

    /// <summary>What an approval can end. Of which face a doubt is does not matter to it: with another number of faces it holds no longer anyhow.</summary>
    private IEnumerable<Reason> Doubts(SceneGround ground, ChannelId channel) =>
        On(ground, channel)?.Reasons.Where(r => r.Code.IsDischargeable()).Select(r => r with { Face = null }).Distinct() ?? [];

    private IEnumerable<ReasonCode> Standing(SceneGround ground, ChannelId channel) => On(ground, channel)?.Reasons.Select(r => r.Code).Distinct() ?? [];

    private ChannelDecision? On(SceneGround ground, ChannelId channel) =>
        engine.Decide(ground.Scene, ground.Register, ground.Policy).Channels.FirstOrDefault(c => c.Channel == channel);
}
