using MediaGuard.Ingest.Vault;
using MediaGuard.Media;
using MediaGuard.Records.Items;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey.Steps;

/// <summary>Destroys the original's key once no channel holds the photo, or when its days are over.</summary>
internal sealed class ShredStep(IVault vault, IItemLedger ledger, IOptions<JourneyOptions> options, TimeProvider clock) : IStep
{
    public async Task<StepOutcome> RunAsync(Lease lease, CancellationToken cancellationToken)
    {
        var item = lease.Item;
        var due = await ledger.ShredDueAsync(item.School, item.Media, cancellationToken);
        if (due > Instant.Now(clock))
        {
            return StepOutcome.NotYet(due);
        }

        // whoever lost the lease knows nothing of what became of the photo since
        if (!await ledger.RenewAsync(lease, options.Value.LeaseFor, cancellationToken))
        {
            throw new LeaseLostException(item.Media);
        }

        await vault.DestroyAsync(VaultObject.Original(item.School, item.Media), cancellationToken);
        await ledger.SaveShreddedAsync(lease, cancellationToken);
        return StepOutcome.Saved;
    }
}
