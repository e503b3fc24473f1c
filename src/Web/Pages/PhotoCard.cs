using MediaGuard.Media;
using MediaGuard.Records.Views;

namespace MediaGuard.Web.Pages;

/// <summary>A photo in the teacher's list.</summary>
/// <param name="IsPosted">It is ticked as posted in Seesaw.</param>
/// <param name="IsSwap">The card's state is put into a page that is already there.</param>
internal sealed record PhotoCard(PhotoView Photo, bool IsPosted, bool IsSwap = false)
{
    public PhotoStanding Standing { get; } = PhotoStanding.Of(Photo, IsPosted);

    /// <summary>The first channel whose contact sheet asks about it; null where none does.</summary>
    public ChannelView? Sheet { get; } = Photo.Channels.FirstOrDefault(c => c.Verdict == Verdict.Held && SheetPick.IsForSheet(Photo, c.Channel));

    public bool IsCovered { get; } = PhotoStanding.IsCovered(Photo);

    public override string ToString() => Photo.ToString();
}
