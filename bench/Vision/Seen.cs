using System.Diagnostics;
using System.Globalization;
using MediaGuard.Ingest;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Media;
using MediaGuard.Vision;
using MediaGuard.Vision.Detection;
using MediaGuard.Vision.Models;
using Microsoft.Extensions.DependencyInjection;
using NetVips;

namespace MediaGuard.Bench.Vision;

/// <summary>The whole Seen step for a rendition of twelve megapixels, beside the same models run as often on inputs that lie ready.</summary>
internal static class Seen
{
    private const string WholeStep = "whole step";
    private const double AimedRatio = 1.3;
    private const long AimedBytes = 1 << 20;

    private static readonly Dictionary<string, long[]> Shapes = new()
    {
        ["ultraface-rfb320"] = [1, 3, 240, 320],
        ["yunet-2023mar"] = [1, 3, 640, 640],
        ["blazeface-back"] = [1, 256, 256, 3],
    };

    public static void Run(int rounds, string? photo)
    {
        var root = Root();
        using var services = new ServiceCollection().AddLogging().AddIngest().AddVision().Configure<ModelOptions>(o =>
        {
            o.Manifest = Path.Combine(root, "models", "manifest.json");
            o.Folder = Path.Combine(root, "models", "weights");
        }).BuildServiceProvider();
        var (decoder, finder, sessions) = (services.GetRequiredService<IPixelDecoder>(), services.GetRequiredService<IFaceFinder>(), services.GetRequiredService<ModelSessions>());
        foreach (var (name, rendition) in BenchPhotos.All(root, photo))
        {
            One(name, rendition, rounds, decoder, finder, sessions);
        }
    }

    private static void One(string name, byte[] rendition, int rounds, IPixelDecoder decoder, IFaceFinder finder, ModelSessions sessions)
    {
        var picture = decoder.Decode(rendition);
        using var counted = new CountedRuns();
        var faces = finder.Find(picture, CancellationToken.None);
        var runs = counted.ByModel.ToDictionary();
        Print($"12 MP, {name}: {faces.Faces.Length} faces; runs: {string.Join(", ", runs.Select(r => $"{r.Value} {r.Key}"))}");

        var ways = new (string Name, Action Work, List<(double Wall, double Processor)> Times)[]
        {
            ("bare inference", () => Bare(sessions, runs), []),
            ("decoding", () => decoder.Decode(rendition), []),
            ("decoding at half", () => AtHalf(rendition), []),
            ("finding", () => finder.Find(picture, CancellationToken.None), []),
            (WholeStep, () => finder.Find(decoder.Open(rendition), CancellationToken.None), []),
        };
        for (var round = 0; round < rounds; round++)
        {
            foreach (var way in ways)
            {
                way.Times.Add(Time(way.Work));
            }
        }

        var bare = Median(ways[0].Times, t => t.Processor);
        var step = ways.Single(w => w.Name == WholeStep).Times;
        foreach (var way in ways)
        {
            var processor = Median(way.Times, t => t.Processor);
            Print($"  {way.Name,-16} {Median(way.Times, t => t.Wall),7:0} ms by the clock {processor,7:0} ms of processor  ratio {processor / bare:0.00}");
        }

        Met("whole step over bare inference, processor time", Median(step, t => t.Processor) / bare, AimedRatio);
        var before = GC.GetAllocatedBytesForCurrentThread();
        finder.Find(picture, CancellationToken.None);
        Met("bytes allocated by finding", GC.GetAllocatedBytesForCurrentThread() - before, AimedBytes);
        foreach (var workers in new[] { 1, 2 })
        {
            var took = Time(() => Parallel.For(0, 2 * workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, _ => finder.Find(decoder.Open(rendition), CancellationToken.None)));
            Print($"  {workers} worker{(workers == 1 ? "" : "s")}: {2 * workers / took.Wall * 60_000:0} photos a minute");
        }
    }

    private static void Bare(ModelSessions sessions, Dictionary<string, int> runs)
    {
        foreach (var (name, count) in runs)
        {
            var model = sessions.Open(name)!;
            for (var i = 0; i < count; i++)
            {
                model.Run(Shapes[name], _ => { }, _ => true);
            }
        }
    }

    /// <summary>The library's shortcut to half the size, which is enough unless a face is small or compared.</summary>
    private static void AtHalf(byte[] rendition)
    {
        using var half = Image.JpegloadBuffer(rendition, shrink: 2, access: Enums.Access.Sequential);
        half.WriteToMemory<byte>();
    }

    private static (double Wall, double Processor) Time(Action work)
    {
        using var process = Process.GetCurrentProcess();
        var (began, used) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        work();
        process.Refresh();
        return (Stopwatch.GetElapsedTime(began).TotalMilliseconds, (process.TotalProcessorTime - used).TotalMilliseconds);
    }

    private static double Median(IEnumerable<(double Wall, double Processor)> times, Func<(double Wall, double Processor), double> of)
    {
        var sorted = times.Select(of).Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static void Met(string what, double value, double aim) => Print($"  {what}: {value:0.##}, aimed at {aim:0.##} at most: {(value <= aim ? "met" : "not met")}");

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "models", "manifest.json")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The repository's models folder is not above this program.");
        }

        return folder.FullName;
    }
}
