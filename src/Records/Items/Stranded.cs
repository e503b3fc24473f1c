using System.Buffers.Binary;
using System.Globalization;
using MediaGuard.Ingest.Vault;
using MediaGuard.Media;
using MediaGuard.Records.Backups;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Items;

/// <summary>Pictures whose rows were lost when the books were put back: the vault went on, the books did not.</summary>
/// <remarks>References are not among them: biometric data outlives no ground, and is taken anew.</remarks>
internal static class Stranded
{
    public static async Task<HashSet<VaultObject>> AmongAsync(RecordsContext db, IReadOnlyCollection<VaultObject> unneeded, CancellationToken cancellationToken)
    {
        var lost = (await db.Audit.Where(a => a.Act == BackupActs.Restored).Select(a => new { a.At, a.Detail }).ToListAsync(cancellationToken))
            .ConvertAll(a => (From: MomentOf(a.Detail), Until: a.At));
        var pictures = unneeded.Where(o => o.Kind != VaultKind.Reference).ToList();
        if (lost.Count == 0 || pictures.Count == 0)
        {
            return [];
        }

        var rows = (await db.Media.Select(m => new { m.Id, m.Status, m.Reason, m.NoticedAt, m.MovedAt }).ToListAsync(cancellationToken)).ToDictionary(m => m.Id.Value);
        return
        [
            .. pictures.Where(o => rows.TryGetValue(o.Id, out var row)

                // noticed before and taken in within the lost time, so that the share had it no more when these books looked again
                ? row is { Status: MediaStatus.Gone, Reason: ReasonCode.SourceVanished } && lost.Exists(l => row.NoticedAt <= l.From && row.MovedAt > l.Until)
                : lost.Exists(l => MadeAt(o.Id) >= l.From - TimeSpan.FromMilliseconds(1) && MadeAt(o.Id) <= l.Until)),
        ];
    }

    /// <summary>To the millisecond (RFC 9562 §5.7).</summary>
    private static Instant MadeAt(Guid id) => new((long)(BinaryPrimitives.ReadUInt64BigEndian(id.ToByteArray(bigEndian: true)) >> 16) * 1000);

    /// <remarks>What can't be read is taken for the beginning of time: more is kept.</remarks>
    private static Instant MomentOf(string detail) =>
        DateTimeOffset.TryParse(detail.Split(' ')[0], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment) ? Instant.From(moment) : default;
}
