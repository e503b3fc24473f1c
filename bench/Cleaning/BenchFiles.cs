using System.Diagnostics;
using MediaGuard.Media;
using NetVips;

namespace MediaGuard.Bench.Cleaning;

/// <summary>Twelve megapixels as an iPad writes them: Display P3 and lying on the side as JPEG; HEIC where heif-enc is installed.</summary>
internal static class BenchFiles
{
    public static IEnumerable<(string Name, MediaFormat Format, byte[] File)> All()
    {
        using var noise = Image.Gaussnoise(4032, 3024, sigma: 10, mean: 0, seed: 1);
        using var hills = Image.Perlin(4032, 3024, cellSize: 512, seed: 2);
        using var one = (hills * 0.4) + 128 + noise;
        using var drawn = one.Bandjoin(one * 0.9, one * 0.8).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
        using var p3 = drawn.IccTransform("p3", inputProfile: "srgb");
        using var lying = p3.Mutate(mutable => mutable.Set(GValue.GIntType, "orientation", 6));
        yield return ("12 MP JPEG, Display P3, orientation 6", MediaFormat.Jpeg, lying.JpegsaveBuffer(q: 90));
        if (Heic(p3.JpegsaveBuffer(q: 95)) is { } heic)
        {
            yield return ("12 MP HEIC", MediaFormat.Heif, heic);
        }
    }

    private static byte[]? Heic(byte[] jpeg)
    {
        var folder = Directory.CreateTempSubdirectory("mediaguard-bench-");
        try
        {
            var (source, target) = (Path.Combine(folder.FullName, "a.jpg"), Path.Combine(folder.FullName, "a.heic"));
            File.WriteAllBytes(source, jpeg);
            using var tool = Process.Start(new ProcessStartInfo("heif-enc", ["-q", "60", source, "-o", target]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            tool.WaitForExit();
            return File.Exists(target) ? File.ReadAllBytes(target) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
