using System.Collections.Immutable;
using MediaGuard.Consent.Decisions;
using MediaGuard.Media;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Views;

/// <summary>Finds the photos that wait for a decision and may show somebody protected. Read apart from everybody else's pages, so that those do the same work for a protected person as for any other.</summary>
internal static class ProtectedWatch
{
    public static async Task<IReadOnlyList<WaitingProtected>> ReadAsync(RecordsContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var names = await db.People.AsNoTracking().Where(p => p.IsProtected).ToDictionaryAsync(p => p.Id, p => p.FullName, cancellationToken);
        if (names.Count == 0)
        {
            return [];
        }

        var held = await Near(db, [.. names.Keys])
            .Where(m => m.Status >= MediaStatus.Decided && m.Status <= MediaStatus.Shredded && db.Verdicts.Any(v => v.MediaId == m.Id && v.IsCurrent && v.Verdict == Verdict.Held))
            .OrderBy(m => m.Id).Select(m => new { m.Id, m.GroupId, m.NoticedAt }).ToListAsync(cancellationToken);
        var head = await db.Heads.AsNoTracking().SingleAsync(cancellationToken);
        var groups = await db.Groups.AsNoTracking().ToDictionaryAsync(g => g.Id, g => g.Name, cancellationToken);
        var scenes = await new SceneReader(db, today).ReadAsync([.. held.Select(m => m.Id)], head.RegisterVersion, head.PolicyVersion, cancellationToken);
        return
        [
            .. held.Select(m => new WaitingProtected(
                m.Id,
                m.GroupId is { } group ? groups.GetValueOrDefault(group) : null,
                m.NoticedAt,
                [.. Possible(scenes[m.Id].Scene).Where(names.ContainsKey).Select(p => names[p]).Order(StringComparer.CurrentCulture)])).Where(w => w.People.Count > 0),
        ];
    }

    /// <summary>Photos that anything ties to one of these people: their class on the day, what somebody said, a hint or a likeness. Whether they may be in it is for the scene to say.</summary>
    private static IQueryable<MediaRow> Near(RecordsContext db, List<PersonId> people)
    {
        var photos = new PhotosOf(db, people);
        var (pool, spoken) = (photos.Pool, photos.Spoken);
        return db.Media.AsNoTracking().Where(m => pool.Contains(m.Id)
            || spoken.Contains(m.Id)
            || db.NameHints.Any(h => h.MediaId == m.Id && people.Contains(h.PersonId))
            || db.Faces.Any(f => f.MediaId == m.Id && f.SuggestedPersonId != null && people.Contains(f.SuggestedPersonId.Value)));
    }

    /// <summary>Those who may be in it, and those a name or a likeness hints at.</summary>
    private static ImmutableHashSet<PersonId> Possible(Scene scene)
    {
        var hinted = scene.NameHints.Concat(scene.Faces.Where(f => f.Suggested is not null).Select(f => f.Suggested!.Value));
        var there = PossiblePeople.Of(scene).People ?? (scene.Pool ?? []).Except(scene.Absent).Union(scene.Named);
        return there.Union(hinted);
    }
}
