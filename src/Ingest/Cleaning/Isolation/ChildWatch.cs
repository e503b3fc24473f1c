using System.Diagnostics;

namespace MediaGuard.Ingest.Cleaning.Isolation;

/// <summary>Looks at a child twenty times a second while it works, and kills it when it takes too long, uses too much, or its caller gave up.</summary>
/// <remarks>By the machine's own clock, whatever clock the program was given: it guards against real time.</remarks>
internal sealed class ChildWatch : IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(50);

    private readonly Process _process;
    private readonly TimeSpan _time;
    private readonly TimeSpan _cpu;
    private readonly long _memory;
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly Timer _timer;
    private readonly CancellationTokenRegistration _cancelled;
    private readonly IReadOnlyDictionary<int, TimeSpan> _waitedBefore;
    private int _end = -1;

    /// <param name="time">Wall-clock time from now, and as long again, twice at most, as the child had to wait for a processor: a busy machine is not the picture's fault.</param>
    /// <param name="cpu">Processor time in all, counted from the child's start.</param>
    /// <param name="memory">Bytes in memory.</param>
    public ChildWatch(Process process, TimeSpan time, TimeSpan cpu, long memory, CancellationToken cancellationToken)
    {
        (_process, _time, _cpu, _memory) = (process, time, cpu, memory);
        _waitedBefore = RunQueue.Of(process.Id);
        _timer = new Timer(static watch => ((ChildWatch)watch!).Look(), this, Often, Often);
        _cancelled = cancellationToken.UnsafeRegister(static watch => ((ChildWatch)watch!).Kill(ChildEnd.Cancelled), this);
    }

    /// <summary>Why it was killed; null when it was not.</summary>
    public ChildEnd? End => Volatile.Read(ref _end) is >= 0 and var end ? (ChildEnd)end : null;

    /// <summary>The longest a child may live on a task, however busy the machine: what it holds itself to, should nobody watch. Seconds.</summary>
    public static int AtMost(int seconds) => (seconds * 3) + 5;

    public void Dispose()
    {
        _cancelled.Dispose();
        _timer.Dispose();
    }

    private void Look()
    {
        var elapsed = Stopwatch.GetElapsedTime(_began);
        if (elapsed > _time && elapsed > _time + Starved())
        {
            Kill(ChildEnd.TimedOut);
            return;
        }

        var use = ChildUse.Of(_process);
        if (use.Resident > _memory)
        {
            Kill(ChildEnd.OutOfMemory);
        }
        else if (use.Cpu > _cpu)
        {
            Kill(ChildEnd.TimedOut);
        }
    }

    private TimeSpan Starved()
    {
        var waited = RunQueue.Of(_process.Id).Select(task => task.Value - _waitedBefore.GetValueOrDefault(task.Key)).DefaultIfEmpty().Max();
        return waited < _time * 2 ? waited : _time * 2;
    }

    private void Kill(ChildEnd why)
    {
        if (Interlocked.CompareExchange(ref _end, (int)why, -1) == -1)
        {
            DecoderChild.Kill(_process);
        }
    }
}
