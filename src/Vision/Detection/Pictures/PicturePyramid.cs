using System.Buffers;
using MediaGuard.Media;

namespace MediaGuard.Vision.Detection.Pictures;

/// <summary>
/// One picture at full, half, quarter… size, each made when first asked for and pooled. Coordinates given and taken are always
/// those of the full size. One thread at a time; dispose returns the pooled memory.
/// </summary>
internal sealed class PicturePyramid : IDisposable
{
    private readonly Func<byte[]> _whole;
    private readonly byte[]? _half;
    private readonly List<Level?> _levels = [];

    public PicturePyramid(int width, int height, byte[] rgb)
        : this(width, height, () => rgb, null)
    {
    }

    public PicturePyramid(PixelImage picture)
        : this(picture.Width, picture.Height, picture.Rgb)
    {
    }

    public PicturePyramid(LayeredPicture picture)
        : this(picture.Width, picture.Height, () => picture.Whole.Rgb, picture.Half?.Rgb)
    {
    }

    private PicturePyramid(int width, int height, Func<byte[]> whole, byte[]? half)
    {
        (Width, Height, _whole, _half) = (width, height, whole, half);
        _levels.Add(half is null ? new Level(width, height, 1, whole()) : null);
        if (half is not null)
        {
            _levels.Add(new Level((width + 1) / 2, (height + 1) / 2, 0.5, half));
        }
    }

    public int Width { get; }
    public int Height { get; }
    public int LongSide => Math.Max(Width, Height);

    /// <summary>The full size costs a decoding, which nobody asked for yet.</summary>
    public bool IsWholeDear => _levels[0] is null;

    /// <summary>The level halved <paramref name="halvings"/> times, or the smallest made of at least four pixels each way.</summary>
    public Level At(int halvings)
    {
        while (_levels.Count <= halvings && _levels[^1] is { Width: >= 4, Height: >= 4 } last)
        {
            _levels.Add(Halve(last));
        }

        return _levels[Math.Min(halvings, _levels.Count - 1)] ??= new Level(Width, Height, 1, _whole());
    }

    public void Dispose()
    {
        foreach (var level in _levels.Skip(1).OfType<Level>().Where(l => l.Rgb != _half))
        {
            ArrayPool<byte>.Shared.Return(level.Rgb);
        }

        _levels.RemoveRange(1, _levels.Count - 1);
    }

    private static Level Halve(Level from)
    {
        // An odd last row or column is averaged with itself, so a pixel of a level always covers the same two by two of the level before.
        var (w, h) = ((from.Width + 1) / 2, (from.Height + 1) / 2);
        var pairs = from.Width / 2;
        var half = ArrayPool<byte>.Shared.Rent(w * h * 3);
        for (var y = 0; y < h; y++)
        {
            var upper = from.Rgb.AsSpan(2 * y * from.Width * 3, from.Width * 3);
            var lower = from.Rgb.AsSpan(Math.Min((2 * y) + 1, from.Height - 1) * from.Width * 3, from.Width * 3);
            var target = half.AsSpan(y * w * 3, w * 3);
            for (int x = 0, s = 0; x < pairs * 3; x += 3, s += 6)
            {
                target[x] = (byte)((upper[s] + upper[s + 3] + lower[s] + lower[s + 3] + 2) >> 2);
                target[x + 1] = (byte)((upper[s + 1] + upper[s + 4] + lower[s + 1] + lower[s + 4] + 2) >> 2);
                target[x + 2] = (byte)((upper[s + 2] + upper[s + 5] + lower[s + 2] + lower[s + 5] + 2) >> 2);
            }

            for (var x = pairs * 3; x < target.Length; x++)
            {
                target[x] = (byte)((upper[x + (pairs * 3)] + lower[x + (pairs * 3)] + 1) >> 1);
            }
        }

        return new Level(w, h, from.Scale / 2, half);
    }

    /// <summary>Pixels of one size: interleaved RGB; the buffer may be longer than the picture.</summary>
    /// <param name="Scale">Full-size coordinates times this are this level's.</param>
    internal sealed record Level(int Width, int Height, double Scale, byte[] Rgb);
}
