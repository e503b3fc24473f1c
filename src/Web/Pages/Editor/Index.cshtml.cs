using System.IO.Compression;
using MediaGuard.Journey.Review;
using MediaGuard.Media;
using MediaGuard.Records.Views;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Editor;

/// <summary>What may go on the website now. Each copy passes the gate when it is taken, whatever the page showed.</summary>
internal sealed class IndexModel(IPhotoViews views, IPictures pictures, TimeProvider clock) : SchoolPage
{
    public IReadOnlyList<PhotoView> Photos { get; private set; } = [];

    /// <summary>Chosen pictures could not be had any more.</summary>
    public bool IsGone { get; private set; }

    public bool IsNothingChosen { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostOneAsync(Guid id, CancellationToken cancellationToken) =>
        await FetchAsync(new MediaId(id), cancellationToken) is { } copy
            ? File(copy.Jpeg, "image/jpeg", copy.FileName)
            : await GoneAsync(cancellationToken);

    /// <summary>Streams the chosen ones that pass the gate, each asked as its turn comes; says inside how many did not.</summary>
    public async Task<IActionResult> OnPostZipAsync(Guid[] chosen, CancellationToken cancellationToken)
    {
        var waiting = new Queue<MediaId>(chosen.Distinct().Select(id => new MediaId(id)));
        if (waiting.Count == 0)
        {
            IsNothingChosen = true;
            await LoadAsync(cancellationToken);
            return Page();
        }

        var refused = 0;
        var first = await NextAsync();
        if (first is null)
        {
            return await GoneAsync(cancellationToken);
        }

        // a zip entry's end is written synchronously by the library; a few bytes each
        if (HttpContext.Features.Get<IHttpBodyControlFeature>() is { } body)
        {
            body.AllowSynchronousIO = true;
        }

        Response.ContentType = "application/zip";
        Response.Headers.ContentDisposition = $"attachment; filename=\"website-{clock.GetUtcNow():yyyyMMdd-HHmm}.zip\"";
        await using (var zip = await ZipArchive.CreateAsync(Response.Body, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken))
        {
            for (var copy = first; copy is not null; copy = await NextAsync())
            {
                await using var to = await zip.CreateEntry(copy.FileName, CompressionLevel.NoCompression).OpenAsync(cancellationToken);
                await copy.Jpeg.CopyToAsync(to, cancellationToken);
            }

            if (refused > 0)
            {
                await using var to = new StreamWriter(await zip.CreateEntry("left-out.txt").OpenAsync(cancellationToken));
                await to.WriteLineAsync(refused == 1 ? "1 picture you chose may no longer go on the website and is not in here." : $"{refused} pictures you chose may no longer go on the website and are not in here.");
            }
        }

        return new EmptyResult();

        async Task<ReleasedCopy?> NextAsync()
        {
            while (waiting.TryDequeue(out var media))
            {
                if (await FetchAsync(media, cancellationToken) is { } copy)
                {
                    return copy;
                }

                refused++;
            }

            return null;
        }
    }

    /// <summary>A copy that breaks this response off if it is ordered back before the response has ended.</summary>
    private async Task<ReleasedCopy?> FetchAsync(MediaId media, CancellationToken cancellationToken)
    {
        var copy = await pictures.FetchAsync(Me.School, Me.User, media, ChannelId.Website, cancellationToken);
        if (copy is not null)
        {
            Response.RegisterForDisposeAsync(copy);
            Response.RegisterForDispose(copy.Revoked.Register(HttpContext.Abort));
        }

        return copy;
    }

    private async Task<IActionResult> GoneAsync(CancellationToken cancellationToken)
    {
        IsGone = true;
        Response.StatusCode = StatusCodes.Status409Conflict;
        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken) => Photos = await views.ClearedAsync(Me.School, ChannelId.Website, cancellationToken);
}
