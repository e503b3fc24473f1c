using System.Collections.Concurrent;

namespace MediaGuard.Ingest.Arrivals;

/// <summary>Waits for events where there are any. Several in quick succession count as one.</summary>
internal sealed class ShareNudge(TimeProvider clock) : IShareNudge, IDisposable
{
    /// <summary>How long to gather further events after the first.</summary>
    public static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<string, Root> roots = new(StringComparer.Ordinal);

    public async Task WaitAsync(string root, TimeSpan atMost, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        var here = roots.GetOrAdd(root, _ => new Root());
        var from = clock.GetTimestamp();
        here.Watch = Renewed(root, here);

        // A source of its own, so that no forgotten wait takes the next event.
        using var timeUp = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeUp.Token, cancellationToken);
        try
        {
            await here.Changed.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return;
        }

        var left = atMost - clock.GetElapsedTime(from);
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left < Gather ? left : Gather, clock, cancellationToken);
        }

        await here.Changed.WaitAsync(0, cancellationToken);
    }

    public void Dispose()
    {
        foreach (var here in roots.Values)
        {
            here.Watch?.Dispose();
            here.Changed.Dispose();
        }
    }

    private static RootWatch? Renewed(string root, Root here)
    {
        var identity = Identity(root);
        if (here.Watch is { IsBroken: false } watch && watch.Identity == identity)
        {
            return watch;
        }

        here.Watch?.Dispose();
        try
        {
            return identity is { } found ? new RootWatch(root, found, here.Changed) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static (ulong, ulong)? Identity(string root)
    {
        if (!OperatingSystem.IsLinux())
        {
            return Directory.Exists(root) ? (0, 0) : null;
        }

        using var handle = Posix.Open(root, Posix.Folder);
        if (handle.IsInvalid)
        {
            return null;
        }

        try
        {
            var facts = Posix.Look(handle);
            return (facts.Device, facts.Inode);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private sealed class Root
    {
        public SemaphoreSlim Changed { get; } = new(0, 1);

        public RootWatch? Watch { get; set; }
    }
}
