namespace MediaGuard.Media;

/// <summary>Upright 8-bit sRGB pixels: interleaved R, G, B, row by row from the top, no padding.</summary>
public sealed class PixelImage
{
    /// <exception cref="ArgumentException">The buffer is not <c>width × height × 3</c> bytes.</exception>
    public PixelImage(int width, int height, byte[] rgb)
    {
        ArgumentNullException.ThrowIfNull(rgb);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        if (rgb.LongLength != (long)width * height * 3)
        {
            throw new ArgumentException($"A {width} x {height} picture needs {(long)width * height * 3} bytes, not {rgb.LongLength}.", nameof(rgb));
        }

        Width = width;
        Height = height;
        Rgb = rgb;
    }

    public int Width { get; }
    public int Height { get; }

#pragma warning disable CA1819 // the buffer is the value; copying 36 MB to hide it would help nobody
    public byte[] Rgb { get; }
#pragma warning restore CA1819
}
