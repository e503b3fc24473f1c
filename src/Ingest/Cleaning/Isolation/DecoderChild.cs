using System.ComponentModel;
using System.Diagnostics;
using MediaGuard.Ingest.Cleaning.Isolation.Linux;
using MediaGuard.Ingest.Cleaning.Isolation.Protocol;

namespace MediaGuard.Ingest.Cleaning.Isolation;

/// <summary>One child process and the pipes to it. Used by one caller at a time.</summary>
internal sealed class DecoderChild : IDisposable
{
    private const long MemoryAtLeast = 320L << 20;
    private const long MemoryPerPixel = 14;
    private const long CopiesToStudy = 3;
    private const long AddressesBeyondMemory = 512L << 20;

    private readonly Process _process;
    private readonly IsolationOptions _options;
    private long _addressesAtRest;

    private DecoderChild(Process process, IsolationOptions options)
    {
        (_process, _options) = (process, options);
        DropErrors(process);
    }

    public int Id => _process.Id;

    public Protections Protections { get; private set; }

    /// <summary>Pictures it answered.</summary>
    public int Pictures { get; private set; }

    /// <summary>Files it was shown.</summary>
    public int Files { get; private set; }

    public long PeakResident => ChildUse.PeakResident(_process);

    public ChildUse Use => ChildUse.Of(_process);

    public bool HasEnded => _process.HasExited;

    /// <exception cref="ChildEndedException">It did not come up, or too slowly.</exception>
    public static DecoderChild Start(string[] program, IsolationOptions options, CancellationToken cancellationToken)
    {
        var prefix = OperatingSystem.IsLinux() ? NetworkNamespace.Prefix : [];
        Process process;
        try
        {
            process = Process.Start(ChildStart.Info([.. prefix, .. program], options))!;
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            throw new ChildEndedException(ChildEnd.Died);
        }

        var child = new DecoderChild(process, options);
        try
        {
            var said = child.Ask(
                TimeSpan.FromSeconds(options.SecondsToStart),
                TimeSpan.MaxValue,
                options.MemoryPerChild,
                () => Frames.ReadHello(process.StandardOutput.BaseStream),
                cancellationToken);
            child._addressesAtRest = child.Use.AddressSpace;
            child.Protections = said | Protections.Watched | (prefix.Length > 0 ? Protections.NoNetwork : 0);
            return child;
        }
        catch
        {
            child.Dispose();
            throw;
        }
    }

    /// <summary>Has the file read; the child keeps it for <see cref="Decode"/>.</summary>
    /// <exception cref="ChildEndedException">It gave no answer; it is dead and must be disposed.</exception>
    public StudyAnswer Study(byte[] original, CancellationToken cancellationToken)
    {
        Files++;
        var memory = Math.Min(MemoryAtLeast + (original.Length * CopiesToStudy), _options.MemoryPerChild);
        return Ask(
            TimeSpan.FromSeconds(_options.SecondsToStudy),
            memory,
            () =>
            {
                Frames.Write(_process.StandardInput.BaseStream, new StudyRequest(ChildWatch.AtMost(_options.SecondsToStudy), original));
                return Frames.ReadStudy(_process.StandardOutput.BaseStream);
            },
            cancellationToken);
    }

    /// <summary>Decodes what was studied last.</summary>
    /// <exception cref="ChildEndedException">It gave no answer; it is dead and must be disposed.</exception>
    public DecodeAnswer Decode(DecodeRequest request, TimeSpan time, CancellationToken cancellationToken)
    {
        var memory = Math.Min(MemoryAtLeast + (request.LargestPicture * MemoryPerPixel), _options.MemoryPerChild);
        var answer = Ask(
            time,
            memory,
            () =>
            {
                Frames.Write(_process.StandardInput.BaseStream, request);
                return Frames.ReadAnswer(_process.StandardOutput.BaseStream, request.LargestPicture, _options.LargestOutput);
            },
            cancellationToken);
        Pictures++;
        return answer;
    }

    public void Dispose()
    {
        Kill(_process);
        _process.Dispose();
    }

    /// <summary>Ends a process and what it may have started; one that has ended already is no error.</summary>
    public static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: !OperatingSystem.IsLinux());
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended by itself in the meantime.
        }
    }

    /// <summary>One exchange within a picture's bounds.</summary>
    private T Ask<T>(TimeSpan time, long memory, Func<T> exchange, CancellationToken cancellationToken)
    {
        BoundByKernel(memory);
        return Ask(time, Use.Cpu + TimeSpan.FromSeconds(_options.CpuSecondsPerPicture), memory, exchange, cancellationToken);
    }

    /// <summary>One exchange under the watch.</summary>
    private T Ask<T>(TimeSpan time, TimeSpan cpu, long memory, Func<T> exchange, CancellationToken cancellationToken)
    {
        using var watch = new ChildWatch(_process, time, cpu, memory, cancellationToken);
        try
        {
            var said = exchange();
            return watch.End is { } late ? throw new ChildEndedException(late) : said;
        }
        catch (BrokenFrameException)
        {
            Kill(_process);
            throw new ChildEndedException(watch.End ?? ChildEnd.BrokeProtocol);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            throw new ChildEndedException(watch.End ?? EndOf(_process));
        }
    }

    private static ChildEnd EndOf(Process process)
    {
        const int Signalled = 128, Alarm = 14, CpuExceeded = 24;
        return process.WaitForExit(TimeSpan.FromSeconds(2)) && process.ExitCode is Signalled + Alarm or Signalled + CpuExceeded ? ChildEnd.TimedOut : ChildEnd.Died;
    }

    /// <summary>Tighter than what the child holds itself to, for this picture. Refused where it has become another user and we are not allowed to: the watch remains.</summary>
    private void BoundByKernel(long memory)
    {
        if (!OperatingSystem.IsLinux() || _addressesAtRest == 0 || _process.HasExited)
        {
            return;
        }

        var cpu = (ulong)(Use.Cpu.TotalSeconds + _options.CpuSecondsPerPicture + 2);
        _ = Kernel.Limit(_process.Id, Kernel.LimitAddressSpace, (ulong)(_addressesAtRest + memory + AddressesBeyondMemory), hard: null)
            & Kernel.Limit(_process.Id, Kernel.LimitCpu, cpu, hard: null);
    }

    /// <summary>What a library prints may quote a file: it is read, so that the child never waits, and forgotten.</summary>
    private static void DropErrors(Process process)
    {
        var errors = process.StandardError.BaseStream;
        new Thread(() =>
        {
            var waste = new byte[4096];
            try
            {
                while (errors.Read(waste) > 0)
                {
                }
            }
            catch (Exception closed) when (closed is IOException or ObjectDisposedException)
            {
                // The child is gone.
            }
        }, 256 << 10)
        { IsBackground = true, Name = "decoder errors" }.Start();
    }
}
