using MediaGuard.Ingest.Vault;
using MediaGuard.Media;
using MediaGuard.Records.Items;

namespace MediaGuard.Journey.Steps;

/// <summary>Destroys the original's key once no channel holds the photo, or when its days are over.</summary>
internal sealed class ShredStep(IVault vault, IItemLedger ledger, TimeProvider clock) : IStep
{
    public async Task<StepOutcome> RunAsync(Lease lease, CancellationToken cancellationToken)
    {
        var item = lease.Item;
        var due = await ledger.ShredDueAsync(item.School, item.Media, cancellationToken);
        if (due > Instant.Now(clock))
        {
            return StepOutcome.NotYet(due);
        }

        await vault.DestroyAsync(VaultObject.Original(item.School, item.Media), cancellationToken);
        await ledger.SaveShreddedAsync(lease, cancellationToken);
        return StepOutcome.Saved;
    }
}
