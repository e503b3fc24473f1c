using MediaGuard.Ingest.Arrivals;
using MediaGuard.Journey.Heads;
using MediaGuard.Journey.Loops;
using MediaGuard.Journey.Release;
using MediaGuard.Journey.Review;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Items;
using MediaGuard.Records.Releases;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey;

/// <summary>Takes everything in the shares as far as it goes, once, without the job engine.</summary>
internal sealed class Drain : IDrain
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);
    private const int MostWaits = 20;

    private readonly IRecordsFactory records;
    private readonly PutBackWatch watch;
    private readonly VaultSweep sweep;
    private readonly SecondLook secondLook;
    private readonly Noticer noticer;
    private readonly ItemRunner items;
    private readonly ReleaseRunner releases;
    private readonly RecallRunner recalls;
    private readonly IItemLedger ledger;
    private readonly IReleaseBook book;
    private readonly Redecider redecider;
    private readonly RedactionRunner redactions;
    private readonly SealRunner seals;
    private readonly ArrivalOptions arrivals;
    private readonly JourneyOptions options;
    private readonly TimeProvider clock;
    private readonly ILogger<Drain> logger;

    public Drain(
        IRecordsFactory records,
        PutBackWatch watch,
        VaultSweep sweep,
        SecondLook secondLook,
        Noticer noticer,
        ItemRunner items,
        ReleaseRunner releases,
        RecallRunner recalls,
        IItemLedger ledger,
        IReleaseBook book,
        Redecider redecider,
        RedactionRunner redactions,
        SealRunner seals,
        IOptions<ArrivalOptions> arrivals,
        IOptions<JourneyOptions> options,
        TimeProvider clock,
        ILogger<Drain> logger)
    {
        this.records = records;
        this.watch = watch;
        this.sweep = sweep;
        this.secondLook = secondLook;
        this.noticer = noticer;
        this.items = items;
        this.releases = releases;
        this.recalls = recalls;
        this.ledger = ledger;
        this.book = book;
        this.redecider = redecider;
        this.redactions = redactions;
        this.seals = seals;
        this.arrivals = arrivals.Value;
        this.options = options.Value;
        this.clock = clock;
        this.logger = logger;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DrainedSchool>> RunAsync(IProgress<DrainProgress>? progress, CancellationToken cancellationToken)
    {
        await Loop.TryAsync(nameof(Drain), logger, () => watch.LookAsync(cancellationToken), cancellationToken);
        await Loop.TryAsync(nameof(Drain), logger, () => sweep.RunAsync(cancellationToken), cancellationToken);
        if (secondLook.CanSee)
        {
            await secondLook.RunAsync(cancellationToken);
        }

        await Loop.TryAsync(nameof(Drain), logger, () => redecider.RunAsync(cancellationToken), cancellationToken);
        await Loop.TryAsync(nameof(Drain), logger, () => seals.RunAsync(cancellationToken), cancellationToken);
        await Loop.TryAsync(nameof(Drain), logger, () => redactions.RunAsync(cancellationToken), cancellationToken);
        var result = new List<DrainedSchool>();
        foreach (var school in await records.SchoolsAsync(cancellationToken))
        {
            result.Add(await DrainAsync(school, progress, cancellationToken));
        }

        await Loop.TryAsync(nameof(Drain), logger, () => watch.LookAsync(cancellationToken), cancellationToken); // signs how far the books came

        return result;
    }

    private async Task<DrainedSchool> DrainAsync(SchoolInfo school, IProgress<DrainProgress>? progress, CancellationToken cancellationToken)
    {
        var taken = new HashSet<MediaId>();
        var order = new List<MediaId>();
        var done = 0;
        var available = true;
        var waits = 0;
        var again = new List<Instant>();
        var patience = clock.GetTimestamp();
        while (true)
        {
            var look = await noticer.LookAsync(school, cancellationToken);
            available &= look.IsAvailable;
            var due = look.New.Concat(await ledger.TakeDueAsync(school.Id, 10_000, TimeSpan.Zero, cancellationToken)).Distinct().ToList();
            order.AddRange(due.Where(taken.Add));
            if (due.Count > 0)
            {
                progress?.Report(new DrainProgress(done, taken.Count));
                await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = options.Workers, CancellationToken = cancellationToken }, async (media, stop) =>
                {
                    if (await items.AdvanceAsync(school.Id, media, stop) is { } later)
                    {
                        lock (again)
                        {
                            again.Add(later);
                        }
                    }

                    progress?.Report(new DrainProgress(Math.Min(Interlocked.Increment(ref done), taken.Count), taken.Count));
                });
                patience = clock.GetTimestamp();
                continue;
            }

            // what failed once is tried again before giving up, and a duplicate waits for its first; a moment that passed was taken up already, or is now
            var now = Instant.Now(clock);
            var passed = again.RemoveAll(i => i <= now) > 0;
            var next = again.DefaultIfEmpty(new Instant(long.MaxValue)).MinBy(i => i.Microseconds);
            if ((passed || next - Soon < now) && waits++ < MostWaits)
            {
                await WaitUntilAsync(passed ? now : next, cancellationToken);
                continue;
            }

            // a file that keeps changing is still being copied: it is the next run's
            if (look.StillChanging == 0 || clock.GetElapsedTime(patience) > (arrivals.StillFor * 3) + TimeSpan.FromSeconds(2))
            {
                break;
            }

            await Task.Delay(TimeSpan.FromTicks(Math.Clamp(arrivals.StillFor.Ticks / 4, TimeSpan.TicksPerMillisecond * 20, TimeSpan.TicksPerSecond)), clock, cancellationToken);
        }

        await DeliverAsync(school.Id, cancellationToken);
        return new DrainedSchool(school.Id, order, available);
    }

    private async Task DeliverAsync(SchoolId school, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MostWaits; round++)
        {
            var later = new List<Instant>();
            foreach (var task in await book.TakeRecallsAsync(school, 10_000, TimeSpan.Zero, cancellationToken))
            {
                if (await recalls.RecallAsync(school, task, cancellationToken) is { } next)
                {
                    later.Add(next);
                }
            }

            var delivering = await book.DeliveringChannelsAsync(school, cancellationToken);
            foreach (var due in await book.TakeDueAsync(school, delivering, 10_000, TimeSpan.Zero, cancellationToken))
            {
                if (await releases.DeliverAsync(school, due.Media, due.Channel, cancellationToken) is { } next)
                {
                    later.Add(next);
                }
            }

            // what failed once is tried again before giving up; what must wait longer is the next run's
            var soon = later.Where(i => i - Instant.Now(clock) < Soon).ToList();
            if (soon.Count == 0)
            {
                return;
            }

            await WaitUntilAsync(soon.MaxBy(i => i.Microseconds), cancellationToken);
        }
    }

    /// <summary>A timer may ring some milliseconds early: what is not due yet by then would be left lying, as nobody looks again.</summary>
    private async Task WaitUntilAsync(Instant due, CancellationToken cancellationToken)
    {
        var wait = TimeSpan.FromMilliseconds(20);
        do
        {
            await Task.Delay(wait, clock, cancellationToken);
            wait = due - Instant.Now(clock) + TimeSpan.FromMilliseconds(1);
        }
        while (due > Instant.Now(clock));
    }
}
