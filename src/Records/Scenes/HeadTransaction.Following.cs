using System.Collections.Immutable;
using System.Security.Cryptography;
using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Storage;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Scenes;

/// <remarks>
/// What a change of the register means for photos is part of the same transaction, whoever made it. A no pulls every queue entry and orders
/// the recall of every copy that rests on the person, without deciding anything anew: that would take too long under the lock. The verdicts are made again afterwards.
/// </remarks>
public sealed partial class HeadTransaction
{
    private readonly HashSet<(PersonId Person, PurposeId? Purpose)> saidNo = [];
    private readonly HashSet<PersonId> changed = [];
    private readonly Dictionary<GroupId, DateOnly> changedGroups = [];
    private readonly HashSet<Guid> knownSets = [];
    private bool everythingChanged;
    private bool registerIsNewer;
    private int concerned;

    /// <summary>Pulls and recalls what rests on somebody who said no in this transaction, and marks every photo whose verdict may have changed. Committing does this by itself.</summary>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        if (saidNo.Count + changed.Count + changedGroups.Count + changedModels.Count == 0 && !everythingChanged && !registerIsNewer)
        {
            return;
        }

        await FlushAsync(cancellationToken);
        await SqlitePragmas.MakeRoomAsync(db, cancellationToken);
        await JudgeDevicesAgainAsync(cancellationToken);
        await MarkAsync(cancellationToken);
        if (saidNo.Count > 0)
        {
            await PullAsync(cancellationToken);
        }

        saidNo.Clear();
        changed.Clear();
        changedGroups.Clear();
        changedModels.Clear();
        everythingChanged = registerIsNewer = false;
        await FlushAsync(cancellationToken);
    }

    /// <summary>Notes people of whom more or less may be shown, whatever was written about them.</summary>
    internal void PeopleChanged(IEnumerable<PersonId> people)
    {
        changed.UnionWith(people);
        registerChanged = true;
    }

    /// <summary>Notes that nothing may show this person from now on.</summary>
    internal void NoToEverything(PersonId person)
    {
        changed.Add(person);
        saidNo.Add((person, null));
    }

    /// <summary>Notes that a group's members on and after a day are others now.</summary>
    internal void PoolChanged(GroupId group, DateOnly since) =>
        changedGroups[group] = changedGroups.TryGetValue(group, out var earlier) && earlier < since ? earlier : since;

    /// <summary>How many photos what was followed so far is about, those that waited to be decided again before it included.</summary>
    internal int Concerned => concerned;

    /// <summary>Photos whose verdicts must be made anew, those that waited longest first.</summary>
    public async Task<IReadOnlyList<MediaId>> DueAgainAsync(int atMost, CancellationToken cancellationToken) =>
        await db.Media.Where(m => m.DecideAgain != null).OrderBy(m => m.DecideAgain).ThenBy(m => m.Id).Select(m => m.Id).Take(atMost).ToListAsync(cancellationToken);

    /// <summary>Notes that these were decided again in this transaction.</summary>
    public Task DecidedAgainAsync(IReadOnlyCollection<MediaId> media, CancellationToken cancellationToken) =>
        db.Media.Where(m => media.Contains(m.Id)).ExecuteUpdateAsync(set => set.SetProperty(m => m.DecideAgain, (Instant?)null), cancellationToken);

    /// <summary>
    /// Marks everything queued or outside to be decided again, orders back copies whose channel's period is over, and forgets what pictures of a year ago look like. Once a day: consents end by
    /// themselves.
    /// </summary>
    /// <returns>How many copies were ordered back.</returns>
    public async Task<int> NewDayAsync(CancellationToken cancellationToken)
    {
        await MarkAsync(db.Media.Where(m => db.Queue.Any(q => q.MediaId == m.Id) || db.Verdicts.Any(v => v.MediaId == m.Id && v.IsCurrent && v.RestsOn == null)), cancellationToken);
        var yearAgo = Today.AddYears(-1);
        await db.Media.Where(m => m.ArrivedOn < yearAgo && m.Likeness != null).ExecuteUpdateAsync(set => set.SetProperty(m => m.Likeness, (PerceptualHash?)null), cancellationToken);
        return await EndPeriodsAsync(cancellationToken);
    }

    /// <summary>Orders back copies whose channel's period is over.</summary>
    /// <returns>How many copies were ordered back.</returns>
    public async Task<int> EndPeriodsAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        var document = await PolicyStore.DocumentAsync(db, head.PolicyVersion, cancellationToken);
        var ended = 0;
        foreach (var channel in document.Channels.Where(c => c.PublishedForDays > 0))
        {
            var over = PeriodOver(db, channel, Now);
            await db.Queue.Where(q => q.Channel == channel.Channel && over.Any(r => r.MediaId == q.MediaId)).ExecuteDeleteAsync(cancellationToken);
            ended += await OrderBackAsync(over, channel.Channel, isPeriodOver: true, cancellationToken);
        }

        return ended;
    }

    /// <summary>Copies outside whose channel's period is over.</summary>
    internal static IQueryable<ReleaseRow> PeriodOver(RecordsContext db, ChannelSetting channel, Instant now)
    {
        var before = now - TimeSpan.FromDays(channel.PublishedForDays);
        return db.Releases.Where(r => r.Channel == channel.Channel && r.State == ReleaseState.Released && r.ReleasedAt <= before);
    }

    /// <summary>What a change of policy is about: everything with a verdict.</summary>
    internal static IQueryable<MediaRow> WithVerdict(RecordsContext db) => db.Media.Where(m => db.Verdicts.Any(v => v.MediaId == m.Id && v.IsCurrent));

    private async Task MarkAsync(CancellationToken cancellationToken)
    {
        if (everythingChanged)
        {
            var everything = WithVerdict(db);
            concerned += await everything.CountAsync(cancellationToken);
            await MarkAsync(everything, cancellationToken);
            return;
        }

        var people = changed.ToList();
        var sets = await SetsOfAsync(people, cancellationToken);
        var resting = db.Verdicts.Where(v => v.IsCurrent && sets.Contains(v.RestsOn)).Select(v => v.MediaId)
            .Concat(db.Verdicts.Where(v => v.IsCurrent && v.RestsOn == null).Select(v => v.MediaId));
        if (people.Count > 0)
        {
            concerned += await db.Media.CountAsync(m => m.DecideAgain != null && resting.Contains(m.Id), cancellationToken);
            concerned += await MarkAsync(db.Media.Where(m => resting.Contains(m.Id)), cancellationToken);
        }

        if (changedGroups.Count > 0)
        {
            var groups = changedGroups.Keys.Cast<GroupId?>().ToList();
            var since = changedGroups.Values.Min();
            var added = db.Attestations.Where(a => a.RetractedAt == null && a.Kind == AttestationKind.PoolAddsGroup && groups.Contains(a.GroupId)).Select(a => a.MediaId);
            var ofGroups = db.Media.Where(m => m.Status >= MediaStatus.Seen && m.Status <= MediaStatus.Shredded && (m.ArrivedOn >= since || m.TakenOn >= since)
                && (groups.Contains(m.GroupId) || added.Contains(m.Id)));
            concerned += await (people.Count > 0 ? ofGroups.Where(m => !resting.Contains(m.Id)) : ofGroups).CountAsync(cancellationToken);
            await MarkAsync(ofGroups, cancellationToken);
        }

        if (registerIsNewer)
        {
            concerned += await MarkAsync(db.Media.Where(m => db.Verdicts.Any(v => v.MediaId == m.Id && v.IsCurrent && v.Reasons.Contains(nameof(ReasonCode.RegisterTooOld)))), cancellationToken);
        }
    }

    /// <remarks>Read first and handed on as a list: both databases then look each set up in the index of what rests on it, instead of reading every verdict.</remarks>
    private Task<List<Guid?>> SetsOfAsync(IEnumerable<PersonId> people, CancellationToken cancellationToken)
    {
        var ids = people.ToList();
        return db.PeopleSets.Where(s => ids.Contains(s.PersonId)).Select(s => (Guid?)s.SetId).Distinct().ToListAsync(cancellationToken);
    }

    /// <remarks>The moment of the first mark stays, so that nothing waits behind what is marked again and again.</remarks>
    private Task<int> MarkAsync(IQueryable<MediaRow> media, CancellationToken cancellationToken) =>
        media.Where(m => m.DecideAgain == null).ExecuteUpdateAsync(set => set.SetProperty(m => m.DecideAgain, Now), cancellationToken);

    private async Task PullAsync(CancellationToken cancellationToken)
    {
        var document = await PolicyStore.DocumentAsync(db, head.PolicyVersion, cancellationToken);
        foreach (var no in saidNo.GroupBy(n => n.Purpose))
        {
            var people = no.Select(n => n.Person).ToList();
            var channels = document.Channels.Where(c => no.Key is not { } purpose || c.Purposes.Contains(purpose.Value)).Select(c => c.Channel).ToList();
            var sets = await SetsOfAsync(people, cancellationToken);
            await db.Queue.Where(q => channels.Contains(q.Channel) && sets.Contains(q.RestsOn)).ExecuteDeleteAsync(cancellationToken);
            await db.Verdicts.Where(v => v.IsCurrent && v.Verdict == Verdict.Cleared && channels.Contains(v.Channel) && sets.Contains(v.RestsOn))
                .ExecuteUpdateAsync(set => set.SetProperty(v => v.IsCurrent, false), cancellationToken);
            await OrderBackAsync(
                db.Releases.Where(r => (r.State == ReleaseState.Leaving || r.State == ReleaseState.Released) && channels.Contains(r.Channel) && sets.Contains(r.RestsOn)),
                string.Join(' ', people.Select(p => p.ToString()).Order(StringComparer.Ordinal)),
                isPeriodOver: false,
                cancellationToken);
        }
    }

    /// <remarks>One entry in the log for all, with the digest of which: ten thousand entries would hold the lock for seconds.</remarks>
    /// <returns>How many copies were ordered back.</returns>
    private async Task<int> OrderBackAsync(IQueryable<ReleaseRow> releases, string subject, bool isPeriodOver, CancellationToken cancellationToken)
    {
        var ids = await releases.OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(cancellationToken);
        if (ids.Count == 0)
        {
            return 0;
        }

        await releases.ExecuteUpdateAsync(
            set => set.SetProperty(r => r.State, ReleaseState.Recalling).SetProperty(r => r.RecallingAt, Now).SetProperty(r => r.NotBefore, default(Instant))
                .SetProperty(r => r.EnqueuedAt, default(Instant)).SetProperty(r => r.Attempts, 0).SetProperty(r => r.IsPeriodOver, isPeriodOver),
            cancellationToken);
        var digest = Convert.ToHexStringLower(SHA256.HashData([.. ids.SelectMany(id => id.Value.ToByteArray(bigEndian: true))]));
        Audit("recalling-all", subject, $"{ids.Count} sha256:{digest}", null);
        return ids.Count;
    }

    private void Said(PersonId person, PurposeId purpose, ConsentAnswer answer)
    {
        changed.Add(person);
        if (answer is ConsentAnswer.Given)
        {
            saidNo.Remove((person, purpose));
        }
        else
        {
            saidNo.Add((person, purpose));
        }
    }

    internal Task<Guid> RestsOnAsync(Decision decision, ChannelId channel, CancellationToken cancellationToken) =>
        PeopleSetAsync(decision.Channels.Single(c => c.Channel == channel).RestsOn, cancellationToken);

    /// <summary>Writes the set down unless it is known, and names it.</summary>
    private async Task<Guid> PeopleSetAsync(ImmutableHashSet<PersonId> people, CancellationToken cancellationToken)
    {
        if (people.Count == 0)
        {
            return Guid.Empty;
        }

        var sorted = people.Select(p => p.Value).Order().ToList();
        var id = new Guid(SHA256.HashData([.. sorted.SelectMany(p => p.ToByteArray(bigEndian: true))]).AsSpan(0, 16), bigEndian: true);
        if (knownSets.Add(id) && !await db.PeopleSets.AnyAsync(s => s.SetId == id, cancellationToken))
        {
            db.PeopleSets.AddRange(sorted.Select(p => new PeopleSetRow { SchoolId = School, SetId = id, PersonId = new PersonId(p) }));
        }

        return id;
    }
}
