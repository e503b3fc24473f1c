using MediaGuard.Ingest.Arrivals;
using MediaGuard.Ingest.Vault;
using MediaGuard.Media;
using MediaGuard.Records.Items;
using MediaGuard.Records.Scenes;

namespace MediaGuard.Journey.Steps;

/// <summary>Copies the file into the vault while hashing it, and recognises what was here before.</summary>
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
            await vault.DestroyAsync(name, cancellationToken);
            throw new MediaException(ReasonCode.SourceChanged);
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
        await vault.DestroyAsync(name, cancellationToken);
        await ledger.SaveGoneAsync(lease, deleted ? ReasonCode.DeletedBefore : ReasonCode.Duplicate, same, receipt.Sha256, cancellationToken);
        return StepOutcome.Saved;
    }
}
