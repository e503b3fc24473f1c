using MediaGuard.Media;
using MediaGuard.Vision.Detection.Pictures;

namespace MediaGuard.Vision.Detection;

/// <summary>The finest look at a picture: shown with its long side at 1280 pixels, enlarged at most twice, for the small faces in it.</summary>
/// <remarks>
/// Detectors answer on a grid of eight pixels and lose faces under sixteen. Enlarging breaks close-ups, so a box seen in an enlarged tile counts only while it is small;
/// coarser looks see the large ones.
/// </remarks>
internal static class SmallFaces
{
    private const double LongSide = 1280;
    private const double Enlargement = 2;
    private const double Largest = 64;

    public static IEnumerable<PixelBox> Tiles(PicturePyramid picture, int tileWidth, int tileHeight) =>
        TilePlan.At(picture.Width, picture.Height, LongSide, tileWidth, tileHeight, Enlargement);

    /// <summary>Whether a box seen in a tile of that many pixels counts.</summary>
    public static bool Counts(PixelBox box, PixelBox tile, int tileWidth) => tile.Width >= tileWidth || Math.Max(box.Width, box.Height) <= Largest;
}
