using MediaGuard.Vision.Detection.Pictures;

namespace MediaGuard.Vision.Detection;

/// <summary>
/// How steep the steepest edges of a picture are, 0 to 1: the step between neighbouring pixels, as a share of the largest step found when the picture is halved again and again.
/// An edge one pixel wide reaches its whole height at once; one blurred over eight reaches it only three halvings later.
/// </summary>
/// <remarks>
/// Height and number of the edges don't matter, so pale and plain pictures are not taken for blurred, and where there is no edge at all nothing is judged. The less sharp of the two
/// directions counts, because a moved camera blurs one. As many pixels count as half the long side: something in focus is enough, and so, alas, is a date printed into a blurred picture.
/// </remarks>
internal static class PictureSharpness
{
    private const int LeastEdge = 20;
    private const int SmallestLevel = 32;

    /// <param name="picture">Judged as it looks halved so often.</param>
    public static double Of(PicturePyramid picture, int halvings)
    {
        var (across, down) = Steps(picture.At(halvings));
        var (mostAcross, mostDown) = (across, down);
        var last = picture.At(halvings);
        for (var level = picture.At(++halvings); level != last && Math.Max(level.Width, level.Height) >= SmallestLevel; level = picture.At(++halvings))
        {
            // a long thin picture can't be halved any more while it is still long
            var (a, d) = Steps(level);
            (mostAcross, mostDown) = (Math.Max(mostAcross, a), Math.Max(mostDown, d));
            last = level;
        }

        return Math.Min(ShareOf(across, mostAcross), ShareOf(down, mostDown));
    }

    private static double ShareOf(int step, int most) => most < LeastEdge ? 1 : (double)step / most;

    // The step that half as many neighbours exceed as the long side has pixels, to the right and downwards.
    private static (int Across, int Down) Steps(PicturePyramid.Level level)
    {
        Span<int> across = stackalloc int[256];
        Span<int> down = stackalloc int[256];
        across.Clear();
        down.Clear();
        var stride = level.Width * 3;
        for (var y = 0; y < level.Height - 1; y++)
        {
            var row = level.Rgb.AsSpan(y * stride, 2 * stride);
            var left = PictureQuality.Luma(row, 0);
            for (var x = 3; x < stride; x += 3)
            {
                var here = PictureQuality.Luma(row, x);
                across[Math.Abs(here - left)]++;
                down[Math.Abs(here - PictureQuality.Luma(row, x + stride))]++;
                left = here;
            }
        }

        var pixels = Math.Max(level.Width, level.Height) / 2;
        return (Exceeded(across, pixels), Exceeded(down, pixels));
    }

    private static int Exceeded(ReadOnlySpan<int> steps, int left)
    {
        var step = 255;
        while (step > 0 && (left -= steps[step]) >= 0)
        {
            step--;
        }

        return step;
    }
}
