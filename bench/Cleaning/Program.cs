using System.Diagnostics;
using System.Globalization;
using MediaGuard.Bench.Cleaning;
using MediaGuard.Ingest;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Cleaning.Isolation;
using MediaGuard.Media;
using Microsoft.Extensions.DependencyInjection;

// The whole Cleaning step with its proof, in a child process, as a ratio to the bare library work on the same file with the same settings and threads; and beside mat2 and
// ImageMagick. Rounds alternate, so that a busy machine troubles all alike; medians are given. See bench/README.md.
if (args is [DecodeWorker.Command])
{
    return DecodeWorker.Run();
}

const double OverBareWork = 1.25;
const double OverTheFasterTool = 1.0;
const double OverTheFasterToolOnBothCores = 1 / 1.5;

var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 9;
using var services = new ServiceCollection().AddLogging().AddIngest().Configure<IsolationOptions>(o => o.Program = Environment.ProcessPath!)
    .Configure<CleaningOptions>(o => o.ThreadsPerPicture = 1).BuildServiceProvider();
var cleaner = services.GetRequiredService<IPictureCleaner>();
using var tools = new OtherTools();
var limits = new List<Limit>();

Console.WriteLine($"{Environment.ProcessorCount} cores; a child starts in {Time(() => services.GetRequiredService<IIsolationReport>().InForce(CancellationToken.None)):0} ms and is held by: {services.GetRequiredService<IIsolationReport>().InForce(CancellationToken.None)}");
var files = BenchFiles.All().ToList();
foreach (var (name, format, file) in files)
{
    Console.WriteLine(name);
    Clean(file, format);
    BareWork.Run(file, format);
    var bare = new Way("bare library work", () => BareWork.Run(file, format));
    var ours = new Way("Cleaning, in a child, proven", () => Clean(file, format));
    var others = tools.Ways(file, format);
    Way[] all = [bare, ours, .. others];
    for (var round = 0; round < rounds; round++)
    {
        Array.ForEach(all, way => way.Times.Add(Time(way.Work)));
    }

    Print("one at a time", bare, others, all);
    limits.Add(new Limit($"{name}, against bare library work", ours.Median / bare.Median, OverBareWork));
    limits.Add(new Limit($"{name}, against the faster of mat2 and ImageMagick", Against(ours, others), OverTheFasterTool));

    Array.ForEach(all, way => way.Times.Clear());
    for (var round = 0; round < Math.Max(3, rounds / 2); round++)
    {
        Array.ForEach(all, way => way.Times.Add(Time(() => Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 2 }, _ => way.Work())) / 4));
    }

    Print("two at once", bare, others, all);
    limits.Add(new Limit($"{name}, two at once, against the faster of mat2 and ImageMagick", Against(ours, others), OverTheFasterToolOnBothCores));
}

limits.ForEach(Console.WriteLine);
if (tools.Missing.Count > 0)
{
    Console.WriteLine($"NOT MET  not installed: {string.Join(", ", tools.Missing)}; run bench/peers.sh");
}

if (files.Count < 2)
{
    Console.WriteLine("NOT MET  no HEIC was made: heif-enc is not installed; run bench/peers.sh");
}

return limits.TrueForAll(limit => limit.IsMet) && tools.Missing.Count == 0 && files.Count == 2 ? 0 : 1;

void Clean(byte[] file, MediaFormat format) => cleaner.Clean(new MemoryStream(file), format, CancellationToken.None);

static double? Against(Way ours, IReadOnlyList<Way> others) => others.Count == 0 ? null : ours.Median / others.Min(way => way.Median);

static double Time(Action work)
{
    var began = Stopwatch.GetTimestamp();
    work();
    return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
}

static void Print(string how, Way bare, IReadOnlyList<Way> others, IEnumerable<Way> all)
{
    Console.WriteLine($"  {how,-34}   a photo   to bare work   to the faster tool");
    foreach (var way in all)
    {
        var toTool = Against(way, others) is { } ratio ? string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00}") : "-";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {way.Name,-34} {way.Median,7:0} ms {way.Median / bare.Median,11:0.00} {toTool,16}"));
    }
}
