using MediaGuard.Ingest.Formats;
using MediaGuard.Ingest.Vault;
using MediaGuard.Records.Items;

namespace MediaGuard.Journey.Steps;

/// <summary>Tells the format by content and notes what the file says of itself, in columns made for it.</summary>
internal sealed class UnderstandStep(IVault vault, IMediaReader reader, IItemLedger ledger) : IStep
{
    public async Task<StepOutcome> RunAsync(Lease lease, CancellationToken cancellationToken)
    {
        await using var original = await vault.OpenAsync(VaultObject.Original(lease.Item.School, lease.Item.Media), cancellationToken);
        var understanding = reader.Read(original);
        await ledger.SaveUnderstoodAsync(lease, understanding, cancellationToken);
        return StepOutcome.Saved;
    }
}
