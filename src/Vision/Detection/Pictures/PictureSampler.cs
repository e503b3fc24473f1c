using System.Buffers;
using MediaGuard.Media;

namespace MediaGuard.Vision.Detection.Pictures;

/// <summary>Resizes a region of a picture straight into a model's input.</summary>
internal static class PictureSampler
{
    /// <summary>
    /// Fills <paramref name="target"/> (<paramref name="width"/> × <paramref name="height"/> × 3) with <paramref name="region"/>
    /// of the picture, bilinear, from the level nearest in size; what lies outside the picture becomes black.
    /// </summary>
    public static void Sample(PicturePyramid picture, PixelBox region, Span<float> target, int width, int height, TensorLayout layout)
    {
        var scale = Math.Max(region.Width / width, region.Height / height);
        var halvings = scale <= 1 ? 0 : (int)Math.Floor(Math.Log2(scale) + 0.4);
        var level = picture.At(halvings);
        var columns = ArrayPool<Tap>.Shared.Rent(width);
        try
        {
            Taps(columns.AsSpan(0, width), region.X, region.Width, level.Scale, picture.Width, level.Width);
            Rows(level, picture, region, columns.AsSpan(0, width), target, height, layout);
        }
        finally
        {
            ArrayPool<Tap>.Shared.Return(columns);
        }
    }

    private static void Rows(
        PicturePyramid.Level level, PicturePyramid picture, PixelBox region, ReadOnlySpan<Tap> columns, Span<float> target, int height, TensorLayout layout)
    {
        var width = columns.Length;
        var (pixelStep, red, blue) = layout.IsPlanar ? (1, 0, 2 * width * height) : (3, 0, 2);
        var green = blue / 2;
        (red, blue) = layout.IsBgr ? (blue, red) : (red, blue);
        Span<Tap> row = stackalloc Tap[1];
        var rowHeight = region.Height / height;
        for (var y = 0; y < height; y++)
        {
            Taps(row, region.Y + (y * rowHeight), rowHeight, level.Scale, picture.Height, level.Height);
            var upper = row[0].IsOutside ? default : level.Rgb.AsSpan(row[0].First * level.Width * 3, level.Width * 3);
            var lower = row[0].IsOutside ? default : level.Rgb.AsSpan(row[0].Second * level.Width * 3, level.Width * 3);
            var down = row[0].Weight;
            var at = y * width * pixelStep;
            for (var x = 0; x < width; x++, at += pixelStep)
            {
                var column = columns[x];
                if (row[0].IsOutside || column.IsOutside)
                {
                    target[at + red] = target[at + green] = target[at + blue] = layout.Offset;
                    continue;
                }

                var (a, b, right) = (column.First * 3, column.Second * 3, column.Weight);
                target[at + red] = (Mix(upper[a], upper[b], lower[a], lower[b], right, down) * layout.Scale) + layout.Offset;
                target[at + green] = (Mix(upper[a + 1], upper[b + 1], lower[a + 1], lower[b + 1], right, down) * layout.Scale) + layout.Offset;
                target[at + blue] = (Mix(upper[a + 2], upper[b + 2], lower[a + 2], lower[b + 2], right, down) * layout.Scale) + layout.Offset;
            }
        }
    }

    private static float Mix(byte upperLeft, byte upperRight, byte lowerLeft, byte lowerRight, float right, float down)
    {
        var upper = upperLeft + ((upperRight - upperLeft) * right);
        var lower = lowerLeft + ((lowerRight - lowerLeft) * right);
        return upper + ((lower - upper) * down);
    }

    private static void Taps(Span<Tap> taps, double start, double length, double levelScale, int end, int limit)
    {
        var step = length / taps.Length;
        for (var i = 0; i < taps.Length; i++)
        {
            var centre = start + ((i + 0.5) * step);
            if (centre < 0 || centre >= end)
            {
                taps[i] = new Tap(-1, -1, 0);
                continue;
            }

            var position = Math.Clamp((centre * levelScale) - 0.5, 0, limit - 1);
            var first = (int)position;
            taps[i] = new Tap(first, Math.Min(first + 1, limit - 1), (float)(position - first));
        }
    }

    /// <summary>Two neighbouring source pixels and the share of the second.</summary>
    private readonly record struct Tap(int First, int Second, float Weight)
    {
        public bool IsOutside => First < 0;
    }
}
