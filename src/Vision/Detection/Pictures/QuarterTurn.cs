using MediaGuard.Media;

namespace MediaGuard.Vision.Detection.Pictures;

/// <summary>A picture turned clockwise, and the way back to the original's coordinates.</summary>
/// <param name="Turns">Quarter turns clockwise, 0 to 3.</param>
/// <param name="Width">Of the original.</param>
/// <param name="Height">Of the original.</param>
internal readonly record struct QuarterTurn(int Turns, int Width, int Height)
{
    /// <summary>Where a point of the turned picture lies in the original.</summary>
    public PixelPoint Back(PixelPoint p) => Turns switch
    {
        1 => new PixelPoint(p.Y, Height - p.X),
        2 => new PixelPoint(Width - p.X, Height - p.Y),
        3 => new PixelPoint(Width - p.Y, p.X),
        _ => p,
    };

    /// <summary>Where a box of the turned picture lies in the original.</summary>
    public PixelBox Back(PixelBox box)
    {
        var a = Back(new PixelPoint(box.X, box.Y));
        var b = Back(new PixelPoint(box.Right, box.Bottom));
        return new PixelBox(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Abs(a.X - b.X), Math.Abs(a.Y - b.Y));
    }

    /// <summary>Turns <paramref name="from"/> into <paramref name="to"/>, both interleaved RGB.</summary>
    public void Turn(ReadOnlySpan<byte> from, Span<byte> to)
    {
        var (start, right, down) = Turns switch
        {
            1 => ((Height - 1) * Width, -Width, 1),
            2 => ((Width * Height) - 1, -1, -Width),
            3 => (Width - 1, Width, -1),
            _ => (0, 1, Width),
        };
        var (width, height) = Turns % 2 == 0 ? (Width, Height) : (Height, Width);
        var at = 0;
        for (var y = 0; y < height; y++)
        {
            var source = (start + (y * down)) * 3;
            for (var x = 0; x < width; x++, at += 3, source += right * 3)
            {
                to[at] = from[source];
                to[at + 1] = from[source + 1];
                to[at + 2] = from[source + 2];
            }
        }
    }
}
