using System.Diagnostics;
using System.Globalization;
using MediaGuard.Media;
using MediaGuard.Vision.Matching;

namespace MediaGuard.Bench.Vision;

/// <summary>A school of 600 enrolled pupils, made up: what looking thirty faces up costs beyond their embeddings.</summary>
internal static class Identify
{
    private const int Pupils = 600;
    private const int Faces = 30;
    private const int Runs = 300;

    public static void Run()
    {
        var random = new Random(7);
        var enrolled = Enumerable.Range(0, Pupils).Select(n => new EnrolledFace(PersonId.New(), Face(random), n < 28)).ToList();
        var faces = Enumerable.Range(0, Faces).Select(_ => Face(random)).ToList();
        var whole = new List<double>();
        var named = 0;
        for (var run = 0; run < Runs; run++)
        {
            var started = Stopwatch.GetTimestamp();
            using (var gallery = new MatchGallery(enrolled))
            {
                foreach (var face in faces)
                {
                    named += gallery.Identify(face).Person is null ? 0 : 1;
                }
            }

            whole.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        var sorted = whole.Skip(Runs / 3).Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Faces} faces among {Pupils} enrolled, gallery made anew each time: median {sorted[sorted.Count / 2]:0.000} ms, 95 % under {sorted[(int)(sorted.Count * 0.95)]:0.000} ms ({named} of strangers named)"));
    }

    private static FaceEmbedding Face(Random random)
    {
        var values = new float[FaceEmbedding.Size];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)(random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5);
        }

        return FaceEmbedding.Of(values);
    }
}
