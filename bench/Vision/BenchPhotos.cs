using NetVips;

namespace MediaGuard.Bench.Vision;

/// <summary>Renditions of twelve megapixels: a photo of people made as large as a tablet's, and a drawn picture with nobody in it, which is looked at in every orientation.</summary>
internal static class BenchPhotos
{
    private const int Width = 4032;
    private const int Height = 3024;

    /// <param name="photo">A photo of people; null for a sample the tests fetched. Left out when there is none.</param>
    public static IEnumerable<(string Name, byte[] Rendition)> All(string root, string? photo)
    {
        var people = photo ?? Path.Combine(root, ".cache", "samples", "sample6.jpg");
        if (File.Exists(people))
        {
            using var image = Image.Thumbnail(people, Width, height: Height, size: Enums.Size.Both, crop: Enums.Interesting.Centre);
            yield return ("people", image.JpegsaveBuffer(q: 90));
        }
        else
        {
            Console.WriteLine("No photo of people here: run the tests of Vision once, or name a photo.");
        }

        using var noise = Image.Gaussnoise(Width, Height, sigma: 10, mean: 0, seed: 1);
        using var hills = Image.Perlin(Width, Height, cellSize: 512, seed: 2);
        using var one = (hills * 0.4) + 128 + noise;
        using var drawn = one.Bandjoin(one * 0.9, one * 0.8).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
        yield return ("nobody", drawn.JpegsaveBuffer(q: 90));
    }
}
