using System.Diagnostics;
using System.Globalization;
using MediaGuard.Bench.Journey;
using NetVips;

// Photos per minute for 12-megapixel JPEG through the whole journey, the share of time each step takes, and the ratio to bare library work on the same files.
var photos = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 20;
var files = Enumerable.Range(0, photos).Select(BenchPictures.TwelveMegapixels).ToList();

// warm both sides up, so that neither pays for loading native code
Bare(files[0]);
await new BenchSchool().RunAsync([files[0]], workers: 1);

var began = Stopwatch.GetTimestamp();
files.ForEach(Bare);
var bare = Stopwatch.GetElapsedTime(began) / photos;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bare decode, turn, convert and encode (NetVips, one thread): {bare.TotalMilliseconds:0} ms a photo"));
foreach (var workers in new[] { 1, 2 })
{
    var run = await new BenchSchool().RunAsync(files, workers);
    var each = run.Elapsed / photos;
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"journey, {workers} at once: {60 / each.TotalSeconds:0} photos a minute, {each.TotalMilliseconds:0} ms a photo, {each / bare:0.00} times the bare library work"));
    var sum = run.Steps.Values.Sum();
    foreach (var (step, milliseconds) in run.Steps.OrderByDescending(s => s.Value))
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {step,-11} {(double)milliseconds / photos,6:0} ms  {100.0 * milliseconds / sum,5:0.0} %"));
    }
}

static void Bare(byte[] jpeg)
{
    NetVips.NetVips.Concurrency = 1;
    using var image = Image.NewFromBuffer(jpeg, access: Enums.Access.Sequential);
    using var upright = image.Autorot();
    using var srgb = upright.Colourspace(Enums.Interpretation.Srgb);
    _ = srgb.JpegsaveBuffer(q: 95, subsampleMode: Enums.ForeignSubsample.Off, keep: Enums.ForeignKeep.None);
}
