using System.Collections.Concurrent;
using MediaGuard.Media;
using MediaGuard.Records.Releases;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey.Release;

/// <summary>Cuts what is being handed out when its release is ordered back, by whichever process: looks at the books while anything is open, and only then.</summary>
internal sealed class ReleaseWatch(IReleaseBook book, TimeProvider clock, ILogger<ReleaseWatch> logger) : IDisposable
{
    /// <summary>How long a copy may go on being read after its release was ordered back, give or take a look at the books.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMilliseconds(300);

    private readonly ConcurrentDictionary<Guid, Open> open = [];
    private readonly CancellationTokenSource ending = new();
    private readonly Lock starting = new();
    private Task turning = Task.CompletedTask;

    /// <summary>Begins to watch; null when the release no longer stands. Dispose when the last byte is out.</summary>
    public async Task<Watched?> BeginAsync(SchoolId school, ReleaseId release, CancellationToken cancellationToken)
    {
        var watched = new Watched(this, Guid.CreateVersion7());
        open[watched.Key] = new Open(school, release, watched);
        if ((await book.StandingAsync(school, [release], cancellationToken)).Count == 0)
        {
            watched.Dispose();
            return null;
        }

        lock (starting)
        {
            if (turning.IsCompleted)
            {
                turning = Task.Run(TurnAsync, CancellationToken.None);
            }
        }

        return watched;
    }

    public void Dispose()
    {
        ending.Cancel();
        ending.Dispose();
    }

    private async Task TurnAsync()
    {
        var stop = ending.Token;
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(Every, clock, stop).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            await LookAsync(stop);
            lock (starting)
            {
                if (open.IsEmpty)
                {
                    turning = Task.CompletedTask;
                    return;
                }
            }
        }
    }

    /// <remarks>Books that can't be read say nothing about a release that stood a moment ago; the next look comes soon.</remarks>
    private async Task LookAsync(CancellationToken cancellationToken)
    {
#pragma warning disable CA1031 // see above: the watch must not end
        foreach (var school in open.Values.GroupBy(o => o.School).ToList())
        {
            try
            {
                var standing = await book.StandingAsync(school.Key, [.. school.Select(o => o.Release).Distinct()], cancellationToken);
                foreach (var gone in school.Where(o => !standing.Contains(o.Release)))
                {
                    LogMessages.HandingOutCut(logger, gone.Release);
                    gone.Watched.Cut();
                }
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                LogMessages.LoopFailed(logger, nameof(ReleaseWatch), e.GetType().Name, Surroundings.SiteOf(e));
            }
        }
#pragma warning restore CA1031
    }

    private sealed record Open(SchoolId School, ReleaseId Release, Watched Watched);

    /// <summary>One copy being handed out.</summary>
    internal sealed class Watched(ReleaseWatch watch, Guid key) : IDisposable
    {
        private readonly CancellationTokenSource revoked = new();

        public Guid Key { get; } = key;

        /// <summary>Cancelled once the release was ordered back.</summary>
        public CancellationToken Revoked => revoked.Token;

        public void Cut()
        {
            if (watch.open.TryRemove(Key, out _))
            {
                revoked.Cancel();
            }
        }

        public void Dispose()
        {
            watch.open.TryRemove(Key, out _);
            revoked.Dispose();
        }
    }
}
