namespace MediaGuard.Journey.Review;

/// <summary>Sizes in pixels.</summary>
public static class CopySizes
{
    /// <summary>Most pixels on the longer side.</summary>
    public static int LongSideOf(CopySize size) => size switch
    {
        CopySize.Web => 1600,
        CopySize.Print => 4961,
    };

    /// <summary>What a picture measures at a size.</summary>
    public static (int Width, int Height) Fit(CopySize size, int width, int height)
    {
        var most = LongSideOf(size);
        var longer = Math.Max(width, height);
        return longer <= most ? (width, height) : (Scaled(width), Scaled(height));

        int Scaled(int side) => Math.Max(1, (int)Math.Round(side * (double)most / longer, MidpointRounding.AwayFromZero));
    }
}
