using MediaGuard.Ingest.Arrivals;
using Microsoft.Extensions.Time.Testing;

namespace MediaGuard.Ingest.Tests.Arrivals;

[CancelAfter(30_000)]
public sealed class ShareNudgeTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Never = TimeSpan.FromHours(1);

    [Test]
    public async Task Wait_RootMissing_TakesTheDelay()
    {
        var clock = new FakeTimeProvider();
        using var nudge = new ShareNudge(clock);
        var wait = nudge.WaitAsync("/nowhere/at/all", TimeSpan.FromSeconds(5), default);
        clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.That(wait.IsCompleted, Is.False);
        clock.Advance(TimeSpan.FromSeconds(0.1));
        await wait.WaitAsync(Soon);
    }

    [Test]
    public async Task Wait_FilesAppear_ReturnsOnceForAll()
    {
        using var share = new TempShare();
        using var nudge = new ShareNudge(TimeProvider.System);
        var wait = nudge.WaitAsync(share.Root, Never, default);
        for (var i = 0; i < 50; i++)
        {
            share.Write($"{i}.jpg");
        }

        await wait.WaitAsync(Soon);
        using var stop = new CancellationTokenSource(ShareNudge.Gather * 2);
        Assert.That(() => nudge.WaitAsync(share.Root, Never, stop.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Wait_RootMadeAnew_WatchesTheNewOne()
    {
        using var share = new TempShare();
        using var nudge = new ShareNudge(TimeProvider.System);
        await nudge.WaitAsync(share.Root, TimeSpan.FromMilliseconds(10), default);
        Directory.Delete(share.Root);
        await nudge.WaitAsync(share.Root, TimeSpan.FromMilliseconds(500), default);
        Directory.CreateDirectory(share.Root);
        await nudge.WaitAsync(share.Root, TimeSpan.FromMilliseconds(500), default);
        var wait = nudge.WaitAsync(share.Root, Never, default);
        share.Write("a.jpg");
        await wait.WaitAsync(Soon);
    }

    [Test]
    public void Wait_OnlyOurOwnRenames_SleepsOn()
    {
        using var share = new TempShare();
        using var nudge = new ShareNudge(TimeProvider.System);
        using var stop = new CancellationTokenSource(500);
        var wait = nudge.WaitAsync(share.Root, Never, stop.Token);
        share.Write(".mediaguard-1");
        Assert.That(() => wait, Throws.InstanceOf<OperationCanceledException>());
    }
}
