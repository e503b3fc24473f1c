using MediaGuard.Ingest.Arrivals;
using MediaGuard.Ingest.Vault;
using MediaGuard.Media;
using MediaGuard.Records.Items;

namespace MediaGuard.Journey.Steps;

/// <summary>Re-reads our copy from where it lies and compares. From here on the device's copy is not needed.</summary>
internal sealed class VaultStep(IVault vault, ISourceOpener source, IItemLedger ledger, Shares shares) : IStep
{
    public async Task<StepOutcome> RunAsync(Lease lease, CancellationToken cancellationToken)
    {
        var item = lease.Item;
        var name = VaultObject.Original(item.School, item.Media);
        var receipt = new VaultReceipt(item.Sha256, item.Length);
        if (!await vault.VerifyAsync(name, receipt, cancellationToken) && !await CopyAgainAsync(item, name, receipt, cancellationToken))
        {
            throw new MediaException(ReasonCode.CustodyBroken);
        }

        await ledger.SaveVaultedAsync(lease, cancellationToken);
        return StepOutcome.Saved;
    }

    /// <summary>Our copy is not what it should be; the device's still may be.</summary>
    private async Task<bool> CopyAgainAsync(ItemSnapshot item, VaultObject name, VaultReceipt receipt, CancellationToken cancellationToken)
    {
        try
        {
            var root = await shares.RootAsync(item.School, cancellationToken);
            await using var plain = await source.OpenAsync(root, new ShareFile(item.SourcePath, item.SourceLength, item.SourceModifiedAt), cancellationToken);
            var again = await vault.WriteAsync(name, plain, cancellationToken);
            return again.Sha256.SequenceEqual(receipt.Sha256) && await vault.VerifyAsync(name, receipt, cancellationToken);
        }
        catch (MediaException e) when (e.Reason is ReasonCode.SourceVanished or ReasonCode.SourceChanged)
        {
            return false;
        }
    }
}
