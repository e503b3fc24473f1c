using MediaGuard.Consent.Decisions;
using MediaGuard.Media;
using MediaGuard.Records.Looking;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Views;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Subjects;

internal sealed class SubjectBook(IRecordsFactory factory, IHeads heads, IRegisterViews register, ISideLog log, TimeProvider clock) : ISubjectBook
{
    private static readonly AttestationKind[] OfAPerson = [AttestationKind.InPicture, AttestationKind.OnFace, AttestationKind.Absent, AttestationKind.PoolAddsPerson];

    /// <remarks>Read as the office reads it: what is handed out may reach a parent from whom somebody is protected.</remarks>
    public async Task<SubjectRecord?> ReadAsync(SchoolId school, PersonId person, CancellationToken cancellationToken)
    {
        if (await register.PersonAsync(school, person, Reader.Office, cancellationToken) is not { } history)
        {
            return null;
        }

        await log.FlushAsync(cancellationToken);
        await using var db = factory.Open(school);
        var info = await db.Schools.AsNoTracking().SingleAsync(cancellationToken);
        var (photos, sealedCount) = await PhotosAsync(db, person, cancellationToken);
        return new SubjectRecord(
            school,
            info.Name,
            TimeZoneInfo.FindSystemTimeZoneById(info.TimeZone),
            history,
            photos,
            await SaidAsync(db, person, cancellationToken),
            await CopiesAsync(db, person, [.. photos.Where(p => p.IsNamed).Select(p => p.Media)], cancellationToken),
            await log.OfPersonAsync(school, person, cancellationToken),
            sealedCount,
            await db.People.AnyAsync(p => p.Id == person && p.IsProtected, cancellationToken));
    }

    public async Task<(SubjectGround? Ground, SubjectGap Gap)> GroundAsync(SchoolId school, PersonId person, MediaId media, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var head = await db.Heads.AsNoTracking().SingleAsync(cancellationToken);
        var today = Instant.Now(clock).DayIn(TimeZoneInfo.FindSystemTimeZoneById(await db.Schools.Select(s => s.TimeZone).SingleAsync(cancellationToken)));
        var grounds = await new SceneReader(db, today).ReadAsync([media], head.RegisterVersion, head.PolicyVersion, cancellationToken);
        if (grounds.GetValueOrDefault(media) is not { Rendition: { } rendition, Status: >= MediaStatus.Seen and <= MediaStatus.Shredded } ground)
        {
            return (null, SubjectGap.NotShown);
        }

        if (ground.Scene.Refusals.Any(r => r.Channel is null))
        {
            return (null, SubjectGap.NotFit);
        }

        var faces = ground.Scene.Faces.ToLookup(f => f.IsNamed && f.Person == person, f => f.Box);
        return (new SubjectGround(rendition, [.. faces[true]], [.. faces[false]]), SubjectGap.None);
    }

    public async Task NoteAsync(SubjectRecord record, UserId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        await using var head = await heads.BeginAsync(record.School, cancellationToken);
        head.Audit("subject-access", record.Id.ToString(), $"{record.HandedOut.Count} pictures, {record.Photos.Count} photos in all", by);
        await head.CommitAsync(cancellationToken);
    }

    /// <remarks>Matched is what comparing suggests of a face nobody has answered: an answer, or that they are not in it, is a person's word and outweighs it.</remarks>
    private static async Task<(IReadOnlyList<SubjectPhoto> Photos, int Sealed)> PhotosAsync(RecordsContext db, PersonId person, CancellationToken cancellationToken)
    {
        var photos = new PhotosOf(db, [person]);
        var (named, absent, pool) = (photos.Named, photos.Absent, photos.Pool);
        var answered = db.Attestations.Where(a => a.RetractedAt == null && (a.Kind == AttestationKind.OnFace || a.Kind == AttestationKind.NotAFace || a.Kind == AttestationKind.NotAPupil)).Select(a => a.FaceId);
        var sets = db.PeopleSets.Where(s => s.PersonId == person).Select(s => (Guid?)s.SetId);
        var rested = db.Verdicts.Where(v => sets.Contains(v.RestsOn)).Select(v => v.MediaId);
        var rows = await db.Media.Where(m => m.Status != MediaStatus.Gone && m.Status != MediaStatus.Noticed).Select(m => new
        {
            m.Id,
            m.GroupId,
            m.ArrivedOn,
            m.Status,
            IsNamed = named.Contains(m.Id),
            IsAbsent = absent.Contains(m.Id),
            IsMatched = db.Faces.Any(f => f.MediaId == m.Id && f.RenditionId == m.RenditionId && f.SuggestedPersonId == person && !answered.Contains(f.Id)),
            IsPossible = rested.Contains(m.Id) || pool.Contains(m.Id),
        }).Where(m => m.IsNamed || ((m.IsMatched || m.IsPossible) && !m.IsAbsent)).OrderBy(m => m.ArrivedOn).ThenBy(m => m.Id).ToListAsync(cancellationToken);
        var groups = await db.Groups.AsNoTracking().ToDictionaryAsync(g => g.Id, g => g.Name, cancellationToken);
        return (
            [.. rows.Where(r => r.Status != MediaStatus.Sealed).Select(r => new SubjectPhoto(r.Id, r.ArrivedOn, r.GroupId is { } group ? groups.GetValueOrDefault(group) : null, r.IsNamed, r.IsMatched && !r.IsNamed))],
            rows.Count(r => r.Status == MediaStatus.Sealed));
    }

    private static async Task<IReadOnlyList<SubjectSaid>> SaidAsync(RecordsContext db, PersonId person, CancellationToken cancellationToken)
    {
        var hidden = db.Media.Where(m => m.Status == MediaStatus.Sealed).Select(m => (MediaId?)m.Id);
        var rows = await db.Attestations.AsNoTracking().Where(a => a.PersonId == person && a.MediaId != null && OfAPerson.Contains(a.Kind) && !hidden.Contains(a.MediaId))
            .OrderBy(a => a.Id).ToListAsync(cancellationToken);
        var users = rows.Select(a => a.By.Value).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        return [.. rows.Select(a => new SubjectSaid(a.MediaId!.Value, a.Kind, a.At, names.GetValueOrDefault(a.By.Value, Words.Text("somebody who has left")), a.RetractedAt))];
    }

    private static async Task<IReadOnlyList<SubjectCopy>> CopiesAsync(RecordsContext db, PersonId person, List<MediaId> named, CancellationToken cancellationToken)
    {
        var hidden = db.Media.Where(m => m.Status == MediaStatus.Sealed).Select(m => m.Id);
        var sets = db.PeopleSets.Where(s => s.PersonId == person).Select(s => (Guid?)s.SetId);
        var policy = await PolicyStore.DocumentAsync(db, await db.Heads.Select(h => h.PolicyVersion).SingleAsync(cancellationToken), cancellationToken);
        var rows = await db.Releases.AsNoTracking().Where(r => (sets.Contains(r.RestsOn) || named.Contains(r.MediaId)) && !hidden.Contains(r.MediaId)).OrderBy(r => r.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new SubjectCopy(r.MediaId, policy.Channels.FirstOrDefault(c => c.Channel == r.Channel)?.Name ?? r.Channel, r.ReleasedAt ?? r.LeavingAt, r.RecalledAt))];
    }
}
