using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Vault;
using MediaGuard.Journey.Release;
using MediaGuard.Media;
using MediaGuard.Publisher.Clearances;
using MediaGuard.Records.Items;
using MediaGuard.Records.Looking;
using MediaGuard.Records.Releases;

namespace MediaGuard.Journey.Review;

internal sealed class Pictures(IItemLedger ledger, IVault vault, IPixelDecoder decoder, Clearance.Gate gate, IReleaseBook book, ReleaseWatch watch, ISideLog log) : IPictures
{
    private const int ThumbSide = 320;

    public async Task<ReadOnlyMemory<byte>?> LookAsync(SchoolId school, UserId by, MediaId media, RenditionId? rendition, int longSide, CancellationToken cancellationToken)
    {
        var item = await ledger.LoadAsync(school, media, cancellationToken);
        if ((rendition ?? item?.Rendition) is not { } shown || item is null || item.Status is < MediaStatus.Cleaned or > MediaStatus.Shredded)
        {
            return null;
        }

        var size = longSide switch { 0 => LookSize.Full, <= ThumbSide => LookSize.Thumb, _ => LookSize.View };
        if (!log.TryNote(school, by, media, shown, size))
        {
            return null; // the books are out of reach: nobody looks unnoted
        }

        var jpeg = await vault.ReadAsync(VaultObject.Rendition(school, shown), cancellationToken);
        return longSide == 0 ? jpeg : decoder.Thumbnail(jpeg, longSide);
    }

    public async Task<ReleasedCopy?> FetchAsync(SchoolId school, UserId by, MediaId media, ChannelId channel, CancellationToken cancellationToken)
    {
        var outcome = await gate.PassAsync(new ReleaseRequest(school, media, channel, by), cancellationToken);
        if (outcome.Clearance is not { } clearance || !log.TryNote(school, by, media, clearance.Rendition, LookSize.Copy))
        {
            return null;
        }

        if (await watch.BeginAsync(school, clearance.Release, cancellationToken) is not { } watched)
        {
            return null; // ordered back before the first byte
        }

        try
        {
            return await OpenAsync(school, media, channel, clearance, watched, cancellationToken);
        }
        catch
        {
            watched.Dispose();
            throw;
        }
    }

    private async Task<ReleasedCopy> OpenAsync(
        SchoolId school, MediaId media, ChannelId channel, Clearance clearance, ReleaseWatch.Watched watched, CancellationToken cancellationToken)
    {
        var stream = await vault.OpenAsync(VaultObject.Rendition(school, clearance.Rendition), cancellationToken);
        if (await book.DeliveryAsync(school, media, channel, cancellationToken) is null)
        {
            await book.SaveReleasedAsync(school, clearance.Release, "fetched by a signed-in person", cancellationToken);
        }

        return new ReleasedCopy(clearance.Release, stream, clearance.ReleaseName + ".jpg", watched, watched.Revoked);
    }
}
