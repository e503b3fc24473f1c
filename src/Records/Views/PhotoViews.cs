using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.Register;
using MediaGuard.Consent.Review;
using MediaGuard.Media;
using MediaGuard.Records.Items;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MediaGuard.Records.Views;

internal sealed class PhotoViews(IRecordsFactory factory, TimeProvider clock, IOptions<RecordsOptions> options) : IPhotoViews
{
    /// <summary>Held for nothing but a second look: somebody else's turn, not the queue's.</summary>
    private const string AwaitsLook = nameof(ReasonCode.SecondLookAwaited);

    /// <summary>Shots of one moment that are read in full, at most: the nearest in time.</summary>
    private const int MostNear = 40;

    public async Task<IReadOnlyList<ClassView>> ClassesAsync(SchoolId school, UserId? teacher, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var groups = teacher is { } user
            ? db.Groups.Where(g => db.Teaches.Any(t => t.UserId == user && t.GroupId == g.Id))
            : db.Groups;
        return await groups.AsNoTracking().OrderBy(g => g.Name).Select(g => new ClassView(g.Id, g.Name, g.AsksSeesaw)).ToListAsync(cancellationToken);
    }

    public Task<IReadOnlyList<PhotoView>> DayAsync(SchoolId school, GroupId? group, DateOnly day, Reader reader, CancellationToken cancellationToken) =>
        ListAsync(school, db => db.Media.Where(m => m.ArrivedOn == day && (group == null || m.GroupId == group)), reader, cancellationToken);

    public async Task<IReadOnlyList<DateOnly>> DaysAsync(SchoolId school, GroupId? group, int atMost, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return await db.Media.Where(m => group == null || m.GroupId == group).Select(m => m.ArrivedOn).Distinct().OrderByDescending(d => d).Take(atMost).ToListAsync(cancellationToken);
    }

    public async Task<DayCounts> CountsAsync(SchoolId school, GroupId? group, DateOnly day, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var media = db.Media.Where(m => m.ArrivedOn == day && (group == null || m.GroupId == group));
        var rows = await media.Select(m => new { m.Id, m.Status }).ToListAsync(cancellationToken);
        var worst = await db.Verdicts.Where(v => v.IsCurrent && media.Any(m => m.Id == v.MediaId))
            .GroupBy(v => v.MediaId).Select(g => new { g.Key, Worst = g.Max(v => (int)v.Verdict) }).ToDictionaryAsync(g => g.Key, g => (Verdict)g.Worst, cancellationToken);
        var decided = rows.Where(r => r.Status is >= MediaStatus.Decided and <= MediaStatus.Shredded).ToList();
        int Count(Verdict verdict) => decided.Count(r => worst.TryGetValue(r.Id, out var v) && v == verdict);
        return new DayCounts(
            rows.Count(r => r.Status < MediaStatus.Decided),
            Count(Verdict.Cleared),
            Count(Verdict.Held),
            Count(Verdict.Refused),
            decided.Count(r => !worst.ContainsKey(r.Id)),
            rows.Count(r => r.Status >= MediaStatus.Quarantined));
    }

    public async Task<IReadOnlyList<PhotoView>> HeldAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var books = factory.Open(school);
        var stuck = await LooksForNobody.ReadAsync(books, Instant.Now(clock), cancellationToken);
        return await ListAsync(school, db => Held(db, StillSince, stuck), Reader.Office, cancellationToken);
    }

    public async Task<IReadOnlyList<MediaId>> HeldIdsAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var stuck = await LooksForNobody.ReadAsync(db, Instant.Now(clock), cancellationToken);
        return await Held(db, StillSince, stuck).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(cancellationToken);
    }

    public async Task<(IReadOnlyList<PhotoView> Newest, int Count)> NoLongerClearedAsync(SchoolId school, PersonId person, int atMost, CancellationToken cancellationToken)
    {
        await using var books = factory.Open(school);
        var refused = await RefusedChannelsAsync(books, person, cancellationToken);
        var count = await Lost(books).CountAsync(cancellationToken);
        return (await ListAsync(school, db => Lost(db).OrderByDescending(m => m.Id).Take(atMost), Reader.Office, cancellationToken), count);

        IQueryable<MediaRow> Lost(RecordsContext db)
        {
            var sets = db.PeopleSets.Where(s => s.PersonId == person).Select(s => (Guid?)s.SetId);
            var lost = db.Verdicts.Where(v => v.Verdict == Verdict.Cleared && refused.Contains(v.Channel) && sets.Contains(v.RestsOn)
                && !db.Verdicts.Any(now => now.MediaId == v.MediaId && now.Channel == v.Channel && now.IsCurrent && now.Verdict == Verdict.Cleared)).Select(v => v.MediaId);
            return db.Media.Where(m => m.Status <= MediaStatus.Shredded && lost.Contains(m.Id));
        }
    }

    public Task<IReadOnlyList<PhotoView>> PhotosAsync(SchoolId school, IReadOnlyCollection<MediaId> media, Reader reader, CancellationToken cancellationToken) =>
        ListAsync(school, db => db.Media.Where(m => media.Contains(m.Id)), reader, cancellationToken);

    public async Task<IReadOnlyList<PhotoView>> AlikeAsync(SchoolId school, MediaId media, int atMost, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        if (await db.Media.AsNoTracking().FirstOrDefaultAsync(m => m.Id == media, cancellationToken) is not { GroupId: { } group, Likeness: not null } shown)
        {
            return [];
        }

        var zone = await ZoneAsync(db, cancellationToken);
        var day = await db.Media.AsNoTracking().Where(m => m.ArrivedOn == shown.ArrivedOn && m.GroupId == group && m.Id != media && m.Likeness != null && m.Sight == Sight.Seen)
            .Select(m => new MediaRow { Id = m.Id, GroupId = m.GroupId, Likeness = m.Likeness, CapturedLocal = m.CapturedLocal, NoticedAt = m.NoticedAt }).ToListAsync(cancellationToken);
        var (one, others) = (ShotOf(shown, 0, zone), day.ConvertAll(row => ShotOf(row, 0, zone)));
        var near = others.IntersectBy(AlikeShots.To(one, others), s => s.Media).OrderBy(s => (s.At - one.At).Duration()).Take(MostNear).Select(s => s.Media).ToList();
        if (near.Count == 0)
        {
            return [];
        }

        var rows = await Held(db, StillSince, []).AsNoTracking().Where(m => near.Contains(m.Id) && m.Status >= MediaStatus.Decided && m.Status <= MediaStatus.Shredded).ToListAsync(cancellationToken);
        var builder = await PhotoViewBuilder.LoadAsync(db, [shown, .. rows], Today(zone), Reader.Office.ToAudience(), StillSince, cancellationToken);
        var alike = AlikeShots.To(ShotOf(shown, builder.BoxesOf(shown), zone), rows.Select(row => ShotOf(row, builder.BoxesOf(row), zone)));
        return [.. alike.Take(atMost).Select(id => builder.View(rows.Single(r => r.Id == id)))];
    }

    public async Task<PhotoDetail?> DetailAsync(SchoolId school, MediaId media, Reader reader, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var row = await db.Media.AsNoTracking().FirstOrDefaultAsync(m => m.Id == media, cancellationToken);
        if (row is null)
        {
            return null;
        }

        var builder = await PhotoViewBuilder.LoadAsync(db, [row], Today(await ZoneAsync(db, cancellationToken)), reader.ToAudience(), StillSince, cancellationToken);
        return await builder.DetailAsync(row, cancellationToken);
    }

    public async Task<IReadOnlyList<PersonView>> PeopleAsync(SchoolId school, GroupId group, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var today = Today(await ZoneAsync(db, cancellationToken));
        var people = await db.Memberships.Where(m => m.GroupId == group && m.From <= today && (m.Until == null || m.Until >= today))
            .Select(m => m.PersonId).Distinct().ToListAsync(cancellationToken);
        return await PersonViews.ReadAsync(db, people, today, cancellationToken);
    }

    public async Task<IReadOnlyList<FoundPerson>> FindPeopleAsync(
        SchoolId school, MediaId media, UserId? teacher, string search, int atMost, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return await new PeopleFinder(db, media, teacher, Today(await ZoneAsync(db, cancellationToken))).FindAsync(search, atMost, cancellationToken);
    }

    public async Task<bool> MayBeNamedAsync(SchoolId school, MediaId media, UserId? teacher, PersonId person, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return await new PeopleFinder(db, media, teacher, Today(await ZoneAsync(db, cancellationToken))).MayBeNamedAsync(person, cancellationToken);
    }

    public async Task<RenditionId?> RenditionAsync(SchoolId school, MediaId media, ChannelId channel, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var head = await db.Heads.AsNoTracking().SingleAsync(cancellationToken);
        var grounds = await new SceneReader(db, Today(await ZoneAsync(db, cancellationToken))).ReadAsync([media], head.RegisterVersion, head.PolicyVersion, cancellationToken);
        return grounds.GetValueOrDefault(media)?.RenditionFor(channel);
    }

    public async Task<PhotoPlace?> PlaceAsync(SchoolId school, MediaId media, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return await db.Media.Where(m => m.Id == media).Select(m => new PhotoPlace(m.GroupId)).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<KeyValuePair<ChannelId, string>>> ChannelsAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var document = await PolicyStore.CurrentAsync(db, cancellationToken);
        return [.. document.Channels.Select(c => KeyValuePair.Create(new ChannelId(c.Channel), c.Name))];
    }

    /// <param name="stillSince">What has not moved since then stands still.</param>
    /// <param name="stuck">What waits for a second look that nobody may give.</param>
    internal static IQueryable<MediaRow> Held(RecordsContext db, Instant stillSince, IReadOnlyCollection<MediaId> stuck) => db.Media.Where(m => m.Status == MediaStatus.Quarantined
        || stuck.Contains(m.Id)
        || ItemLedger.StandingStill(db, stillSince).Select(s => s.Id).Contains(m.Id)
        || (m.Status >= MediaStatus.Decided && m.Status <= MediaStatus.Shredded && db.Verdicts.Any(v => v.MediaId == m.Id && v.IsCurrent && v.Verdict == Verdict.Held && v.Reasons != AwaitsLook)));

    /// <summary>Channels that need a purpose this person ever said no to; every one for somebody who may be shown nowhere.</summary>
    private static async Task<List<string>> RefusedChannelsAsync(RecordsContext db, PersonId person, CancellationToken cancellationToken)
    {
        var document = await PolicyStore.CurrentAsync(db, cancellationToken);
        var noes = await db.Consents.Where(c => c.PersonId == person && c.Answer != ConsentAnswer.Given).Select(c => c.Purpose).Distinct().ToListAsync(cancellationToken);
        var nowhere = await db.People.AnyAsync(p => p.Id == person && p.IsProtected, cancellationToken);
        return [.. document.Channels.Where(c => nowhere || c.Purposes.Any(noes.Contains)).Select(c => c.Channel)];
    }

    private static Shot ShotOf(MediaRow row, int boxes, TimeZoneInfo zone) =>
        new(row.Id, row.GroupId, row.CapturedLocal ?? TimeZoneInfo.ConvertTime(row.NoticedAt.ToDateTimeOffset(), zone).DateTime, row.Likeness, boxes);

    private Instant StillSince => Instant.Now(clock) - options.Value.StandstillAfter;

    private static async Task<TimeZoneInfo> ZoneAsync(RecordsContext db, CancellationToken cancellationToken) =>
        TimeZoneInfo.FindSystemTimeZoneById(await db.Schools.Select(s => s.TimeZone).SingleAsync(cancellationToken));

    private DateOnly Today(TimeZoneInfo zone) => Instant.Now(clock).DayIn(zone);

    private async Task<IReadOnlyList<PhotoView>> ListAsync(
        SchoolId school, Func<RecordsContext, IQueryable<MediaRow>> which, Reader reader, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var rows = await which(db).AsNoTracking().OrderBy(m => m.Id).ToListAsync(cancellationToken);
        var builder = await PhotoViewBuilder.LoadAsync(db, rows, Today(await ZoneAsync(db, cancellationToken)), reader.ToAudience(), StillSince, cancellationToken);
        return [.. rows.Select(builder.View)];
    }
}
