using MediaGuard.Ingest.Arrivals;
using MediaGuard.Ingest.Vault;
using MediaGuard.Media;
using MediaGuard.Records.Items;
using MediaGuard.Records.Scenes;

namespace MediaGuard.Journey.Steps;

/// <summary>Copies the file into the vault while hashing it, and recognises what was here before.</summary>
/// <remarks>
/// What is not kept is destroyed only once the row says so under the lease: whoever lost the lease meanwhile might destroy what another worker took in. A crash in between
/// leaves an orphan for the sweep.
/// </remarks>
internal sealed class ArriveStep(ISourceOpener source, IVault vault, IKeyedDigest digest, IItemLedger ledger, IHeads heads, Shares shares) : IStep
{
    public async Task<StepOutcome> RunAsync(Lease lease, CancellationToken cancellationToken)
    {
        var item = lease.Item;
        var root = await shares.RootAsync(item.School, cancellationToken);
        var file = new ShareFile(item.SourcePath, item.SourceLength, item.SourceModifiedAt);
        var name = VaultObject.Original(item.School, item.Media);
        VaultReceipt receipt;
        await using (var plain = await source.OpenAsync(root, file, cancellationToken))
        {
            receipt = await vault.WriteAsync(name, plain, cancellationToken);
        }

        if (receipt.Length != file.Length || !source.IsStill(root, file))
        {
            await ledger.SaveGoneAsync(lease, ReasonCode.SourceChanged, null, [], cancellationToken);
            await vault.DestroyAsync(name, cancellationToken);
            return StepOutcome.Saved;
        }

        var mac = await digest.ComputeAsync("tombstone", receipt.Sha256.AsMemory(), cancellationToken);
        await using var head = await heads.BeginAsync(item.School, cancellationToken);
        var same = await head.FindSameAsync(item.Media, receipt.Sha256, cancellationToken);
        var deleted = same is null && await head.IsTombstonedAsync(mac, cancellationToken);
        if (same is null && !deleted)
        {
            await head.SaveArrivedAsync(lease, receipt.Sha256, receipt.Length, cancellationToken);
            await head.CommitAsync(cancellationToken);
            return StepOutcome.Saved;
        }

        await head.DisposeAsync();
        await ledger.SaveGoneAsync(lease, deleted ? ReasonCode.DeletedBefore : ReasonCode.Duplicate, same, receipt.Sha256, cancellationToken);
        await vault.DestroyAsync(name, cancellationToken);
        return StepOutcome.Saved;
    }
}
