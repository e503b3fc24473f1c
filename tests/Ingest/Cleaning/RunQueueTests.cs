using System.Diagnostics;
using MediaGuard.Ingest.Cleaning.Isolation;

namespace MediaGuard.Ingest.Tests.Cleaning;

/// <summary>A child that had no processor is not a child that hangs.</summary>
[NonParallelizable]
internal sealed class RunQueueTests
{
    [Test]
    public void Of_MoreThreadsThanProcessors_SaysTheyWaited()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Ignore("Only Linux says.");
        }

        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(600));
        var before = RunQueue.Of(Environment.ProcessId);
        var waited = TimeSpan.Zero;
        var threads = Enumerable.Range(0, Environment.ProcessorCount * 3).Select(_ => new Thread(() => SpinUntil(stop.Token))).ToList();
        threads.ForEach(t => t.Start());
        while (!stop.IsCancellationRequested)
        {
            var now = RunQueue.Of(Environment.ProcessId);
            waited = now.Select(t => t.Value - before.GetValueOrDefault(t.Key)).Append(waited).Max();
        }

        threads.ForEach(t => t.Join());
        Assert.That(waited, Is.GreaterThan(TimeSpan.FromMilliseconds(50)));
    }

    [Test]
    public void Of_NoSuchProcess_IsEmpty() => Assert.That(RunQueue.Of(int.MaxValue), Is.Empty);

    private static void SpinUntil(CancellationToken stop)
    {
        var turns = 0L;
        while (!stop.IsCancellationRequested)
        {
            turns += Stopwatch.GetTimestamp() & 1;
        }

        GC.KeepAlive(turns);
    }
}
