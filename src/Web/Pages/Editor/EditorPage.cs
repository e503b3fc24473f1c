using MediaGuard.Journey.Review;
using MediaGuard.Journey.Website;
using MediaGuard.Media;
using MediaGuard.Records.Views;
using MediaGuard.Records.Publications;
using MediaGuard.Web.Api;

namespace MediaGuard.Web.Pages.Editor;

/// <summary>A page of the editor's: what is cleared for the website now, and what is known of it.</summary>
internal abstract class EditorPage(IPhotoViews views, IPictures pictures, IPublicationBook book, ICaptions captions) : SchoolPage
{
    /// <summary>More than anybody looks through; the page says so.</summary>
    public const int Most = 5000;

    protected IPublicationBook Book => book;

    protected ICaptions Captions => captions;

    /// <summary>How many copies must come down, and how many of them should be down already.</summary>
    public (int Open, int Overdue) Down { get; private set; }

    /// <summary>The size asked for; the whole picture where none is.</summary>
    protected static CopySize SizeOf(string? size) => size == "web" ? CopySize.Web : CopySize.Print;

    protected async Task CountDownAsync(Instant now, CancellationToken cancellationToken)
    {
        var downs = await book.TakeDownsAsync(Me.School, ChannelId.Website, null, cancellationToken);
        Down = (downs.Count, downs.Count(d => d.IsOverdue(now)));
    }

    protected async Task<IReadOnlyList<GalleryCard>> CardsAsync(IReadOnlyList<ClearedCopy> copies, CancellationToken cancellationToken)
    {
        var ids = copies.Select(c => c.Media).ToList();
        var photos = await views.PhotosAsync(Me.School, ids, Reader.Office, cancellationToken);
        var written = await captions.ReadAsync(Me.School, ids, ChannelId.Website, cancellationToken);
        var used = (await book.UsedAtAsync(Me.School, ids, ChannelId.Website, cancellationToken)).ToLookup(u => u.Media);
        var byId = copies.ToDictionary(c => c.Media);
        return [.. photos.Where(p => p.HasPicture).Select(p => new GalleryCard(p, byId[p.Id], written.GetValueOrDefault(p.Id), [.. used[p.Id]]))];
    }

    /// <summary>A copy that breaks this response off if it is ordered back before the response has ended. The stream is the caller's to dispose.</summary>
    protected async Task<ReleasedCopy?> FetchAsync(MediaId media, CopySize size, CancellationToken cancellationToken)
    {
        var copy = await pictures.HandOutAsync(Me.School, Me.User, media, ChannelId.Website, size, cancellationToken);
        if (copy is not null)
        {
            HttpContext.BreakOffWith(copy);
        }

        return copy;
    }
}
