namespace MediaGuard.Ingest.Formats;

/// <summary>Where a region lies: centre and size as fractions of the picture, each 0 to 1, as the file says.</summary>
/// <remarks>Programs disagree on whether the picture is meant before or after its turn, so nothing is decided on it.</remarks>
public readonly record struct RegionArea(double CentreX, double CentreY, double Width, double Height)
{
    /// <summary>The area, or null where a number is none or lies outside the picture.</summary>
    public static RegionArea? Of(double centreX, double centreY, double width, double height) =>
        IsFraction(centreX) && IsFraction(centreY) && IsFraction(width) && IsFraction(height) ? new(centreX, centreY, width, height) : null;

    private static bool IsFraction(double number) => number is >= 0 and <= 1;
}
