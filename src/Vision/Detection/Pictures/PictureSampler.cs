using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using MediaGuard.Media;

namespace MediaGuard.Vision.Detection.Pictures;

/// <summary>Resizes a region of a picture straight into a model's input.</summary>
internal static class PictureSampler
{
    /// <summary>What fills at least a quarter of the target is shown from the half-size picture where the whole is not decoded: a crop of a face of 40 pixels and more.</summary>
    private const double LeastScaleInHalf = 0.25;

    /// <summary>
    /// Fills <paramref name="target"/> (<paramref name="width"/> × <paramref name="height"/> × 3) with <paramref name="region"/>
    /// of the picture, bilinear, from the level nearest in size; what lies outside the picture becomes black.
    /// </summary>
    public static void Sample(PicturePyramid picture, PixelBox region, Span<float> target, int width, int height, TensorLayout layout)
    {
        var scale = Math.Max(region.Width / width, region.Height / height);
        var halvings = scale <= 1 ? 0 : (int)Math.Floor(Math.Log2(scale) + 0.4);
        if (halvings == 0 && scale >= LeastScaleInHalf && picture.IsWholeDear)
        {
            halvings = 1;
        }

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

    // Each row is mixed from two rows of the level at once, in vectors; only then are its pixels picked out.
    private static void Rows(
        PicturePyramid.Level level, PicturePyramid picture, PixelBox region, ReadOnlySpan<Tap> columns, Span<float> target, int height, TensorLayout layout)
    {
        var width = columns.Length;
        var (pixelStep, red, blue) = layout.IsPlanar ? (1, 0, 2 * width * height) : (3, 0, 2);
        var green = blue / 2;
        (red, blue) = layout.IsBgr ? (blue, red) : (red, blue);
        var (start, length) = Reach(columns);
        var buffer = ArrayPool<float>.Shared.Rent(2 * length);
        var mixed = buffer.AsSpan(0, length);
        var below = buffer.AsSpan(length, length);
        Span<Tap> row = stackalloc Tap[1];
        var rowHeight = region.Height / height;
        for (var y = 0; y < height; y++)
        {
            Taps(row, region.Y + (y * rowHeight), rowHeight, level.Scale, picture.Height, level.Height);
            if (!row[0].IsOutside)
            {
                Widen(level.Rgb.AsSpan((row[0].First * level.Width * 3) + start, length), mixed);
                Widen(level.Rgb.AsSpan((row[0].Second * level.Width * 3) + start, length), below);
                TensorPrimitives.Lerp(mixed, below, row[0].Weight, mixed);
                TensorPrimitives.Multiply(mixed, layout.Scale, mixed);
                TensorPrimitives.Add(mixed, layout.Offset, mixed);
            }

            var at = y * width * pixelStep;
            for (var x = 0; x < columns.Length; x++, at += pixelStep)
            {
                var column = columns[x];
                if (row[0].IsOutside || column.IsOutside)
                {
                    target[at + red] = target[at + green] = target[at + blue] = layout.Offset;
                    continue;
                }

                // three channels and one float more, which the buffer's second half always has
                var a = Vector128.LoadUnsafe(ref mixed[0], (nuint)((column.First * 3) - start));
                var b = Vector128.LoadUnsafe(ref mixed[0], (nuint)((column.Second * 3) - start));
                var between = a + ((b - a) * column.Weight);
                target[at + red] = between.GetElement(0);
                target[at + green] = between.GetElement(1);
                target[at + blue] = between.GetElement(2);
            }
        }

        ArrayPool<float>.Shared.Return(buffer);
    }

    private static void Widen(ReadOnlySpan<byte> from, Span<float> to)
    {
        var at = 0;
        for (; at <= from.Length - Vector<byte>.Count; at += Vector<byte>.Count)
        {
            var bytes = new Vector<byte>(from[at..]);
            Vector.Widen(bytes, out var lower, out var upper);
            Vector.Widen(lower, out var first, out var second);
            Vector.Widen(upper, out var third, out var fourth);
            Vector.ConvertToSingle(Vector.AsVectorInt32(first)).CopyTo(to[at..]);
            Vector.ConvertToSingle(Vector.AsVectorInt32(second)).CopyTo(to[(at + Vector<float>.Count)..]);
            Vector.ConvertToSingle(Vector.AsVectorInt32(third)).CopyTo(to[(at + (2 * Vector<float>.Count))..]);
            Vector.ConvertToSingle(Vector.AsVectorInt32(fourth)).CopyTo(to[(at + (3 * Vector<float>.Count))..]);
        }

        for (; at < from.Length; at++)
        {
            to[at] = from[at];
        }
    }

    // The part of a level's rows that the columns lie in: its first byte and length.
    private static (int Start, int Length) Reach(ReadOnlySpan<Tap> columns)
    {
        var (first, last) = (int.MaxValue, -1);
        foreach (var column in columns)
        {
            if (!column.IsOutside)
            {
                (first, last) = (Math.Min(first, column.First), Math.Max(last, column.Second));
            }
        }

        return last < 0 ? (0, 0) : (first * 3, (last + 1 - first) * 3);
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
