using MediaGuard.Consent.People;
using MediaGuard.Media;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Views;

/// <summary>Finds whom a face may be, while the name is typed.</summary>
internal sealed class PeopleFinder(RecordsContext db, MediaId media, UserId? teacher, DateOnly today)
{
    public async Task<IReadOnlyList<FoundPerson>> FindAsync(string search, int atMost, CancellationToken cancellationToken)
    {
        var pool = await PoolAsync(cancellationToken);
        var words = NameForms.Normalise(search).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var among = words.Length == 0 ? db.People.Where(p => pool.Contains(p.Id)) : Nameable(pool);
        var found = (await among.Select(p => new { p.Id, p.Kind, p.FullName, p.PreferredName }).ToListAsync(cancellationToken)).Where(p => IsMeant($"{p.FullName} {p.PreferredName}", words))
            .OrderByDescending(p => pool.Contains(p.Id)).ThenBy(p => p.Kind).ThenBy(p => p.FullName, StringComparer.CurrentCulture).ThenBy(p => p.Id.Value).Take(atMost).ToList();
        var ids = found.Select(p => p.Id).ToList();
        var groups = (await (from m in db.Memberships.AsNoTracking()
                             join g in db.Groups.AsNoTracking() on m.GroupId equals g.Id
                             where ids.Contains(m.PersonId) && !g.IsClub && m.From <= today && (m.Until == null || m.Until >= today)
                             select new { m.PersonId, g.Name }).ToListAsync(cancellationToken)).ToLookup(g => g.PersonId, g => g.Name);
        return [.. found.Select(p => new FoundPerson(p.Id, p.FullName, Word(p.Kind), pool.Contains(p.Id), groups[p.Id].Order(StringComparer.CurrentCulture).FirstOrDefault()))];
    }

    public async Task<bool> MayBeNamedAsync(PersonId person, CancellationToken cancellationToken) =>
        await Nameable(await PoolAsync(cancellationToken)).AnyAsync(p => p.Id == person, cancellationToken);

    private async Task<List<PersonId>> PoolAsync(CancellationToken cancellationToken) =>
        [.. await new SceneReader(db, today).PoolAsync(media, cancellationToken) ?? []];

    private IQueryable<PersonRow> Nameable(List<PersonId> pool) => teacher is { } user
        ? db.People.Where(p => pool.Contains(p.Id) || db.Memberships.Any(m => m.PersonId == p.Id && m.From <= today && (m.Until == null || m.Until >= today)
            && db.Teaches.Any(t => t.UserId == user && t.GroupId == m.GroupId)))
        : db.People.Where(p => pool.Contains(p.Id) || p.LeftOn == null || p.LeftOn >= today);

    private static string? Word(PersonKind kind) => kind switch
    {
        PersonKind.Pupil => null,
        PersonKind.Staff => Words.Text("staff"),
        PersonKind.Volunteer => Words.Text("volunteer"),
        PersonKind.Visitor => Words.Text("visitor"),
    };

    private static bool IsMeant(string names, string[] words)
    {
        var known = NameForms.Normalise(names).Split(' ');
        return words.All(word => known.Any(name => name.StartsWith(word, StringComparison.Ordinal)));
    }
}
