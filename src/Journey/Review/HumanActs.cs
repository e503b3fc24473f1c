using MediaGuard.Consent.Decisions;
using MediaGuard.Ingest.Vault;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Items;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Seals;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey.Review;

internal sealed class HumanActs(
    IHeads heads,
    Decider decider,
    DecisionEngine engine,
    RedactionRunner redactions,
    IItemLedger ledger,
    IVault vault,
    IKeyedDigest digest,
    LookCache looks,
    Wake wake,
    ILogger<HumanActs> logger) : IHumanActs
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Longer than any step that removes something of a picture takes.</summary>
    private const int MostLooks = 300;

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

    public async Task<MediaId?> UndoAsync(SchoolId school, UserId by, CancellationToken cancellationToken)
    {
        MediaId media;
        IReadOnlyList<AttestationKind> kinds;
        await using (var head = await heads.BeginAsync(school, cancellationToken))
        {
            if (await head.UndoAsync(by, cancellationToken) is not { } undone)
            {
                return null;
            }

            (media, kinds) = undone;
            await head.FlushAsync(cancellationToken);
            await decider.DecideAsync(head, [media], cancellationToken);
            await head.CommitAsync(cancellationToken);
        }

        wake.Up();
        if (kinds.Any(Redacts))
        {
            await redactions.RunAsync(school, media, cancellationToken);
        }

        return media;
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

    public async Task<IReadOnlyList<ReasonCode>> ApproveAsync(SchoolId school, UserId by, MediaId media, ChannelId channel, CancellationToken cancellationToken)
    {
        IReadOnlyList<ReasonCode> standing = [];
        await using (var head = await heads.BeginAsync(school, cancellationToken))
        {
            if (await head.LoadGroundAsync(media, cancellationToken) is not { Status: not MediaStatus.Sealed } ground)
            {
                return [];
            }

            var doubts = Channel(engine.Decide(ground.Scene, ground.Register, ground.Policy), channel)
                .Where(c => c.IsDischargeable()).ToArray();
            await head.AttestAsync(by, [new NewAttestation(AttestationKind.Approved) { Media = media, Channel = channel, Reasons = [.. doubts] }], cancellationToken);
            await head.FlushAsync(cancellationToken);
            await decider.DecideAsync(head, [media], cancellationToken);
            if (await head.LoadGroundAsync(media, cancellationToken) is { } after)
            {
                standing = [.. Channel(engine.Decide(after.Scene, after.Register, after.Policy), channel)];
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
        var outcome = SealOutcome.AtWork;
        for (var look = 0; outcome == SealOutcome.AtWork && look < MostLooks; look++)
        {
            await using (var head = await heads.BeginAsync(school, cancellationToken))
            {
                outcome = await head.SealAsync(media, why, isIllegal, by, cancellationToken);
                if (outcome == SealOutcome.Sealed)
                {
                    await head.CommitAsync(cancellationToken);
                    looks.Forget(media);
                }
            }

            if (outcome == SealOutcome.AtWork)
            {
                await Task.Delay(Pause, cancellationToken);
            }
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

    private static IEnumerable<ReasonCode> Channel(Decision decision, ChannelId channel) =>
        decision.Channels.Where(c => c.Channel == channel).SelectMany(c => c.Reasons).Select(r => r.Code).Distinct();
}
