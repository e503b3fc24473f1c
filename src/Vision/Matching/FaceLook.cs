namespace MediaGuard.Vision.Matching;

/// <summary>How well a face can be seen in its aligned crop.</summary>
/// <param name="Light">Mean brightness of the middle of the face, 0 to 255.</param>
/// <param name="Contrast">Standard deviation of the brightness there.</param>
/// <param name="Sharpness">Mean absolute Laplacian of the brightness, over the contrast: small for a blurred face, however dark it is.</param>
internal readonly record struct FaceLook(double Light, double Contrast, double Sharpness)
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
        return new FaceLook(mean, contrast, bends / count / Math.Max(1, contrast));
    }

    // BT.601 luma
    private static double Luma(ReadOnlySpan<float> crop, int x, int y)
    {
        var at = (y * Side) + x;
        return (0.299 * crop[at]) + (0.587 * crop[at + (Side * Side)]) + (0.114 * crop[at + (2 * Side * Side)]);
    }
}
