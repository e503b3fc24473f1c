using MediaGuard.Records.Views;

namespace MediaGuard.Web.Pages;

/// <summary>A photo in the teacher's list.</summary>
/// <param name="IsSwap">The card's state is put into a page that is already there.</param>
internal sealed record PhotoCard(PhotoView Photo, bool IsSwap = false)
{
    public PhotoStanding Standing { get; } = PhotoStanding.Of(Photo);

    public bool IsCovered { get; } = PhotoStanding.IsCovered(Photo);

    public override string ToString() => Photo.ToString();
}
