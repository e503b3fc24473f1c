using System.Security.Cryptography;
using MediaGuard.Journey.Review;
using MediaGuard.Journey.Website;
using MediaGuard.Media;
using MediaGuard.Records.Views;
using MediaGuard.Records.Publications;
using MediaGuard.Web.Api;
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

    /// <summary>Streams the chosen ones that pass the gate, each asked as its turn comes, and their captions as they may leave by then; says inside how many did not.</summary>
    public async Task<IActionResult> OnPostZipAsync(Guid[] chosen, string? size, CancellationToken cancellationToken)
    {
        if (chosen.Length == 0)
        {
            IsNothingChosen = true;
            await LoadAsync(cancellationToken);
            return Page();
        }

        var wanted = chosen.Distinct().Select(id => new MediaId(id));
        return await CopyZip.WriteAsync(
            HttpContext, $"website-{clock.GetUtcNow():yyyyMMdd-HHmm}.zip", wanted, media => FetchAsync(media, SizeOf(size), cancellationToken), (inside, refused) => WordsAsync(inside, refused, cancellationToken), cancellationToken)
            ? new EmptyResult()
            : await GoneAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<(string FileName, string Text)>> WordsAsync(IReadOnlyList<(MediaId Media, string FileName)> inside, int refused, CancellationToken cancellationToken)
    {
        var words = new List<(string, string)>();
        var written = await Captions.ReadAsync(Me.School, [.. inside.Select(i => i.Media)], ChannelId.Website, cancellationToken);
        var sheet = new CaptionSheet();
        foreach (var (media, file) in inside)
        {
            if (written.GetValueOrDefault(media) is { MayLeave: true } caption)
            {
                sheet.Add(file, caption.AltText, caption.Text);
            }
        }

        if (!sheet.IsEmpty)
        {
            words.Add(("captions.csv", $"\uFEFF{sheet}")); // so that a spreadsheet reads it as UTF-8
        }

        if (refused > 0)
        {
            var says = refused == 1 ? Words.Text("1 picture you chose may no longer go on the website and is not in here.") : Words.Text($"{refused} pictures you chose may no longer go on the website and are not in here.");
            words.Add(("left-out.txt", says + Environment.NewLine));
        }

        return words;
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
