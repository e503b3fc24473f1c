using System.Collections.Immutable;
using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Ingest.Names;
using MediaGuard.Media;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Scenes;

/// <summary>Maps rows to the rules' own snapshots.</summary>
internal sealed class SceneReader(RecordsContext db, DateOnly today)
{
    public async Task<IReadOnlyDictionary<MediaId, SceneGround>> ReadAsync(
        IReadOnlyCollection<MediaId> media, long registerVersion, long policyVersion, CancellationToken cancellationToken)
    {
        var rows = await db.Media.AsNoTracking().Where(m => media.Contains(m.Id)).ToListAsync(cancellationToken);
        var faces = (await db.Faces.AsNoTracking().Where(f => media.Contains(f.MediaId)).ToListAsync(cancellationToken)).ToLookup(f => f.MediaId);
        var hints = (await db.NameHints.AsNoTracking().Where(h => media.Contains(h.MediaId) && h.Sureness != Sureness.Weak).ToListAsync(cancellationToken)).ToLookup(h => h.MediaId, h => h.PersonId);
        var said = await SaidAsync(rows, cancellationToken);
        var batches = await BatchesAsync(media, cancellationToken);
        var groups = await db.Groups.AsNoTracking().ToDictionaryAsync(g => g.Id, cancellationToken);
        var pools = await PoolsAsync(rows, said, cancellationToken);
        var policy = await PolicyStore.ReadAsync(db, policyVersion, cancellationToken);
        var redacted = (await db.Renditions.AsNoTracking().Where(r => media.Contains(r.MediaId) && r.Kind == RenditionKind.Redacted && r.MadeAt != default(Instant)).ToListAsync(cancellationToken)).ToLookup(r => r.MediaId);

        var scenes = rows.ToDictionary(
            row => row.Id,
            row => MakeScene(row, [.. Faces.Standing(faces[row.Id], row.RenditionId, said[row.Id])], [.. said[row.Id]], pools[row.Id], row.GroupId is { } g ? groups.GetValueOrDefault(g) : null)
                with
            { NameHints = [.. hints[row.Id]], Batches = [.. batches[row.Id]] });
        foreach (var sent in await SentToLeadAsync(media, cancellationToken))
        {
            scenes[sent] = scenes[sent] with { Refusals = scenes[sent].Refusals.Add(new ChannelRefusal(null, ReasonCode.SentToLead)) };
        }

        var holds = await TakenBackHolds.ReadAsync(db, media, policy, id => PeopleOf(scenes[id]).Concat(said[id].Select(a => a.PersonId).OfType<PersonId>()), cancellationToken);
        var made = new Dictionary<MediaId, ImmutableDictionary<ChannelId, RenditionId>>();
        foreach (var row in rows)
        {
            scenes[row.Id] = scenes[row.Id] with { TakenBack = holds.Of(scenes[row.Id], row.RenditionId, said[row.Id]) };
            (scenes[row.Id], made[row.Id]) = WithRedacted(scenes[row.Id], [.. faces[row.Id]], [.. said[row.Id]], [.. redacted[row.Id]], holds);
        }

        var people = scenes.Values.SelectMany(PeopleOf).Distinct().ToList();
        var register = await ReadRegisterAsync(registerVersion, people, cancellationToken);
        return rows.ToDictionary(row => row.Id, row => new SceneGround(scenes[row.Id], register, policy, row.Status, row.RenditionId) { Redacted = made[row.Id] });
    }

    /// <summary>Everybody the item may show; null when that is not known.</summary>
    public async Task<ImmutableHashSet<PersonId>?> PoolAsync(MediaId media, CancellationToken cancellationToken)
    {
        var rows = await db.Media.AsNoTracking().Where(m => m.Id == media).ToListAsync(cancellationToken);
        return rows.Count == 0 ? null : (await PoolsAsync(rows, await SaidAsync(rows, cancellationToken), cancellationToken))[media];
    }

    public async Task<RegisterSnapshot> ReadRegisterAsync(long version, IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken)
    {
        var head = db.Heads.Local.SingleOrDefault() is { } locked
            ? new { locked.RegisterConfirmedOn, locked.RestoredTo }
            : await db.Heads.Select(h => new { h.RegisterConfirmedOn, h.RestoredTo }).SingleOrDefaultAsync(cancellationToken);
        var rows = await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).ToListAsync(cancellationToken);
        var memberships = (await db.Memberships.AsNoTracking().Where(m => people.Contains(m.PersonId)).ToListAsync(cancellationToken)).ToLookup(m => m.PersonId);
        var consents = (await db.Consents.AsNoTracking().Where(c => people.Contains(c.PersonId)).ToListAsync(cancellationToken)).ToLookup(c => c.PersonId);
        return new RegisterSnapshot(version, today, rows.Select(p => Person(p, memberships[p.Id], consents[p.Id])), head?.RegisterConfirmedOn) { IsRestored = head?.RestoredTo is not null };
    }

    internal static RegisteredPerson Person(PersonRow row, IEnumerable<MembershipRow> memberships, IEnumerable<ConsentRow> consents) => new(
        row.Id,
        row.Kind,
        row.LeftOn,
        row.IsProtected,
        [.. memberships.Select(m => new GroupMembership(m.GroupId, m.From, m.Until))],
        [.. consents.Select(c => new ConsentRecord(c.Sequence, c.PersonId, new PurposeId(c.Purpose), c.Answer, c.From, c.Until) { Basis = c.Basis, How = c.How, Guardian = c.GuardianId })]);

    private static Scene MakeScene(MediaRow row, ImmutableArray<FaceRow> faces, ImmutableArray<AttestationRow> said, ImmutableHashSet<PersonId>? pool, GroupRow? group)
    {
        var answers = new SceneFaces(said);
        var asked = said.Where(a => a.Kind is AttestationKind.AskedFor or AttestationKind.NotAskedFor && a.Channel is not null)
            .GroupBy(a => a.Channel!).Select(g => g.OrderBy(a => a.At.Microseconds).ThenBy(a => a.Id).Last())
            .ToDictionary(a => new ChannelId(a.Channel!), a => a.Kind == AttestationKind.AskedFor);
        if (group is { AsksSeesaw: true })
        {
            asked.TryAdd(ChannelId.Seesaw, true);
        }

        return new Scene
        {
            Media = row.Id,
            Version = row.SceneVersion,
            HasRendition = row.RenditionId is not null,
            Sight = row.Sight,
            SightFailure = row.SightFailure,
            ModelsVersion = row.ModelsVersion,
            Faces = [.. faces.Select(answers.Of)],
            Pool = pool,
            Named = [.. said.Where(SceneFaces.IsName).Select(a => a.PersonId!.Value)],
            Absent = [.. said.Where(a => a.Kind == AttestationKind.Absent && a.PersonId is not null).Select(a => a.PersonId!.Value)],
            NobodyFromOutside = said.Any(a => a.Kind == AttestationKind.NobodyFromOutside),
            NobodyElse = said.Any(a => a.Kind == AttestationKind.NobodyElse),
            Device = row.Device,
            AskedFor = [.. asked.Where(a => a.Value).Select(a => a.Key)],
            Approvals = RedactedScene.Approvals(said, row.RenditionId, row.RenditionId, faces.Length),
            AttestedBy = [.. said.Where(a => SaysWhoIsInIt(a.Kind)).Select(a => a.By)],
            Refusals = [.. said.Where(a => a.Kind == AttestationKind.RefusedFor)
                .Select(a => new ChannelRefusal(a.Channel is { } c ? new ChannelId(c) : null, ReasonList.Codes(a.Reasons).FirstOrDefault(ReasonCode.RefusedByOffice)))],
        };
    }

    private static bool SaysWhoIsInIt(AttestationKind kind) => kind is not (AttestationKind.AskedFor or AttestationKind.NotAskedFor or AttestationKind.Approved or AttestationKind.RefusedFor);

    /// <summary>What was said of photos other than where they are asked for, taken back or not.</summary>
    internal static IQueryable<AttestationRow> Spoken(RecordsContext db) =>
        db.Attestations.Where(a => a.MediaId != null && a.Kind != AttestationKind.AskedFor && a.Kind != AttestationKind.NotAskedFor);

    /// <summary>Photos of which this person has said something: their eyes are no second pair.</summary>
    internal static IQueryable<MediaId> SpokenOf(RecordsContext db, UserId by) => Spoken(db).Where(a => a.By == by).Select(a => a.MediaId!.Value);

    internal static Task<bool> HasSpokenAsync(RecordsContext db, MediaId media, UserId by, CancellationToken cancellationToken) =>
        SpokenOf(db, by).ContainsAsync(media, cancellationToken);

    /// <summary>Photos with a picture that people may be shown.</summary>
    internal static IQueryable<MediaRow> Showable(RecordsContext db) =>
        db.Media.Where(m => m.Status >= MediaStatus.Decided && m.Status <= MediaStatus.Shredded && m.RenditionId != null
            && !db.Attestations.Any(a => a.MediaId == m.Id && a.RetractedAt == null && a.Kind == AttestationKind.RefusedFor && a.Channel == null));

    private async Task<List<MediaId>> SentToLeadAsync(IEnumerable<MediaId> media, CancellationToken cancellationToken)
    {
        var ids = media.Cast<MediaId?>().ToList();
        return await HeadTransaction.PendingSeals(db).Where(i => ids.Contains(i.MediaId) && db.Media.Any(m => m.Id == i.MediaId)).Select(i => i.MediaId!.Value).Distinct().ToListAsync(cancellationToken);
    }

    private async Task<ILookup<MediaId, BatchHold>> BatchesAsync(IReadOnlyCollection<MediaId> media, CancellationToken cancellationToken)
    {
        var holds = await (
            from item in db.BatchItems
            join batch in db.Batches on item.BatchId equals batch.Id
            where media.Contains(item.MediaId) && (batch.State == BatchState.Waiting || batch.State == BatchState.Disputed)
            select new { item.MediaId, item.Before, batch.State }).ToListAsync(cancellationToken);
        return holds.ToLookup(
            h => h.MediaId,
            h => new BatchHold(h.State == BatchState.Disputed, [.. h.Before.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(c => new ChannelId(c))]));
    }

    private static (Scene Scene, ImmutableDictionary<ChannelId, RenditionId> Made) WithRedacted(
        Scene scene, ImmutableArray<FaceRow> faces, ImmutableArray<AttestationRow> said, ImmutableArray<RenditionRow> renditions, TakenBackHolds holds)
    {
        var scenes = ImmutableDictionary<ChannelId, Scene>.Empty;
        var ids = ImmutableDictionary<ChannelId, RenditionId>.Empty;
        foreach (var (name, redaction) in RedactionRecipe.Of(said))
        {
            var channel = new ChannelId(name);
            var recipe = RedactionRecipe.Write(redaction);
            var made = renditions.FirstOrDefault(r => r.Channel == name && r.Recipe == recipe);
            var left = RedactedScene.Of(scene, channel, redaction, made, faces, said);
            scenes = scenes.Add(channel, left with { TakenBack = holds.Of(left, made?.Id, said) });
            ids = made is null ? ids : ids.Add(channel, made.Id);
        }

        return (scene with { Redacted = scenes }, ids);
    }

    /// <summary>Everybody a scene speaks of, that of each rendition included.</summary>
    internal static IEnumerable<PersonId> PeopleOf(Scene scene) => scene.Redacted.Values.Append(scene)
        .SelectMany(s => (s.Pool ?? []).Union(s.Named).Union(s.NameHints).Union(s.Faces.Where(f => f.Suggested is not null).Select(f => f.Suggested!.Value)));

    private async Task<ILookup<MediaId, AttestationRow>> SaidAsync(List<MediaRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(r => (MediaId?)r.Id).ToList();
        var contents = rows.Where(r => r.Sha256 is not null).Select(r => r.Sha256!).ToList();
        var live = await db.Attestations.AsNoTracking()
            .Where(a => a.RetractedAt == null && (ids.Contains(a.MediaId) || (a.MediaId == null && contents.Contains(a.ContentSha256!))))
            .ToListAsync(cancellationToken);
        var byContent = live.Where(a => a.MediaId is null).ToLookup(a => Convert.ToHexString(a.ContentSha256!));
        var byMedia = live.Where(a => a.MediaId is not null).ToLookup(a => a.MediaId!.Value);
        return rows.SelectMany(r => byMedia[r.Id].Concat(r.Sha256 is null ? [] : byContent[Convert.ToHexString(r.Sha256)]).Select(a => (r.Id, a)))
            .ToLookup(x => x.Id, x => x.a);
    }

    /// <remarks>
    /// A camera's clock may be wrong, so the pool is everybody who belonged to the group on the day the camera says or on the day the photo arrived.
    /// An empty group is an unknown one: nobody's consent is not everybody's.
    /// </remarks>
    private async Task<Dictionary<MediaId, ImmutableHashSet<PersonId>?>> PoolsAsync(List<MediaRow> rows, ILookup<MediaId, AttestationRow> said, CancellationToken cancellationToken)
    {
        var wanted = rows.Where(r => r.GroupId is not null).Select(r => r.GroupId!.Value)
            .Concat(said.SelectMany(s => s).Where(a => a.Kind == AttestationKind.PoolAddsGroup && a.GroupId is not null).Select(a => a.GroupId!.Value)).Distinct().ToList();
        var members = (await db.Memberships.AsNoTracking().Where(m => wanted.Contains(m.GroupId)).ToListAsync(cancellationToken)).ToLookup(m => m.GroupId);
        var pools = new Dictionary<MediaId, ImmutableHashSet<PersonId>?>();
        foreach (var row in rows)
        {
            var own = row.GroupId is { } group ? On(members[group], row) : [];
            var more = said[row.Id].Where(a => a.Kind == AttestationKind.PoolAddsGroup && a.GroupId is not null).SelectMany(a => On(members[a.GroupId!.Value], row))
                .Concat(said[row.Id].Where(a => a.Kind == AttestationKind.PoolAddsPerson && a.PersonId is not null).Select(a => a.PersonId!.Value));
            pools[row.Id] = own.Count == 0 ? null : [.. own, .. more];
        }

        return pools;
    }

    private static ImmutableHashSet<PersonId> On(IEnumerable<MembershipRow> members, MediaRow row) =>
    [
        .. members.Where(m => Holds(m, row.ArrivedOn) || (row.TakenOn is { } day && Holds(m, day))).Select(m => m.PersonId),
    ];

    private static bool Holds(MembershipRow member, DateOnly day) => member.From <= day && (member.Until is null || day <= member.Until);
}
