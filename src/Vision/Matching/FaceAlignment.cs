using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Vision.Matching;

/// <summary>Where a face lies: the turn, scale and shift that bring its eyes, nose and mouth where the embedding model wants them in 112 × 112 pixels.</summary>
/// <remarks>
/// The model was trained on five points with two mouth corners; the keypoint model gives the mouth's middle, so the corners' middle is its
/// target. Least squares over similarity transforms: Umeyama, IEEE PAMI 13 (1991), in its closed form for the plane.
/// </remarks>
/// <param name="A">Picture coordinates of crop pixel (x, y): <c>(A x - B y + X, B x + A y + Y)</c>.</param>
/// <param name="Misfit">Root mean square distance of the four points from their targets, in crop pixels: large for a face seen from the side or from above.</param>
/// <param name="Yaw">How far the nose lies from the middle between the eyes, along the line of the eyes, in eye distances: 0 for a face seen from the front.</param>
/// <param name="EyeDistance">In the picture's pixels.</param>
internal readonly record struct FaceAlignment(double A, double B, double X, double Y, double Misfit, double Yaw, double EyeDistance)
{
    public const int Side = 112;

    private static readonly PixelPoint[] Targets = [new(38.2946, 51.6963), new(73.5318, 51.5014), new(56.0252, 71.7366), new(56.1396, 92.2848)];

    /// <summary>Null without eyes, nose and mouth, or when they fall together.</summary>
    /// <param name="keypoints">As in <see cref="FaceRegion"/>.</param>
    public static FaceAlignment? Of(ImmutableArray<PixelPoint> keypoints)
    {
        if (keypoints is not { IsDefaultOrEmpty: false, Length: >= 4 })
        {
            return null;
        }

        var (right, left, nose) = (keypoints[0], keypoints[1], keypoints[2]);
        var (eyesX, eyesY) = (left.X - right.X, left.Y - right.Y);
        var eyes = Math.Sqrt((eyesX * eyesX) + (eyesY * eyesY));
        if (!(eyes > 1))
        {
            return null;
        }

        var (a, b, x, y) = Fit(Targets, [.. keypoints.Take(4)]);
        var scale = Math.Sqrt((a * a) + (b * b));
        var missed = 0.0;
        for (var i = 0; i < Targets.Length; i++)
        {
            var (dx, dy) = ((a * Targets[i].X) - (b * Targets[i].Y) + x - keypoints[i].X, (b * Targets[i].X) + (a * Targets[i].Y) + y - keypoints[i].Y);
            missed += (dx * dx) + (dy * dy);
        }

        var yaw = (((nose.X - ((right.X + left.X) / 2)) * eyesX) + ((nose.Y - ((right.Y + left.Y) / 2)) * eyesY)) / (eyes * eyes);
        return scale > 1e-3 ? new FaceAlignment(a, b, x, y, Math.Sqrt(missed / Targets.Length) / scale, yaw, eyes) : null;
    }

    /// <summary>Picture pixels per crop pixel.</summary>
    public double Scale => Math.Sqrt((A * A) + (B * B));

    public PixelPoint At(double x, double y) => new((A * x) - (B * y) + X, (B * x) + (A * y) + Y);

    private static (double A, double B, double X, double Y) Fit(ReadOnlySpan<PixelPoint> from, ReadOnlySpan<PixelPoint> to)
    {
        var (fromX, fromY, toX, toY) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < from.Length; i++)
        {
            (fromX, fromY, toX, toY) = (fromX + from[i].X, fromY + from[i].Y, toX + to[i].X, toY + to[i].Y);
        }

        (fromX, fromY, toX, toY) = (fromX / from.Length, fromY / from.Length, toX / from.Length, toY / from.Length);
        var (along, across, spread) = (0.0, 0.0, 0.0);
        for (var i = 0; i < from.Length; i++)
        {
            var (fx, fy, tx, ty) = (from[i].X - fromX, from[i].Y - fromY, to[i].X - toX, to[i].Y - toY);
            along += (fx * tx) + (fy * ty);
            across += (fx * ty) - (fy * tx);
            spread += (fx * fx) + (fy * fy);
        }

        var (a, b) = (along / spread, across / spread);
        return (a, b, toX - (a * fromX) + (b * fromY), toY - (b * fromX) - (a * fromY));
    }
}
