using MediaGuard.Ingest.Vault;
using MediaGuard.Journey.Heads;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Items;
using MediaGuard.Records.Scenes;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey;

/// <summary>
/// Finds vault objects no row needs, which a crash between two effects may leave, and destroys them; and templates whose ground ended with a day
/// that passed: a consent that ran out, somebody who left; and copies of the database that hold somebody erased. Looks first whether the books were put back, and leaves the objects alone where that is in doubt.
/// </summary>
internal sealed class VaultSweep(PutBackWatch watch, IVault vault, IItemLedger ledger, IRecordsFactory records, IHeads heads, MigrationCopies copies, ILogger<VaultSweep> logger)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await watch.LookAsync(cancellationToken);
        await copies.RemoveErasedAsync(cancellationToken);
        var objects = new List<VaultObject>();
        await foreach (var name in vault.ListAsync(cancellationToken))
        {
            objects.Add(name);
        }

        var destroyed = 0;
        foreach (var school in await records.SchoolsAsync(cancellationToken))
        {
            await EndTemplatesAsync(school.Id, cancellationToken);
            foreach (var orphan in await ledger.FindOrphansAsync(school.Id, objects, cancellationToken))
            {
                await vault.DestroyAsync(orphan, cancellationToken);
                destroyed++;
            }
        }

        if (destroyed > 0)
        {
            LogMessages.OrphansDestroyed(logger, destroyed);
        }

        return destroyed;
    }

    private async Task EndTemplatesAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        if (await head.DestroyLapsedTemplatesAsync(cancellationToken) is > 0 and var count)
        {
            await head.CommitAsync(cancellationToken);
            LogMessages.TemplatesDestroyed(logger, school, count);
        }
    }
}
