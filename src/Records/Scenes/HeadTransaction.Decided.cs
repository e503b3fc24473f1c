using System.Collections.Immutable;
using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.Register;
using MediaGuard.Consent.Rules;
using MediaGuard.Media;
using MediaGuard.Records.Items;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Scenes;

public sealed partial class HeadTransaction
{
    private readonly HashSet<MediaId> stored = [];

    /// <summary>
    /// Stores a decision: verdict history, the channel's queue, and a recall for every copy outside that lost its ground.
    /// Consent that merely ran out or ended with leaving stops new releases and recalls no copy that rests on it.
    /// </summary>
    public async Task StoreAsync(SceneGround ground, Decision decision, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ground);
        ArgumentNullException.ThrowIfNull(decision);
        if (ground.Status == MediaStatus.Sealed)
        {
            return; // nothing follows for what is under seal
        }

        if (!stored.Add(decision.Media))
        {
            await FlushAsync(cancellationToken); // what was stored before must be found below
        }

        var current = await db.Verdicts.Where(v => v.MediaId == decision.Media && v.IsCurrent).ToListAsync(cancellationToken);
        var queued = await db.Queue.Where(q => q.MediaId == decision.Media).ToListAsync(cancellationToken);
        var standing = await db.Releases.Where(r => r.MediaId == decision.Media && (r.State == ReleaseState.Leaving || r.State == ReleaseState.Released)).ToListAsync(cancellationToken);

        foreach (var made in decision.Channels)
        {
            var name = made.Channel.Value;
            var restsOn = await PeopleSetAsync(made.RestsOn, cancellationToken);
            WriteVerdict(decision, made, restsOn, current.FirstOrDefault(v => v.Channel == name));
            var entry = queued.FirstOrDefault(q => q.Channel == name);
            if (made.Verdict == Verdict.Cleared)
            {
                Enqueue(decision, name, ground.RenditionFor(made.Channel)!.Value, restsOn, entry, standing);
                continue;
            }

            Unqueue(entry);
            var outside = standing.FindAll(r => r.Channel == name);
            Recall(outside.Except(await StayingAsync(made, ground, outside, cancellationToken)));
        }

        var asked = decision.Channels.Select(c => c.Channel.Value).ToHashSet();
        foreach (var verdict in current.Where(v => !asked.Contains(v.Channel)))
        {
            verdict.IsCurrent = false;
        }

        queued.Where(q => !asked.Contains(q.Channel)).ToList().ForEach(Unqueue);
        Recall(standing.Where(r => !asked.Contains(r.Channel)));
        await DecidedAgainAsync([decision.Media], cancellationToken);
        await db.Media.Where(m => m.Id == decision.Media && m.Status == MediaStatus.Departed)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.NotBefore, Now).SetProperty(m => m.EnqueuedAt, default(Instant)), cancellationToken);
    }

    /// <summary>Moves a leased item on once its first decision is stored in this transaction.</summary>
    public async Task SaveDecidedAsync(Lease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        var row = await ItemLedger.LeasedRowAsync(db, lease, cancellationToken);
        row.Status = MediaStatus.Decided;
        ItemLedger.EndLease(row, Now);
    }

    /// <summary>Ends what was decided of an item: it leaves every queue, and every copy outside is ordered back.</summary>
    /// <returns>How many copies were ordered back.</returns>
    internal async Task<int> TakeBackAllAsync(MediaId media, CancellationToken cancellationToken)
    {
        await db.Queue.Where(q => q.MediaId == media).ExecuteDeleteAsync(cancellationToken);
        await db.Verdicts.Where(v => v.MediaId == media && v.IsCurrent).ExecuteUpdateAsync(set => set.SetProperty(v => v.IsCurrent, false), cancellationToken);
        var outside = await db.Releases.Where(r => r.MediaId == media && (r.State == ReleaseState.Leaving || r.State == ReleaseState.Released)).ToListAsync(cancellationToken);
        Recall(outside);
        return outside.Count;
    }

    /// <summary>Copies over whose ground only time has passed: whoever is objected to had said yes when the copy was last cleared, to every purpose their yes is missing for now.</summary>
    private async Task<IReadOnlyList<ReleaseRow>> StayingAsync(ChannelDecision made, SceneGround ground, List<ReleaseRow> outside, CancellationToken cancellationToken)
    {
        var leaves = ground.RenditionFor(made.Channel);
        if (outside.Count == 0 || !ground.Policy.Channels.TryGetValue(made.Channel, out var policy) || !OnlyTimePassed(made, policy, ground.Register))
        {
            return [];
        }

        var over = made.Reasons.Where(r => r.Person is not null).Select(r => r.Person!.Value).Distinct().ToList();
        var missing = policy.Purposes.Where(p => over.Exists(o => ground.Register.StandingOf(o, p) is not Standing.Given)).Select(p => p.Value).ToList();
        var sets = outside.Select(r => r.RestsOn).ToList();
        var members = (await db.PeopleSets.AsNoTracking().Where(s => sets.Contains(s.SetId) && over.Contains(s.PersonId)).ToListAsync(cancellationToken)).ToLookup(s => (Guid?)s.SetId, s => s.PersonId);
        var staying = new List<ReleaseRow>();
        foreach (var copy in outside.Where(r => r.RenditionId == leaves && !over.Except(members[r.RestsOn]).Any()))
        {
            var asked = copy.PolicyVersion == ground.Policy.Version
                ? missing
                : [.. (await PolicyStore.DocumentAsync(db, copy.PolicyVersion, cancellationToken)).Channels.Where(c => c.Channel == copy.Channel).SelectMany(c => c.Purposes)];
            if (!missing.Except(asked).Any())
            {
                staying.Add(copy);
            }
        }

        return staying;
    }

    private static bool OnlyTimePassed(ChannelDecision made, ChannelPolicy policy, RegisterSnapshot register) =>
        made.Reasons.All(r => r.Code is ReasonCode.RegisterTooOld or ReasonCode.BooksRestored || (r.Person is { } person
            && r.Code is ReasonCode.NoConsentOnRecord or ReasonCode.MayShowPersonWithoutConsent
            && policy.Purposes.All(p => register.StandingOf(person, p) is Standing.Given or Standing.Expired or Standing.Left)));

    private void WriteVerdict(Decision decision, ChannelDecision made, Guid restsOn, VerdictRow? before)
    {
        var reasons = ReasonList.Join(made.Reasons);
        if (before is not null && before.Verdict == made.Verdict && before.Reasons == reasons && before.SceneVersion == decision.SceneVersion
            && before.RegisterVersion == decision.RegisterVersion && before.PolicyVersion == decision.PolicyVersion
            && before.RestsOn == restsOn && before.EngineVersion == decision.EngineVersion && before.ModelsVersion == decision.ModelsVersion)
        {
            return;
        }

        if (before is not null)
        {
            before.IsCurrent = false;
        }

        db.Verdicts.Add(new VerdictRow
        {
            SchoolId = School,
            Id = Guid.CreateVersion7(),
            MediaId = decision.Media,
            Channel = made.Channel.Value,
            Verdict = made.Verdict,
            Reasons = reasons,
            SceneVersion = decision.SceneVersion,
            RegisterVersion = decision.RegisterVersion,
            PolicyVersion = decision.PolicyVersion,
            EngineVersion = decision.EngineVersion,
            ModelsVersion = decision.ModelsVersion,
            At = Now,
            IsCurrent = true,
            RestsOn = restsOn,
        });
        if (before is null || before.Verdict != made.Verdict || before.Reasons != reasons)
        {
            Audit("decided", decision.Media.ToString(), $"{made.Channel} {made.Verdict} {string.Join(' ', made.Reasons.Select(r => r.Code).Distinct())}".TrimEnd(), null);
        }
    }

    private void Enqueue(Decision decision, string channel, RenditionId rendition, Guid restsOn, QueueRow? entry, List<ReleaseRow> standing)
    {
        standing.FindAll(r => r.Channel == channel).ForEach(r => (r.RestsOn, r.PolicyVersion) = (restsOn, decision.PolicyVersion));
        if (entry is not null)
        {
            entry.RestsOn = restsOn;
        }

        if (entry is not null && entry.RenditionId == rendition)
        {
            return;
        }

        Recall(standing.Where(r => r.Channel == channel && r.RenditionId != rendition));
        if (entry is null)
        {
            entry = new QueueRow { SchoolId = School, MediaId = decision.Media, Channel = channel, RestsOn = restsOn };
            db.Queue.Add(entry);
        }

        entry.RenditionId = rendition;
        entry.QueuedAt = Now;
        entry.State = standing.Any(r => r.Channel == channel && r.RenditionId == rendition && r.State == ReleaseState.Released) ? QueueState.Released : QueueState.Waiting;
    }

    private void Unqueue(QueueRow? entry)
    {
        if (entry is not null)
        {
            db.Queue.Remove(entry);
        }
    }

    private void Recall(IEnumerable<ReleaseRow> releases)
    {
        foreach (var release in releases.Where(r => r.State is ReleaseState.Leaving or ReleaseState.Released))
        {
            release.State = ReleaseState.Recalling;
            release.RecallingAt = Now;
            release.NotBefore = default;
            release.EnqueuedAt = default;
            release.Attempts = 0;
            Audit("recalling", release.Id.ToString(), release.Channel, null);
        }
    }
}
