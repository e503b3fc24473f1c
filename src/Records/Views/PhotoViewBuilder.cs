using MediaGuard.Consent.Decisions;
using MediaGuard.Ingest.Names;
using MediaGuard.Media;
using MediaGuard.Records.Items;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Views;

/// <summary>Everything a list of photos needs, read in a handful of queries however long the list.</summary>
internal sealed class PhotoViewBuilder
{
    private readonly RecordsContext db;
    private readonly DateOnly today;
    private readonly Audience audience;
    private readonly PolicyDocument policy;
    private readonly IReadOnlyDictionary<MediaId, SceneGround> grounds;
    private readonly Dictionary<GroupId, string> groups;
    private readonly Dictionary<PersonId, string> names;
    private readonly ILookup<MediaId, VerdictRow> verdicts;
    private readonly ILookup<MediaId, ReleaseRow> releases;
    private readonly Dictionary<RenditionId, RenditionRow> renditions;
    private readonly ILookup<MediaId, FaceRow> faces;
    private readonly HashSet<MediaId> still;

    private PhotoViewBuilder(
        RecordsContext db,
        DateOnly today,
        Audience audience,
        PolicyDocument policy,
        IReadOnlyDictionary<MediaId, SceneGround> grounds,
        Dictionary<GroupId, string> groups,
        Dictionary<PersonId, string> names,
        ILookup<MediaId, VerdictRow> verdicts,
        ILookup<MediaId, ReleaseRow> releases,
        Dictionary<RenditionId, RenditionRow> renditions,
        ILookup<MediaId, FaceRow> faces,
        HashSet<MediaId> still)
    {
        this.db = db;
        this.today = today;
        this.audience = audience;
        this.policy = policy;
        this.grounds = grounds;
        this.groups = groups;
        this.names = names;
        this.verdicts = verdicts;
        this.releases = releases;
        this.renditions = renditions;
        this.faces = faces;
        this.still = still;
    }

    /// <param name="stillSince">What has not moved since then stands still.</param>
    public static async Task<PhotoViewBuilder> LoadAsync(
        RecordsContext db, List<MediaRow> rows, DateOnly today, Audience audience, Instant stillSince, CancellationToken cancellationToken)
    {
        var ids = rows.Select(r => r.Id).ToList();
        var head = await db.Heads.AsNoTracking().SingleAsync(cancellationToken);
        var grounds = await new SceneReader(db, today).ReadAsync(ids, head.RegisterVersion, head.PolicyVersion, cancellationToken);
        var people = grounds.Values.SelectMany(g => SceneReader.PeopleOf(g.Scene)).Distinct().ToList();
        return new PhotoViewBuilder(
            db,
            today,
            audience,
            await PolicyStore.DocumentAsync(db, head.PolicyVersion, cancellationToken),
            grounds,
            await db.Groups.AsNoTracking().ToDictionaryAsync(g => g.Id, g => g.Name, cancellationToken),
            await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.FullName, cancellationToken),
            (await db.Verdicts.AsNoTracking().Where(v => v.IsCurrent && ids.Contains(v.MediaId)).ToListAsync(cancellationToken)).ToLookup(v => v.MediaId),
            (await db.Releases.AsNoTracking().Where(r => r.State != ReleaseState.Recalled && ids.Contains(r.MediaId)).ToListAsync(cancellationToken)).ToLookup(r => r.MediaId),
            await db.Renditions.AsNoTracking().Where(r => ids.Contains(r.MediaId)).ToDictionaryAsync(r => r.Id, cancellationToken),
            (await db.Faces.AsNoTracking().Where(f => ids.Contains(f.MediaId)).ToListAsync(cancellationToken)).ToLookup(f => f.MediaId),
            (await ItemLedger.StandingStill(db, stillSince).Where(m => ids.Contains(m.Id)).Select(m => m.Id).ToListAsync(cancellationToken)).ToHashSet());
    }

    /// <summary>Every box there is, whatever was said of it.</summary>
    public int BoxesOf(MediaRow row) => grounds[row.Id].Scene.Faces.Length;

    public PhotoView View(MediaRow row)
    {
        var ground = grounds[row.Id];
        var scene = ground.Scene;
        var rendition = row.RenditionId is { } id ? renditions.GetValueOrDefault(id) : null;
        return new PhotoView(
            row.Id,
            row.GroupId,
            row.GroupId is { } group ? groups.GetValueOrDefault(group) : null,
            row.Status,
            Trouble(row),
            row.NoticedAt,
            row.ArrivedOn,
            rendition is not null && row.Status is >= MediaStatus.Cleaned and <= MediaStatus.Shredded,
            rendition?.Width ?? 0,
            rendition?.Height ?? 0,
            scene.Faces.Count(f => f.Answer != FaceAnswer.NotAFace),
            scene.Faces.Count(f => f.IsDoubtful && f.Answer == FaceAnswer.Unanswered),
            [.. policy.Channels.Select(c => Channel(row, scene, c))],
            [.. scene.Named],
            scene.NobodyElse || scene.NobodyFromOutside,
            ContactSheet.NeedsOneByOne(scene, ground.Policy))
        {
            IsStandingStill = still.Contains(row.Id),
            IsNotFit = scene.Refusals.Any(r => r is { Channel: null, Reason: ReasonCode.NotFitToBeSeen }),
        };
    }

    public async Task<PhotoDetail> DetailAsync(MediaRow row, CancellationToken cancellationToken)
    {
        var scene = grounds[row.Id].Scene;
        var pool = await PersonViews.ReadAsync(db, [.. (scene.Pool ?? []).Union(scene.Named)], today, cancellationToken);
        var media = (MediaId?)row.Id;
        var said = await db.Attestations.AsNoTracking()
            .Where(a => a.RetractedAt == null && (a.MediaId == media || (a.MediaId == null && a.ContentSha256 == row.Sha256))).ToListAsync(cancellationToken);
        var users = said.Select(a => a.By.Value).Distinct().ToList();
        var colleagues = await db.Users.AsNoTracking().Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        var hints = await db.NameHints.AsNoTracking().Where(h => h.MediaId == row.Id).ToListAsync(cancellationToken);
        var hinted = hints.Select(h => h.PersonId).Distinct().ToList();
        var named = await db.People.AsNoTracking().Where(p => hinted.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.FullName, cancellationToken);
        var camera = string.Join(' ', new[] { row.CameraMake, row.CameraModel }.Where(t => !string.IsNullOrWhiteSpace(t)));
        return new PhotoDetail(
            View(row),
            [.. scene.Faces.Select(f => Face(row.Id, f))],
            pool,
            scene.NobodyFromOutside,
            scene.NobodyElse,
            scene.Absent,
            camera.Length > 0 ? camera : null,
            Path.GetFileName(row.SourcePath),
            [.. said.OrderByDescending(a => a.At.Microseconds).Select(a => new SaidView(
                a.Kind,
                a.PersonId,
                a.PersonId is { } person ? names.GetValueOrDefault(person) : null,
                a.FaceId,
                a.FaceId is { } face ? NumberOf(row.Id, face) : null,
                a.Channel is { } channel ? new ChannelId(channel) : null,
                a.MediaId is null,
                colleagues.GetValueOrDefault(a.By.Value, Words.Text("somebody who has left")),
                a.At))])
        {
            Notes = row.RenditionId is { } id && renditions.GetValueOrDefault(id) is { Notes.Length: > 0 } made ? made.Notes.Split(',') : [],
            NameHints = [.. hints.Where(h => named.ContainsKey(h.PersonId)).OrderByDescending(h => h.Sureness).ThenBy(h => h.Field)
                .Select(h => new NameHintView(h.PersonId, named[h.PersonId], h.Field, h.Sureness, h.Sureness > Sureness.Weak))],
            Redactions = [.. Redactions(row.Id, scene, said)],
        };
    }

    private IEnumerable<RedactionView> Redactions(MediaId media, Scene scene, List<AttestationRow> said) =>
        from setting in policy.Channels
        let channel = new ChannelId(setting.Channel)
        where scene.Redacted.ContainsKey(channel)
        let redacted = scene.Redacted[channel]
        select new RedactionView(
            channel,
            grounds[media].RenditionFor(channel),
            said.Where(a => a.Kind == AttestationKind.Blurred && a.Channel == setting.Channel && a.FaceId is not null).Select(a => a.FaceId!.Value).ToHashSet(),
            RedactionRecipe.Of(said)[setting.Channel].Kept,
            [.. redacted.Faces.Where(f => scene.Faces.All(known => known.Id != f.Id)).Select(f => Face(media, f))]);

    private FaceView Face(MediaId media, SceneFace face) => new(
        face.Id,
        NumberOf(media, face.Id) ?? 0,
        face.Box,
        face.IsDoubtful,
        face.Answer == FaceAnswer.NotAFace,
        face.Person,
        face.Person is { } person ? names.GetValueOrDefault(person) : null)
    {
        Suggested = face.Suggested,
        SuggestedName = face.Suggested is { } looksLike ? names.GetValueOrDefault(looksLike) : null,
        IsAdult = face.Answer == FaceAnswer.Adult,
        IsByHand = faces[media].Any(r => r.Id == face.Id && r.SeenBy == FaceRow.Hand),
        IsUnderCover = face.IsUnderCover,
    };

    private ChannelView Channel(MediaRow row, Scene scene, ChannelSetting setting)
    {
        var channel = new ChannelId(setting.Channel);
        var verdict = verdicts[row.Id].FirstOrDefault(v => v.Channel == setting.Channel);
        var copies = releases[row.Id].Where(r => r.Channel == setting.Channel).ToList();
        var asked = scene.AskedFor.Contains(channel);

        // unknown is no: what could not be taken further, or is not taken further, is held for everything it was asked for
        var isHeldByTrouble = asked && (row.Status == MediaStatus.Quarantined || (row.Status < MediaStatus.Decided && still.Contains(row.Id)));
        return new ChannelView(
            channel,
            setting.Name,
            asked,
            isHeldByTrouble ? Verdict.Held : verdict?.Verdict,
            isHeldByTrouble ? [Trouble(row)!] : verdict is null ? [] : [.. ReasonList.Parse(verdict.Reasons).Select(r => Reason(row.Id, r))],
            copies.Any(r => r.State == ReleaseState.Released),
            copies.Any(r => r.State == ReleaseState.Recalling));
    }

    private ReasonView Reason(MediaId media, Reason reason) => new(
        reason.Code,
        ReasonSentences.For(reason.Code, audience),
        reason.Person is { } person ? names.GetValueOrDefault(person) : null,
        reason.Face is { } face ? NumberOf(media, face) : null,
        reason.Code.IsDischargeable())
    {
        Person = reason.Code.IsDischargeable() ? reason.Person : null,
    };

    private ReasonView? Trouble(MediaRow row)
    {
        var code = row.Status >= MediaStatus.Quarantined && !(still.Contains(row.Id) && row.Waiting != ReasonCode.None) ? row.Reason
            : row.Waiting != ReasonCode.None ? row.Waiting
            : still.Contains(row.Id) ? ReasonCode.StandingStill
            : ReasonCode.None;
        return code == ReasonCode.None ? null : new ReasonView(code, ReasonSentences.For(code, row.Leftover, audience), null, null, false);
    }

    private int? NumberOf(MediaId media, FaceId face) => faces[media].FirstOrDefault(f => f.Id == face)?.Number;
}
