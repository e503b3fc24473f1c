using MediaGuard.Media;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Views;

internal sealed class CustodyViews(IRecordsFactory factory) : ICustodyViews
{
    public async Task<(IReadOnlyList<SafeDay> Safe, int Keep)> SafeAsync(SchoolId school, GroupId group, DateOnly since, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var media = db.Media.AsNoTracking().Where(m => m.GroupId == group && m.ArrivedOn >= since);
        var rows = await media
            .Where(m => m.Status >= MediaStatus.Vaulted && m.Status <= MediaStatus.Shredded && m.VaultedAt != null && db.Receipts.Any(r => r.MediaId == m.Id && r.Kind == "vaulted"))
            .OrderBy(m => m.Id)
            .Select(m => new { m.Id, m.SourcePath, m.CameraMake, m.CameraModel, m.TakenOn, m.ArrivedOn, m.CapturedLocal, m.VaultedAt })
            .ToListAsync(cancellationToken);
        var keep = await media.CountAsync(m => m.Status < MediaStatus.Vaulted || m.Status == MediaStatus.Quarantined, cancellationToken);
        return (
            [
                .. rows.GroupBy(r => (Device: Device(r.CameraMake, r.CameraModel), Day: r.TakenOn ?? r.ArrivedOn))
                    .OrderByDescending(g => g.Key.Day).ThenBy(g => g.Key.Device, StringComparer.Ordinal)
                    .Select(g => new SafeDay(g.Key.Device, g.Key.Day, [.. g.OrderBy(r => r.CapturedLocal).ThenBy(r => r.Id.Value).Select(r => new SafePhoto(r.Id, Path.GetFileName(r.SourcePath), r.CapturedLocal, r.VaultedAt!.Value))])),
            ],
            keep);
    }

    private static string? Device(string? make, string? model) => string.Join(' ', new[] { make, model }.Where(t => !string.IsNullOrWhiteSpace(t))) is { Length: > 0 } both ? both : null;
}
