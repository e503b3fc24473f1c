using System.Collections.Immutable;
using System.Security.Cryptography;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Vault;
using MediaGuard.Media;
using MediaGuard.Records.Items;

namespace MediaGuard.Journey.Steps;

/// <summary>Makes the one rendition anyone ever sees and puts it in the vault.</summary>
internal sealed class CleanStep(IVault vault, IPictureCleaner cleaner, IItemLedger ledger) : IStep
{
    public async Task<StepOutcome> RunAsync(Lease lease, CancellationToken cancellationToken)
    {
        var item = lease.Item;
        CleanedPicture picture;
        await using (var original = await vault.OpenAsync(VaultObject.Original(item.School, item.Media), cancellationToken))
        {
            picture = cleaner.Clean(original, item.Format, cancellationToken);
        }

        // the first rendition bears its item's id, so a repeated step replaces it and leaves no orphan
        var rendition = new RenditionId(item.Media.Value);
        var name = VaultObject.Rendition(item.School, rendition);
        var expected = new VaultReceipt(SHA256.HashData(picture.Jpeg.Span).ToImmutableArray(), picture.Jpeg.Length);
        await using (var jpeg = PictureBytes.AsStream(picture.Jpeg))
        {
            await vault.WriteAsync(name, jpeg, cancellationToken);
        }

        if (!await vault.VerifyAsync(name, expected, cancellationToken))
        {
            throw new MediaException(ReasonCode.StoreUnavailable);
        }

        await ledger.SaveCleanedAsync(lease, rendition, picture, expected.Sha256, cancellationToken);
        return StepOutcome.Saved;
    }
}
