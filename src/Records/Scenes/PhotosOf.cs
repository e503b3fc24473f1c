using MediaGuard.Media;
using MediaGuard.Records.Rows;

namespace MediaGuard.Records.Scenes;

/// <summary>Photos of which something says whether these people are in them, as the database finds them.</summary>
internal sealed class PhotosOf(RecordsContext db, IReadOnlyCollection<PersonId> people)
{
    /// <summary>Somebody said that one of them is in it.</summary>
    public IQueryable<MediaId> Named => Said(a => a.Kind == AttestationKind.OnFace || a.Kind == AttestationKind.InPicture);

    /// <summary>Somebody said that one of them is not in it.</summary>
    public IQueryable<MediaId> Absent => Said(a => a.Kind == AttestationKind.Absent);

    /// <summary>Anything at all was said of one of them.</summary>
    public IQueryable<MediaId> Spoken => Said(a => true);

    /// <summary>
    /// One of them is in its pool: they belonged to its group, or to one that was added, on the day it arrived or the day the camera says; or they were added themselves.
    /// </summary>
    public IQueryable<MediaId> Pool
    {
        get
        {
            var memberships = db.Memberships.Where(m => people.Contains(m.PersonId));
            var groups = db.Attestations.Where(a => a.RetractedAt == null && a.Kind == AttestationKind.PoolAddsGroup);
            var added = Said(a => a.Kind == AttestationKind.PoolAddsPerson);
            return db.Media.Where(m => memberships.Any(x =>
                    (x.GroupId == m.GroupId || groups.Any(a => a.GroupId == x.GroupId && (a.MediaId == m.Id || (a.MediaId == null && a.ContentSha256 == m.Sha256))))
                    && ((x.From <= m.ArrivedOn && (x.Until == null || x.Until >= m.ArrivedOn)) || (m.TakenOn != null && x.From <= m.TakenOn && (x.Until == null || x.Until >= m.TakenOn))))
                || added.Contains(m.Id)).Select(m => m.Id);
        }
    }

    private IQueryable<MediaId> Said(System.Linq.Expressions.Expression<Func<AttestationRow, bool>> what)
    {
        var said = db.Attestations.Where(a => a.RetractedAt == null && a.PersonId != null && people.Contains(a.PersonId.Value)).Where(what);
        return db.Media.Where(m => said.Any(a => a.MediaId == m.Id || (a.MediaId == null && a.ContentSha256 == m.Sha256))).Select(m => m.Id);
    }
}
