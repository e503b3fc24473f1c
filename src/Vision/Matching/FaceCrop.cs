using MediaGuard.Vision.Detection.Pictures;

namespace MediaGuard.Vision.Matching;

/// <summary>Draws an aligned face into the embedding model's input.</summary>
internal static class FaceCrop
{
    private const int Side = FaceAlignment.Side;
    private const int Plane = Side * Side;

    /// <summary>How many numbers <see cref="Draw"/> writes: red, green and blue plane, 0 to 255.</summary>
    public const int Length = 3 * Plane;

    /// <summary>Bilinear, from the picture's level nearest in size; what lies outside the picture becomes black.</summary>
    public static void Draw(PicturePyramid picture, FaceAlignment face, Span<float> target)
    {
        var halvings = face.Scale <= 1 ? 0 : (int)Math.Floor(Math.Log2(face.Scale) + 0.4);
        var level = picture.At(halvings);
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                var at = face.At(x + 0.5, y + 0.5);
                Pixel(level, (at.X * level.Scale) - 0.5, (at.Y * level.Scale) - 0.5, target, (y * Side) + x);
            }
        }
    }

    private static void Pixel(PicturePyramid.Level level, double x, double y, Span<float> target, int at)
    {
        if (x < -0.5 || y < -0.5 || x > level.Width - 0.5 || y > level.Height - 0.5)
        {
            target[at] = target[at + Plane] = target[at + (2 * Plane)] = 0;
            return;
        }

        var (px, py) = (Math.Clamp(x, 0, level.Width - 1), Math.Clamp(y, 0, level.Height - 1));
        var (left, top) = ((int)px, (int)py);
        var (right, bottom) = (Math.Min(left + 1, level.Width - 1), Math.Min(top + 1, level.Height - 1));
        var (across, down) = ((float)(px - left), (float)(py - top));
        var rgb = level.Rgb;
        int a = ((top * level.Width) + left) * 3, b = ((top * level.Width) + right) * 3, c = ((bottom * level.Width) + left) * 3, d = ((bottom * level.Width) + right) * 3;
        for (var channel = 0; channel < 3; channel++)
        {
            var upper = rgb[a + channel] + ((rgb[b + channel] - rgb[a + channel]) * across);
            var lower = rgb[c + channel] + ((rgb[d + channel] - rgb[c + channel]) * across);
            target[at + (channel * Plane)] = upper + ((lower - upper) * down);
        }
    }
}
