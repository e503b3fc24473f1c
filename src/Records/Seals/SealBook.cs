using MediaGuard.Consent.Incidents;
using MediaGuard.Media;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Seals;

internal sealed class SealBook(IRecordsFactory factory) : ISealBook
{
    public async Task<IReadOnlyList<SealLine>> ListAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var seals = await db.Seals.AsNoTracking().Where(s => s.ReleasedAt == null).OrderBy(s => s.Id).ToListAsync(cancellationToken);
        var media = seals.Select(s => s.MediaId).ToList();
        var incidents = seals.Select(s => s.IncidentId).ToList();
        var users = seals.Select(s => s.SealedBy.Value).ToList();
        var rows = await db.Media.AsNoTracking().Where(m => media.Contains(m.Id)).Select(m => new { m.Id, m.GroupId, m.ArrivedOn }).ToDictionaryAsync(m => m.Id, cancellationToken);
        var groups = await db.Groups.AsNoTracking().ToDictionaryAsync(g => g.Id, g => g.Name, cancellationToken);
        var kinds = await db.Incidents.AsNoTracking().Where(i => incidents.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.Kind, cancellationToken);
        var names = await db.Users.AsNoTracking().Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        return
        [
            .. seals.Where(s => rows.ContainsKey(s.MediaId)).Select(s => new SealLine(
                s.MediaId,
                rows[s.MediaId].GroupId is { } group ? groups.GetValueOrDefault(group) : null,
                rows[s.MediaId].ArrivedOn,
                s.Why,
                kinds.GetValueOrDefault(s.IncidentId) == IncidentKind.IllegalMaterial,
                s.IncidentId,
                s.SealedAt,
                names.GetValueOrDefault(s.SealedBy.Value, Words.Text("somebody who has left")))),
        ];
    }

    public async Task<IReadOnlyList<PendingSeal>> PendingAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var rows = await HeadTransaction.PendingSeals(db).AsNoTracking()
            .Where(i => i.OpenedBy != null && db.Media.Any(m => m.Id == i.MediaId && m.Status != MediaStatus.Sealed && m.Status != MediaStatus.Gone)).OrderBy(i => i.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(i => new PendingSeal(i.MediaId!.Value, i.What, i.Kind == IncidentKind.IllegalMaterial, i.OpenedBy!.Value))];
    }

    public async Task<bool> IsSealedAsync(SchoolId school, MediaId media, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return await db.Media.AnyAsync(m => m.Id == media && m.Status == MediaStatus.Sealed, cancellationToken);
    }
}
