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
    private int _end = -1;

    /// <param name="time">Wall-clock time from now.</param>
    /// <param name="cpu">Processor time in all, counted from the child's start.</param>
    /// <param name="memory">Bytes in memory.</param>
    public ChildWatch(Process process, TimeSpan time, TimeSpan cpu, long memory, CancellationToken cancellationToken)
    {
        (_process, _time, _cpu, _memory) = (process, time, cpu, memory);
        _timer = new Timer(static watch => ((ChildWatch)watch!).Look(), this, Often, Often);
        _cancelled = cancellationToken.UnsafeRegister(static watch => ((ChildWatch)watch!).Kill(ChildEnd.Cancelled), this);
    }

    /// <summary>Why it was killed; null when it was not.</summary>
    public ChildEnd? End => Volatile.Read(ref _end) is >= 0 and var end ? (ChildEnd)end : null;

    public void Dispose()
    {
        _cancelled.Dispose();
        _timer.Dispose();
    }

    private void Look()
    {
        if (Stopwatch.GetElapsedTime(_began) > _time)
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

    private void Kill(ChildEnd why)
    {
        if (Interlocked.CompareExchange(ref _end, (int)why, -1) == -1)
        {
            DecoderChild.Kill(_process);
        }
    }
}
