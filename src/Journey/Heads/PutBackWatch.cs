using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Audit;
using MediaGuard.Records.Backups;
using MediaGuard.Records.Views;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey.Heads;

/// <summary>
/// Sees whether a database was put back in another way than by <c>mediaguard restore</c>: by hand, by its server, with its disk. Its books are then older than the world and
/// the vault, and are held as restored ones are.
/// </summary>
internal sealed class PutBackWatch(IRecordsFactory records, AuditHeads heads, IAuditTrail trail, IRegisterViews register, IBackupBook backups, ILogger<PutBackWatch> logger)
{
    /// <summary>Holds every school's books against what was signed of them, and signs how far they reach now.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var school in await records.SchoolsAsync(cancellationToken))
        {
            if (await PutBackToAsync(school.Id, cancellationToken) is { } moment)
            {
                LogMessages.BooksPutBack(logger, school.Id, moment);
                await backups.NoteRestoredAsync(school.Id, moment, cancellationToken);
            }

            await heads.NoteReachedAsync(school.Id, cancellationToken);
        }
    }

    /// <summary>The moment after which these books know nothing; null when they were not put back, or that is on record.</summary>
    private async Task<Instant?> PutBackToAsync(SchoolId school, CancellationToken cancellationToken)
    {
        var lost = await heads.LostAsync(school, cancellationToken);
        var doubted = (await register.AgeAsync(school, cancellationToken)).RestoredTo;
        if (lost.Count == 0 && doubted is null)
        {
            return null;
        }

        // what was signed before the last time they were put back is known to be lost
        var noted = (await trail.SearchAsync(school, new AuditQuestion(BackupActs.Restored, null, null, null), 1, cancellationToken)).Select(e => (Instant?)e.At).FirstOrDefault();
        var unknown = lost.Where(at => noted is null || at > noted).ToList();
        if (unknown.Count > 0)
        {
            // what was written after the oldest of them was signed was written since; the entry before it is the last from then
            var last = await trail.NewestAsync(school, unknown.MinBy(at => at.Microseconds), cancellationToken) ?? default;
            return doubted < last ? doubted : last;
        }

        return noted is null || noted < doubted ? doubted : null; // a copy that says of itself that it is one
    }
}
