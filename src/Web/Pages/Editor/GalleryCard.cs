using MediaGuard.Journey.Review;
using MediaGuard.Journey.Website;
using MediaGuard.Records.Views;
using MediaGuard.Records.Publications;

namespace MediaGuard.Web.Pages.Editor;

/// <summary>A picture of the gallery.</summary>
internal sealed record GalleryCard(PhotoView Photo, ClearedCopy Copy, Caption? Caption, IReadOnlyList<UsedAt> UsedAt)
{
    /// <summary>What a copy measures: <c>1600 × 1067</c>.</summary>
    public string Measures(CopySize size)
    {
        var (width, height) = CopySizes.Fit(size, Copy.Width, Copy.Height);
        return $"{width} × {height}";
    }

    public override string ToString() => Photo.ToString();
}
