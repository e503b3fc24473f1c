using System.Collections.Concurrent;
using System.Collections.Immutable;
using MediaGuard.Consent.People;
using MediaGuard.Ingest.Names;
using MediaGuard.Media;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Register;

/// <summary>Reads the register's names once for each of its versions and days.</summary>
internal sealed class NameIndexSource(IRecordsFactory factory, TimeProvider clock) : INameIndexSource
{
    /// <summary>A photo may arrive this long after it was taken, so whoever left or changed class since is looked for too.</summary>
    private const int DaysBack = 366;

    private readonly ConcurrentDictionary<SchoolId, (DateOnly Day, NameIndex Index)> _known = [];

    public async Task<NameIndex> ReadAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var version = await db.Heads.Select(h => h.RegisterVersion).SingleAsync(cancellationToken);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (_known.TryGetValue(school, out var known) && known.Day == today && known.Index.RegisterVersion == version)
        {
            return known.Index;
        }

        var since = today.AddDays(-DaysBack);
        var people = await db.People.AsNoTracking().Where(p => p.ErasedAt == null && (p.LeftOn == null || p.LeftOn >= since))
            .Select(p => new { p.Id, p.Kind, p.FullName, p.PreferredName, p.Nicknames }).ToListAsync(cancellationToken);
        var groups = (await db.Memberships.AsNoTracking().Where(m => m.Until == null || m.Until >= since).Select(m => new { m.PersonId, m.GroupId }).ToListAsync(cancellationToken))
            .ToLookup(m => m.PersonId, m => m.GroupId);
        var index = new NameIndex(version, [.. people.Select(p => new NamedPerson(p.Id, p.FullName, p.PreferredName)
        {
            Nicknames = NicknameText.Split(p.Nicknames),
            IsPupil = p.Kind == PersonKind.Pupil,
            Groups = [.. groups[p.Id]],
        })]);
        _known[school] = (today, index);
        return index;
    }
}
