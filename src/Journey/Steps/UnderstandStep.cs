using MediaGuard.Ingest.Formats;
using MediaGuard.Ingest.Scanning;
using MediaGuard.Ingest.Vault;
using MediaGuard.Records.Items;

namespace MediaGuard.Journey.Steps;

/// <summary>Has the file scanned where a scanner is named, tells the format by content and notes what the file says of itself, in columns made for it.</summary>
internal sealed class UnderstandStep(IVault vault, IFileScanner scanner, IMediaReader reader, IItemLedger ledger) : IStep
{
    public async Task<StepOutcome> RunAsync(Lease lease, CancellationToken cancellationToken)
    {
        var name = VaultObject.Original(lease.Item.School, lease.Item.Media);
        if (scanner.IsConfigured)
        {
            await using var unread = await vault.OpenAsync(name, cancellationToken);
            await scanner.RequireCleanAsync(unread, cancellationToken);
        }

        await using var original = await vault.OpenAsync(name, cancellationToken);
        var understanding = reader.Read(original);
        await ledger.SaveUnderstoodAsync(lease, understanding, cancellationToken);
        return StepOutcome.Saved;
    }
}
