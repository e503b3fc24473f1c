namespace MediaGuard.Media;

/// <summary>A point in upright pixel coordinates: origin top left, x to the right, y down.</summary>
public readonly record struct PixelPoint(double X, double Y);
