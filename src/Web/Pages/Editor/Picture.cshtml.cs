using System.Collections.Immutable;
using MediaGuard.Journey.Review;
using MediaGuard.Journey.Website;
using MediaGuard.Media;
using MediaGuard.Records.Views;
using MediaGuard.Records.Publications;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Editor;

/// <summary>One picture that may go on the website: its sizes, what stands beside it, and where it is used.</summary>
internal sealed class PictureModel(IPhotoViews views, IPictures pictures, IPublicationBook book, ICaptions captions) : EditorPage(views, pictures, book, captions)
{
    public GalleryCard Card { get; private set; } = null!;

    /// <summary>What was typed and not accepted, or what stands there.</summary>
    public string Text { get; private set; } = "";
    public string AltText { get; private set; } = "";

    /// <summary>Words that name somebody who may not be named.</summary>
    public ImmutableArray<string> Names { get; private set; } = [];

    /// <summary>Everyday words that may.</summary>
    public ImmutableArray<string> Doubts { get; private set; } = [];

    public bool IsTooLong { get; private set; }

    public string Address { get; private set; } = "";

    public string? WrongAddress { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        TakeNote();
        if (!await LoadAsync(new MediaId(id), cancellationToken))
        {
            return NotFound();
        }

        (Text, AltText) = (Card.Caption?.Text ?? "", Card.Caption?.AltText ?? "");
        return Page();
    }

    public async Task<IActionResult> OnPostCaptionAsync(Guid id, string? text, string? alt, string[] ordinary, CancellationToken cancellationToken)
    {
        var media = new MediaId(id);
        if (await Book.ClearedAsync(Me.School, ChannelId.Website, media, cancellationToken) is null)
        {
            return Gone();
        }

        var answer = await Captions.SaveAsync(Me.School, media, ChannelId.Website, text ?? "", alt ?? "", ordinary, Me.User, cancellationToken);
        switch (answer.Outcome)
        {
            case CaptionOutcome.Saved:
                Leave((text ?? "").Trim().Length + (alt ?? "").Trim().Length == 0 ? Words.Text("The caption is removed.") : Words.Text("The caption is saved."));
                return Redirect(Here(media));
            case CaptionOutcome.NotCleared:
                return Gone();
            case CaptionOutcome.Names:
                Names = answer.Words;
                break;
            case CaptionOutcome.MayName:
                Doubts = answer.Words;
                break;
            case CaptionOutcome.TooLong:
                IsTooLong = true;
                break;
        }

        if (!await LoadAsync(media, cancellationToken))
        {
            return Gone();
        }

        (Text, AltText) = (text ?? "", alt ?? "");
        return Page();
    }

    /// <remarks>What was ordered back meanwhile is noted all the same: it must be found to be taken down.</remarks>
    public async Task<IActionResult> OnPostUseAsync(Guid id, string? address, CancellationToken cancellationToken)
    {
        var media = new MediaId(id);
        if (WebAddress.Tidy(address, out var wrong) is not { } tidy)
        {
            return await WrongAsync(media, address, wrong, cancellationToken);
        }

        switch (await Book.UseAsync(Me.School, media, ChannelId.Website, tidy, Me.User, cancellationToken))
        {
            case UsedAtOutcome.Noted:
                Leave(Words.Text("The address is noted. If the picture must come down, the list of take-downs names it."));
                return Redirect(Here(media));
            case UsedAtOutcome.Known:
                Leave(Words.Text("That address was noted before."));
                return Redirect(Here(media));
            case UsedAtOutcome.MustComeDown:
                Leave(Words.Text("The address is noted, and the picture must come off it: somebody in it may no longer be shown."));
                return Redirect("/editor/take-downs");
            case UsedAtOutcome.TooMany:
                return await WrongAsync(media, address, Words.Text("This picture has fifty addresses already. Remove those where it is used no longer."), cancellationToken);
            case UsedAtOutcome.NoCopy:
            default:
                return await WrongAsync(media, address, Words.Text("Nobody has downloaded this picture yet. Download it here and use that copy."), cancellationToken);
        }
    }

    public async Task<IActionResult> OnPostLeaveAsync(Guid id, Guid address, CancellationToken cancellationToken)
    {
        var media = new MediaId(id);
        if (!await Book.LeaveAsync(Me.School, media, ChannelId.Website, address, Me.User, cancellationToken))
        {
            return NotFound();
        }

        Leave(Words.Text("The address is removed from the list."));
        return Redirect(await Book.ClearedAsync(Me.School, ChannelId.Website, media, cancellationToken) is null ? "/editor" : Here(media));
    }

    private async Task<IActionResult> WrongAsync(MediaId media, string? typed, string wrong, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(media, cancellationToken))
        {
            return Gone();
        }

        (Address, WrongAddress) = (typed ?? "", wrong);
        (Text, AltText) = (Card.Caption?.Text ?? "", Card.Caption?.AltText ?? "");
        return Page();
    }

    private static string Here(MediaId media) => $"/editor/picture/{media}";

    private RedirectResult Gone() => Redirect("/editor?gone=true");

    private async Task<bool> LoadAsync(MediaId media, CancellationToken cancellationToken)
    {
        if (await Book.ClearedAsync(Me.School, ChannelId.Website, media, cancellationToken) is not { } copy || await CardsAsync([copy], cancellationToken) is not [var card])
        {
            return false;
        }

        Card = card;
        return true;
    }
}
