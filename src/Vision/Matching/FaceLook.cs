namespace MediaGuard.Vision.Matching;

/// <summary>How well a face can be seen in its aligned crop.</summary>
/// <param name="Light">Mean brightness of the middle of the face, 0 to 255.</param>
/// <param name="Contrast">Standard deviation of the brightness there.</param>
/// <param name="Sharpness">Mean absolute Laplacian of the brightness, over the contrast: small for a blurred face, however dark it is.</param>
/// <param name="LeastBand">The contrast of the eyes or of the mouth, whichever is less, over the whole contrast: next to nothing where something plain lies over them.</param>
internal readonly record struct FaceLook(double Light, double Contrast, double Sharpness, double LeastBand)
{
    private const int Side = FaceAlignment.Side;
    private const int Edge = 20;

    /// <param name="crop">As <see cref="FaceCrop"/> draws it.</param>
    public static FaceLook Of(ReadOnlySpan<float> crop)
    {
        var (sum, squares, bends, count) = (0.0, 0.0, 0.0, 0);
        for (var y = Edge; y < Side - Edge; y++)
        {
            for (var x = Edge; x < Side - Edge; x++, count++)
            {
                var here = Luma(crop, x, y);
                sum += here;
                squares += here * here;
                bends += Math.Abs((4 * here) - Luma(crop, x - 1, y) - Luma(crop, x + 1, y) - Luma(crop, x, y - 1) - Luma(crop, x, y + 1));
            }
        }

        var mean = sum / count;
        var contrast = Math.Sqrt(Math.Max(0, (squares / count) - (mean * mean)));
        var bands = Math.Min(Spread(crop, 26, 86, 44, 60), Spread(crop, 40, 73, 82, 102));
        return new FaceLook(mean, contrast, bends / count / Math.Max(1, contrast), bands / Math.Max(1, contrast));
    }

    private static double Spread(ReadOnlySpan<float> crop, int left, int right, int top, int bottom)
    {
        var (sum, squares, count) = (0.0, 0.0, (right - left) * (bottom - top));
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                var here = Luma(crop, x, y);
                sum += here;
                squares += here * here;
            }
        }

        return Math.Sqrt(Math.Max(0, (squares / count) - (sum / count * (sum / count))));
    }

    // BT.601 luma
    private static double Luma(ReadOnlySpan<float> crop, int x, int y)
    {
        var at = (y * Side) + x;
        return (0.299 * crop[at]) + (0.587 * crop[at + (Side * Side)]) + (0.114 * crop[at + (2 * Side * Side)]);
    }
}
