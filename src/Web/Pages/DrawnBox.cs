using MediaGuard.Media;

namespace MediaGuard.Web.Pages;

/// <summary>A box drawn on a picture or typed, in hundredths of its width and height.</summary>
internal sealed class DrawnBox
{
    private const double Smallest = 8;

    /// <summary>A copy smaller than this shows nothing anybody wants.</summary>
    public const double SmallestPicture = 32;

    public static string Help => Words.Text("Nothing was changed: draw a box that lies in the picture and is neither flat nor tiny.");

    public double? Left { get; set; }
    public double? Top { get; set; }
    public double? Width { get; set; }
    public double? Height { get; set; }

    /// <summary>In whole pixels, outwards.</summary>
    public static PixelBox Whole(PixelBox box)
    {
        var (x, y) = (Math.Floor(box.X), Math.Floor(box.Y));
        return new PixelBox(x, y, Math.Ceiling(box.Right) - x, Math.Ceiling(box.Bottom) - y);
    }

    /// <summary>The part of it that lies in the picture, in pixels; null when too little does.</summary>
    public PixelBox? On(int width, int height)
    {
        if (Left is not { } left || Top is not { } top || Width is not { } across || Height is not { } down || !double.IsFinite(left + top + across + down))
        {
            return null;
        }

        var x = Math.Clamp(left * width / 100, 0, width);
        var y = Math.Clamp(top * height / 100, 0, height);
        var box = new PixelBox(x, y, Math.Clamp((left + across) * width / 100, 0, width) - x, Math.Clamp((top + down) * height / 100, 0, height) - y);
        return box.ShorterSide >= Smallest ? box : null;
    }
}
