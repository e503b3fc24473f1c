using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using MediaGuard.Journey.Review;
using MediaGuard.Journey.Website;
using MediaGuard.Media;
using MediaGuard.Records.Views;
using MediaGuard.Records.Publications;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Editor;

/// <summary>What may go on the website now. Each copy passes the gate when it is taken, whatever the page showed.</summary>
internal sealed class IndexModel(IPhotoViews views, IPictures pictures, IPublicationBook book, ICaptions captions, TimeProvider clock) : EditorPage(views, pictures, book, captions)
{
    public IReadOnlyList<GalleryCard> Cards { get; private set; } = [];

    /// <summary>What is cleared at this moment, for a page that is open already.</summary>
    public IReadOnlyList<MediaId> Cleared { get; private set; } = [];

    /// <summary>Chosen pictures could not be had any more.</summary>
    public bool IsGone { get; private set; }

    public bool IsNothingChosen { get; private set; }

    public async Task OnGetAsync(bool gone, CancellationToken cancellationToken)
    {
        IsGone = gone;
        TakeNote();
        await LoadAsync(cancellationToken);
    }

    /// <summary>What an open page knows: it is sent the whole only when that has changed.</summary>
    public string State
    {
        get
        {
            using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var id in Cleared)
            {
                digest.AppendData(id.Value.ToByteArray());
            }

            return $"{Down.Open}-{Down.Overdue}-{Convert.ToHexStringLower(digest.GetHashAndReset().AsSpan(0, 8))}";
        }
    }

    public async Task<IActionResult> OnGetNewsAsync(string? seen, CancellationToken cancellationToken)
    {
        Cleared = [.. (await Book.ClearedAsync(Me.School, ChannelId.Website, null, Most, cancellationToken)).Select(c => c.Media)];
        await CountDownAsync(Instant.Now(clock), cancellationToken);
        return seen == State ? StatusCode(StatusCodes.Status204NoContent) : Partial("_News", this);
    }

    public async Task<IActionResult> OnPostOneAsync(Guid id, string? size, CancellationToken cancellationToken) =>
        await FetchAsync(new MediaId(id), SizeOf(size), cancellationToken) is { } copy
            ? File(copy.Jpeg, "image/jpeg", copy.FileName)
            : await GoneAsync(cancellationToken);

    /// <summary>Streams the chosen ones that pass the gate, each asked as its turn comes, and their captions; says inside how many did not.</summary>
    public async Task<IActionResult> OnPostZipAsync(Guid[] chosen, string? size, CancellationToken cancellationToken)
    {
        var waiting = new Queue<MediaId>(chosen.Distinct().Select(id => new MediaId(id)));
        if (waiting.Count == 0)
        {
            IsNothingChosen = true;
            await LoadAsync(cancellationToken);
            return Page();
        }

        var written = await Captions.ReadAsync(Me.School, [.. waiting], ChannelId.Website, cancellationToken);
        var refused = 0;
        var sheet = new CaptionSheet();
        if (await NextAsync() is not { } first)
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
                await using var jpeg = copy.Jpeg;
                await using var to = await zip.CreateEntry(copy.FileName, CompressionLevel.NoCompression).OpenAsync(cancellationToken);
                await jpeg.CopyToAsync(to, cancellationToken);
            }

            if (!sheet.IsEmpty)
            {
                await WriteAsync(zip, "captions.csv", sheet.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), cancellationToken);
            }

            if (refused > 0)
            {
                var says = refused == 1 ? "1 picture you chose may no longer go on the website and is not in here." : $"{refused} pictures you chose may no longer go on the website and are not in here.";
                await WriteAsync(zip, "left-out.txt", says + Environment.NewLine, Encoding.UTF8, cancellationToken);
            }
        }

        return new EmptyResult();

        async Task<ReleasedCopy?> NextAsync()
        {
            while (waiting.TryDequeue(out var media))
            {
                if (await FetchAsync(media, SizeOf(size), cancellationToken) is { } copy)
                {
                    if (written.GetValueOrDefault(media) is { MayLeave: true } caption)
                    {
                        sheet.Add(copy.FileName, caption.AltText, caption.Text);
                    }

                    return copy;
                }

                refused++;
            }

            return null;
        }
    }

    private static async Task WriteAsync(ZipArchive zip, string name, string text, Encoding encoding, CancellationToken cancellationToken)
    {
        await using var to = new StreamWriter(await zip.CreateEntry(name).OpenAsync(cancellationToken), encoding);
        await to.WriteAsync(text.AsMemory(), cancellationToken);
    }

    private async Task<IActionResult> GoneAsync(CancellationToken cancellationToken)
    {
        IsGone = true;
        Response.StatusCode = StatusCodes.Status409Conflict;
        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var copies = await Book.ClearedAsync(Me.School, ChannelId.Website, null, Most, cancellationToken);
        Cards = await CardsAsync(copies, cancellationToken);
        Cleared = [.. copies.Select(c => c.Media)];
        await CountDownAsync(Instant.Now(clock), cancellationToken);
    }
}
