namespace MediaGuard.Media;

/// <summary>An axis-aligned box in upright pixel coordinates: origin top left, x to the right, y down, in pixels.</summary>
public readonly record struct PixelBox(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;
    public double Bottom => Y + Height;
    public double Area => Math.Max(0, Width) * Math.Max(0, Height);
    public double ShorterSide => Math.Min(Width, Height);

    /// <summary>Intersection over union with another box, 0 to 1.</summary>
    public double IntersectionOverUnion(PixelBox other)
    {
        var w = Math.Min(Right, other.Right) - Math.Max(X, other.X);
        var h = Math.Min(Bottom, other.Bottom) - Math.Max(Y, other.Y);
        if (w <= 0 || h <= 0)
        {
            return 0;
        }

        var shared = w * h;
        return shared / (Area + other.Area - shared);
    }
}
