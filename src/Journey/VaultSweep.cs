using MediaGuard.Ingest.Vault;
using MediaGuard.Records;
using MediaGuard.Records.Items;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey;

/// <summary>Finds vault objects no row needs, which a crash between two effects may leave, and destroys them.</summary>
internal sealed class VaultSweep(IVault vault, IItemLedger ledger, IRecordsFactory records, ILogger<VaultSweep> logger)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var objects = new List<VaultObject>();
        await foreach (var name in vault.ListAsync(cancellationToken))
        {
            objects.Add(name);
        }

        var destroyed = 0;
        foreach (var school in await records.SchoolsAsync(cancellationToken))
        {
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
}
