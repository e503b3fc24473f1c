using MediaGuard.Ingest.Formats;
using MediaGuard.Ingest.Names;
using MediaGuard.Ingest.Scanning;
using MediaGuard.Ingest.Vault;
using MediaGuard.Records.Items;

namespace MediaGuard.Journey.Steps;

/// <summary>
/// Has the file scanned where a scanner is named, tells the format by content and notes, in columns made for it, what the file says of itself and whom its
/// name and texts name.
/// </summary>
/// <remarks>Names are looked for in the register as it stands now; somebody entered later is not looked for again in photos understood before.</remarks>
internal sealed class UnderstandStep(IVault vault, IFileScanner scanner, IMediaReader reader, INameIndexSource register, INameMatcher matcher, IItemLedger ledger) : IStep
{
    public async Task<StepOutcome> RunAsync(Lease lease, CancellationToken cancellationToken)
    {
        var item = lease.Item;
        var name = VaultObject.Original(item.School, item.Media);
        if (scanner.IsConfigured)
        {
            await using var unread = await vault.OpenAsync(name, cancellationToken);
            await scanner.RequireCleanAsync(unread, cancellationToken);
        }

        await using var original = await vault.OpenAsync(name, cancellationToken);
        var understanding = reader.Read(original);
        var names = await register.ReadAsync(item.School, cancellationToken);
        var hints = matcher.Match(names, item.Group, NameableTexts.Of(item.SourcePath, understanding.Names));
        await ledger.SaveUnderstoodAsync(lease, understanding, hints, cancellationToken);
        return StepOutcome.Saved;
    }
}
