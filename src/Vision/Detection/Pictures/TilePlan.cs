using MediaGuard.Media;

namespace MediaGuard.Vision.Detection.Pictures;

/// <summary>Overlapping regions of a picture that together cover it, each the size of a model's input at one scale.</summary>
internal static class TilePlan
{
    private const double Overlap = 0.25;

    /// <summary>
    /// Regions that, resized to <paramref name="tileWidth"/> × <paramref name="tileHeight"/>, show the picture as if its long
    /// side were <paramref name="longSide"/> pixels, or as many as enlarging it <paramref name="enlargement"/> times gives. Regions may reach beyond its right and lower edge.
    /// </summary>
    public static IEnumerable<PixelBox> At(int width, int height, double longSide, int tileWidth, int tileHeight, double enlargement = 1)
    {
        var scale = Math.Min(enlargement, longSide / Math.Max(width, height));
        var (w, h) = (tileWidth / scale, tileHeight / scale);
        return from y in Starts(height, h) from x in Starts(width, w) select new PixelBox(x, y, w, h);
    }

    /// <summary>One region that shows the whole picture, shrunk to at most <paramref name="share"/> of the tile.</summary>
    public static PixelBox Whole(int width, int height, int tileWidth, int tileHeight, double share)
    {
        var scale = Math.Min(1, share * Math.Min((double)tileWidth / width, (double)tileHeight / height));
        return new PixelBox(0, 0, tileWidth / scale, tileHeight / scale);
    }

    /// <summary>
    /// Whether a box seen in one tile of many is that tile's business. One cut by an edge inside the picture is whole in a neighbour;
    /// one over half the tile's height is seen better at a coarser scale.
    /// </summary>
    public static bool IsOwn(PixelBox box, PixelBox tile, int width, int height)
    {
        var margin = tile.Width / 100;
        var isCut = (tile.X > 0 && box.X < tile.X + margin)
            || (tile.Y > 0 && box.Y < tile.Y + margin)
            || (tile.Right < width && box.Right > tile.Right - margin)
            || (tile.Bottom < height && box.Bottom > tile.Bottom - margin);
        return !isCut && Math.Max(box.Width, box.Height) <= tile.Height / 2;
    }

    /// <summary>The tile shows the whole picture.</summary>
    public static bool IsWhole(PixelBox tile, int width, int height) => tile.X <= 0 && tile.Y <= 0 && tile.Right >= width && tile.Bottom >= height;

    private static IEnumerable<double> Starts(double length, double tile)
    {
        var gaps = length <= tile ? 0 : (int)Math.Ceiling((length - tile) / (tile * (1 - Overlap)));
        return Enumerable.Range(0, gaps + 1).Select(i => gaps == 0 ? 0 : (length - tile) * i / gaps);
    }
}
