using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Vault;
using MediaGuard.Journey.Release;
using MediaGuard.Media;
using MediaGuard.Publisher.Clearances;
using MediaGuard.Records.Items;
using MediaGuard.Records.Looking;
using MediaGuard.Records.Releases;
using MediaGuard.Records.Publications;

namespace MediaGuard.Journey.Review;

internal sealed class Pictures(
    IItemLedger ledger, IVault vault, IPixelDecoder decoder, LookCache looks, Clearance.Gate gate, IReleaseBook book, IPublicationBook publications, ReleaseWatch watch, ISideLog log) : IPictures
{
    private const int ThumbSide = 320;

    public async Task<ReadOnlyMemory<byte>?> LookAsync(SchoolId school, UserId by, MediaId media, RenditionId? rendition, int longSide, CancellationToken cancellationToken)
    {
        var item = await ledger.LoadAsync(school, media, cancellationToken);
        if ((rendition ?? item?.Rendition) is not { } shown || item is null || item.Status is < MediaStatus.Cleaned or > MediaStatus.Shredded)
        {
            looks.Forget(media);
            return null;
        }

        var size = longSide switch { 0 => LookSize.Full, <= ThumbSide => LookSize.Thumb, _ => LookSize.View };
        if (!log.TryNote(school, by, media, shown, size))
        {
            return null; // the books are out of reach: nobody looks unnoted
        }

        if (longSide == 0)
        {
            return await ReadAsync(school, shown, cancellationToken);
        }

        var look = new Look(school, media, shown, longSide);
        if (looks.Find(look) is { } known)
        {
            return known;
        }

        if (await ReadAsync(school, shown, cancellationToken) is not { } jpeg)
        {
            return null;
        }

        var made = decoder.Thumbnail(jpeg, longSide);
        looks.Keep(look, made);
        return made;
    }

    public Task<ReleasedCopy?> FetchAsync(SchoolId school, UserId by, MediaId media, ChannelId channel, CancellationToken cancellationToken) =>
        PassAsync(school, by, media, channel, (clearance, watched) => OpenAsync(school, media, channel, clearance, watched, cancellationToken), cancellationToken);

    public Task<ReleasedCopy?> HandOutAsync(SchoolId school, UserId to, MediaId media, ChannelId channel, CopySize size, CancellationToken cancellationToken) =>
        PassAsync(school, to, media, channel, (clearance, watched) => HandOutAsync(school, to, clearance, size, watched, cancellationToken), cancellationToken);

    private async Task<ReadOnlyMemory<byte>?> ReadAsync(SchoolId school, RenditionId rendition, CancellationToken cancellationToken)
    {
        try
        {
            return await vault.ReadAsync(VaultObject.Rendition(school, rendition), cancellationToken);
        }
        catch (VaultException e) when (Surroundings.IsLost(e))
        {
            return null;
        }
    }

    private async Task<ReleasedCopy?> PassAsync(
        SchoolId school, UserId by, MediaId media, ChannelId channel, Func<Clearance, ReleaseWatch.Watched, Task<ReleasedCopy?>> open, CancellationToken cancellationToken)
    {
        if (await ledger.LoadAsync(school, media, cancellationToken) is { Rendition: { } shown } && !await vault.HasKeyAsync(VaultObject.Rendition(school, shown), cancellationToken))
        {
            return null; // before the gate: what it lets pass counts as on its way out
        }

        var outcome = await gate.PassAsync(new ReleaseRequest(school, media, channel, by), cancellationToken);
        if (outcome.Clearance is not { } clearance || !log.TryNote(school, by, media, clearance.Rendition, LookSize.Copy))
        {
            return null;
        }

        if (await watch.BeginAsync(school, clearance.Release, cancellationToken) is not { } watched)
        {
            return null; // ordered back before the first byte
        }

        ReleasedCopy? copy = null;
        try
        {
            return copy = await open(clearance, watched);
        }
        catch (VaultException e) when (Surroundings.IsLost(e))
        {
            return null; // this one is left out; the others go on
        }
        finally
        {
            if (copy is null)
            {
                watched.Dispose();
            }
        }
    }

    private async Task<ReleasedCopy?> OpenAsync(
        SchoolId school, MediaId media, ChannelId channel, Clearance clearance, ReleaseWatch.Watched watched, CancellationToken cancellationToken)
    {
        var stream = await vault.OpenAsync(VaultObject.Rendition(school, clearance.Rendition), cancellationToken);
        if (await book.DeliveryAsync(school, media, channel, cancellationToken) is null)
        {
            await book.SaveReleasedAsync(school, clearance.Release, "fetched by a signed-in person", cancellationToken);
        }

        return new ReleasedCopy(clearance.Release, stream, clearance.ReleaseName + ".jpg", watched, watched.Revoked);
    }

    /// <remarks>Read and fitted first: what is looked up last before the first byte is whether the release still stands.</remarks>
    private async Task<ReleasedCopy?> HandOutAsync(SchoolId school, UserId to, Clearance clearance, CopySize size, ReleaseWatch.Watched watched, CancellationToken cancellationToken)
    {
        var jpeg = await vault.ReadAsync(VaultObject.Rendition(school, clearance.Rendition), cancellationToken);
        var sized = decoder.Fit(jpeg, CopySizes.LongSideOf(size));
        return await publications.HandOutAsync(school, clearance.Release, to, cancellationToken)
            ? new ReleasedCopy(clearance.Release, PictureBytes.AsStream(sized), clearance.ReleaseName + ".jpg", watched, watched.Revoked)
            : null;
    }
}
