using System.Globalization;
using NetVips;

namespace MediaGuard.Journeys.Tests.Browser;

/// <summary>JPEGs of coloured noise: large, each other bytes, and nobody in them.</summary>
internal static class NoisePhotos
{
    /// <summary>Writes so many files of about so many bytes into a folder.</summary>
    public static IReadOnlyList<string> Write(string folder, int count, int bytes)
    {
        Directory.CreateDirectory(folder);
        var side = (int)Math.Sqrt(bytes / 1.7);
        return [.. Enumerable.Range(1, count).Select(number =>
        {
            var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"IMG_{number:0000}.JPG"));
            using var red = Image.Gaussnoise(side, side, sigma: 60, mean: 128, seed: number);
            using var green = Image.Gaussnoise(side, side, sigma: 60, mean: 128, seed: number + 10_000);
            using var blue = Image.Gaussnoise(side, side, sigma: 60, mean: 128, seed: number + 20_000);
            using var colour = red.Bandjoin(green, blue).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
            colour.Jpegsave(file, q: 90);
            return file;
        })];
    }
}
