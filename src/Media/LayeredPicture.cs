namespace MediaGuard.Media;

/// <summary>An upright picture at half its size, and whole when somebody needs that: a library halves a JPEG while it decodes it, in half the time.</summary>
public sealed class LayeredPicture
{
    private readonly Lazy<PixelImage> whole;

    /// <summary>A picture that is there whole.</summary>
    public LayeredPicture(PixelImage picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        (Width, Height, whole) = (picture.Width, picture.Height, new(picture));
    }

    /// <param name="width">Of the whole, in pixels.</param>
    /// <param name="height">Of the whole, in pixels.</param>
    /// <param name="half">Each of its pixels is two by two of the whole's.</param>
    /// <param name="whole">Decodes the whole; called at most once, and what it throws is thrown by <see cref="Whole"/>.</param>
    /// <exception cref="ArgumentException">The half is not half as large, rounded up, or the whole is not as large as said.</exception>
    public LayeredPicture(int width, int height, PixelImage half, Func<PixelImage> whole)
    {
        ArgumentNullException.ThrowIfNull(half);
        ArgumentNullException.ThrowIfNull(whole);
        if (half.Width != (width + 1) / 2 || half.Height != (height + 1) / 2)
        {
            throw new ArgumentException($"Half of {width} x {height} is not {half.Width} x {half.Height}.", nameof(half));
        }

        (Width, Height, Half) = (width, height, half);
        this.whole = new(() => whole() is { } decoded && (decoded.Width, decoded.Height) == (width, height)
            ? decoded
            : throw new ArgumentException($"The picture is not {width} x {height}.", nameof(whole)));
    }

    public int Width { get; }
    public int Height { get; }

    /// <summary>Null where only the whole is there.</summary>
    public PixelImage? Half { get; }

    public PixelImage Whole => whole.Value;
}
