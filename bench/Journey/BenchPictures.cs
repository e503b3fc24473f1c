using MediaGuard.Ingest.Formats.Dressing;
using NetVips;

namespace MediaGuard.Bench.Journey;

/// <summary>Pictures as large and as busy as a tablet's, each with other bytes.</summary>
internal static class BenchPictures
{
    public static byte[] TwelveMegapixels(int number)
    {
        using var noise = Image.Gaussnoise(4032, 3024, sigma: 12, mean: 0, seed: number);
        using var hills = Image.Perlin(4032, 3024, cellSize: 512, seed: number + 1);
        using var one = (hills * 0.4) + 128 + noise;
        using var picture = one.Bandjoin(one * 0.9, one * 0.8).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
        return PictureDresser.Dress(
            picture.JpegsaveBuffer(q: 90),
            new DressedPicture("Apple", "iPad (9th generation)", new DateTime(2026, 11, 2, 10, number % 60, 0), 53.7632, -2.7031, $"bench {number}"));
    }
}
