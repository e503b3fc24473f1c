using System.Diagnostics;
using System.Globalization;
using MediaGuard.Bench.Cleaning;
using MediaGuard.Ingest;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Cleaning.Isolation;
using MediaGuard.Media;
using Microsoft.Extensions.DependencyInjection;

// The whole Cleaning step with its proof, in a child process, as a ratio to the bare library work on the same file with the same settings and threads; and beside mat2 and
// ImageMagick where they are installed. Rounds alternate, so that a busy machine troubles all alike; medians are given.
if (args is [DecodeWorker.Command])
{
    return DecodeWorker.Run();
}

var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 9;
using var services = new ServiceCollection().AddLogging().AddIngest().Configure<IsolationOptions>(o => o.Program = Environment.ProcessPath!)
    .Configure<CleaningOptions>(o => o.ThreadsPerPicture = 1).BuildServiceProvider();
var cleaner = services.GetRequiredService<IPictureCleaner>();
using var tools = new OtherTools();

Console.WriteLine($"a child starts in {Time(() => services.GetRequiredService<IIsolationReport>().InForce(CancellationToken.None)):0} ms and is held by: {services.GetRequiredService<IIsolationReport>().InForce(CancellationToken.None)}");
foreach (var (name, format, file) in BenchFiles.All())
{
    Clean(file, format);
    BareWork.Run(file, format);
    var ways = new List<(string Way, Action Work, List<double> Times)>
    {
        ("bare library work", () => BareWork.Run(file, format), []),
        ("Cleaning, in a child, proven", () => Clean(file, format), []),
    };
    ways.AddRange(tools.Ways(file, format).Select(way => (way.Name, way.Work, new List<double>())));
    for (var round = 0; round < rounds; round++)
    {
        ways.ForEach(way => way.Times.Add(Time(way.Work)));
    }

    Print($"{name}, one at a time", ways);
    foreach (var way in ways)
    {
        way.Times.Clear();
        for (var round = 0; round < Math.Max(3, rounds / 2); round++)
        {
            way.Times.Add(Time(() => Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 2 }, _ => way.Work())) / 4);
        }
    }

    Print($"{name}, two at once", ways);
}

return 0;

void Clean(byte[] file, MediaFormat format) => cleaner.Clean(new MemoryStream(file), format, CancellationToken.None);

static double Time(Action work)
{
    var began = Stopwatch.GetTimestamp();
    work();
    return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
}

static void Print(string what, List<(string Way, Action Work, List<double> Times)> ways)
{
    Console.WriteLine(what);
    var bare = Median(ways[0].Times);
    foreach (var (way, _, times) in ways)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {way,-34} {Median(times),7:0} ms a photo  {Median(times) / bare,5:0.00}"));
    }
}

static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
