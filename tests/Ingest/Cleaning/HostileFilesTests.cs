using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using MediaGuard.Ingest.Cleaning.Proof;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Tests.Cleaning;

internal sealed class HostileFilesTests : CleaningFixture
{
    private static readonly ReasonCode[] TrueReasons =
    [
        ReasonCode.NotAPicture, ReasonCode.FormatNotSupported, ReasonCode.Truncated, ReasonCode.Undecodable, ReasonCode.TooLarge, ReasonCode.DecoderDied, ReasonCode.DecoderTimedOut,
    ];

    /// <summary>Two workers, a good photo after every tenth hostile file.</summary>
    [Test]
    public void Clean_HostileFiles_HurtNobody()
    {
        var seed = Seeded.Seed();
        var files = new HostileFiles(Picture, seed).All().ToList();
        TestContext.Out.WriteLine($"seed {seed}, {files.Count} files");
        Assert.That(files, Has.Count.GreaterThanOrEqualTo(300));

        GC.Collect(); // the bombs' makings are this test's, not the service's
        using var stop = new CancellationTokenSource();
        var memory = Task.Run(() => MostMemoryAsync(stop.Token));
        var good = Picture("jpg");
        var expected = Clean(good).Jpeg.ToArray();
        var ends = new ConcurrentBag<(string Kind, string End, long Milliseconds)>();
        Parallel.ForEach(files.Index(), new ParallelOptions { MaxDegreeOfParallelism = 2 }, one =>
        {
            var began = Stopwatch.GetTimestamp();
            var end = EndOf(one.Item.File);
            ends.Add((one.Item.Kind, end, (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds));
            if (one.Index % 10 == 0 && !Clean(good).Jpeg.Span.SequenceEqual(expected))
            {
                ends.Add(("good photo", "DIFFERENT", 0));
            }
        });
        stop.Cancel();

        foreach (var group in ends.GroupBy(end => end.End).OrderByDescending(group => group.Count()))
        {
            TestContext.Out.WriteLine($"{group.Key,-20} {group.Count(),4}, slowest {group.Max(end => end.Milliseconds)} ms");
        }

        foreach (var (kind, end, milliseconds) in ends.OrderByDescending(end => end.Milliseconds).Take(8).Concat(ends.Where(end => end.End.Contains("Exception", StringComparison.Ordinal))))
        {
            TestContext.Out.WriteLine($"{milliseconds,6} ms {kind}: {end}");
        }

        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"at most {memory.Result >> 20} MiB in this process and its children, {Pool.Started} children started"));
        Assert.That(ends.Select(end => end.End).Distinct(), Is.SubsetOf(TrueReasons.Select(reason => reason.ToString()).Append("cleaned")));
        Assert.That(ends.Max(end => end.Milliseconds), Is.LessThan(20_000));
        Assert.That(memory.Result, Is.LessThan(1536L << 20));
    }

    private string EndOf(byte[] file)
    {
        try
        {
            var understood = Reader.Read(new MemoryStream(file));
            var picture = Clean(file, understood.Format);
            RenditionProof.Require(picture.Jpeg.ToArray(), picture.Width, picture.Height);
            return "cleaned";
        }
        catch (MediaException held)
        {
            return held.Reason.ToString();
        }
#pragma warning disable CA1031 // any other end is the third outcome that must not be
        catch (Exception third)
#pragma warning restore CA1031
        {
            return third.GetType().Name + " at " + third.StackTrace?.Split('\n')[0].Trim();
        }
    }

    /// <summary>This process and every decoding child of it, looked at ten times a second.</summary>
    private static async Task<long> MostMemoryAsync(CancellationToken cancellationToken)
    {
        var most = 0L;
        while (!cancellationToken.IsCancellationRequested)
        {
            var now = Environment.WorkingSet;
            foreach (var child in Process.GetProcessesByName("mediaguard-decoder"))
            {
                using (child)
                {
                    now += child.HasExited ? 0 : child.WorkingSet64;
                }
            }

            most = Math.Max(most, now);
            await Task.Delay(100, CancellationToken.None);
        }

        return most;
    }
}
