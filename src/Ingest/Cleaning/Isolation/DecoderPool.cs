using System.Diagnostics;
using MediaGuard.Ingest.Cleaning.Isolation.Protocol;
using MediaGuard.Ingest.Formats;
using MediaGuard.Media;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MediaGuard.Ingest.Cleaning.Isolation;

/// <summary>The children: started when needed, used again, replaced when they end. Callers beyond their number wait.</summary>
/// <remarks>
/// A child that met a damaged picture in a decoder is not used again: what the damage may have done to it must not reach the next one. A file refused for what a
/// study said of it was never decoded, so its child goes on, as after any study.
/// </remarks>
internal sealed class DecoderPool(IOptions<IsolationOptions> options, ILogger<DecoderPool> logger) : IIsolationReport, IDisposable
{
    /// <summary>A child that rests with more than this in memory has grown and is replaced.</summary>
    private const long Grown = 512L << 20;

    /// <summary>What reading a small file weighs against decoding.</summary>
    private const long PixelsToStudy = 8_000_000;

    private readonly IsolationOptions _options = options.Value;
    private readonly SemaphoreSlim _places = new(options.Value.Children);
    private readonly PixelGate _gate = new(options.Value.PixelsAtOnce);
    private readonly Stack<DecoderChild> _idle = [];
    private readonly Lock _lock = new();
    private bool _closed;

    /// <summary>Children started so far.</summary>
    public int Started { get; private set; }

    /// <summary>The most any child had in memory when it was handed back or replaced.</summary>
    public long PeakResident { get; private set; }

    /// <summary>Has a child read the file.</summary>
    /// <exception cref="MediaException">What the child refused the file for; DecoderTimedOut, TooLarge, DecoderDied; DecoderUnavailable when no child can be started.</exception>
    public FileStudy Study(byte[] original, CancellationToken cancellationToken) =>
        On(child => Study(child, original, cancellationToken), cancellationToken);

    /// <summary>Has a child read the file, then decode it as <paramref name="judge"/> says, who may throw.</summary>
    /// <exception cref="MediaException">As for <see cref="Study(byte[], CancellationToken)"/>.</exception>
    public (FileStudy Study, DecodeAnswer Answer) Decode(byte[] original, Func<FileStudy, DecodeRequest> judge, CancellationToken cancellationToken)
    {
        var (done, refused) = On(
            child =>
            {
                var began = Stopwatch.GetTimestamp();
                var study = Study(child, original, cancellationToken);
                DecodeRequest request;
                try
                {
                    request = judge(study);
                }
                catch (MediaException held)
                {
                    return (default, held.Reason);
                }

                var (all, used) = (TimeSpan.FromSeconds(_options.SecondsPerPicture), Stopwatch.GetElapsedTime(began));
                var left = used < all / 2 ? all - used : all / 2;
                using var room = _gate.Enter(request.LargestPicture, cancellationToken);
                var answer = child.Decode(request, left, cancellationToken);
                return answer.Reason == ReasonCode.None ? ((Study: study, Answer: answer), ReasonCode.None) : throw new MediaException(answer.Reason);
            },
            cancellationToken);
        return refused == ReasonCode.None ? done : throw new MediaException(refused);
    }

    public Protections? InForce(CancellationToken cancellationToken)
    {
        _places.Wait(cancellationToken);
        try
        {
            var child = Take(cancellationToken);
            GiveBack(child, well: true);
            return child.Protections;
        }
        catch (MediaException)
        {
            return null;
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _closed = true;
            while (_idle.TryPop(out var child))
            {
                child.Dispose();
            }
        }
    }

    private FileStudy Study(DecoderChild child, byte[] original, CancellationToken cancellationToken)
    {
        using var room = _gate.Enter(PixelsToStudy + (original.Length / 4), cancellationToken);
        var answer = child.Study(original, cancellationToken);
        return answer.Study ?? throw new MediaException(answer.Reason);
    }

    private T On<T>(Func<DecoderChild, T> work, CancellationToken cancellationToken)
    {
        _places.Wait(cancellationToken);
        try
        {
            return Run(work, Take(cancellationToken), cancellationToken);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <remarks>Damage done by an earlier picture may kill a child during a later one, so a death is held against a picture only in a child that had seen no other.</remarks>
    private T Run<T>(Func<DecoderChild, T> work, DecoderChild child, CancellationToken cancellationToken)
    {
        while (true)
        {
            var fresh = child.Files == 0;
            try
            {
                var done = work(child);
                GiveBack(child, well: true);
                return done;
            }
            catch (MediaException held)
            {
                GiveBack(child, held.Reason is ReasonCode.NotAPicture or ReasonCode.FormatNotSupported);
                throw;
            }
            catch (ChildEndedException ended)
            {
                Remember(child);
                child.Dispose();
                cancellationToken.ThrowIfCancellationRequested();
                LogMessages.DecoderEnded(logger, ended.End);
                if (fresh || ended.End is not (ChildEnd.Died or ChildEnd.BrokeProtocol))
                {
                    throw new MediaException(Reason(ended.End));
                }

                child = Start(cancellationToken);
            }
            catch
            {
                child.Dispose();
                throw;
            }
        }
    }

    private static ReasonCode Reason(ChildEnd end) => end switch
    {
        ChildEnd.TimedOut => ReasonCode.DecoderTimedOut,
        ChildEnd.OutOfMemory => ReasonCode.TooLarge,
        ChildEnd.Died or ChildEnd.BrokeProtocol or ChildEnd.Cancelled => ReasonCode.DecoderDied,
    };

    private DecoderChild Take(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            while (_idle.TryPop(out var child))
            {
                if (!child.HasEnded)
                {
                    return child;
                }

                child.Dispose();
            }
        }

        return Start(cancellationToken);
    }

    private DecoderChild Start(CancellationToken cancellationToken)
    {
        try
        {
            var program = DecoderProgram.Find(_options.Program) ?? throw new ChildEndedException(ChildEnd.Died);
            var child = DecoderChild.Start(program, _options, cancellationToken);
            lock (_lock)
            {
                Started++;
            }

            return child;
        }
        catch (ChildEndedException ended)
        {
            cancellationToken.ThrowIfCancellationRequested();
            LogMessages.DecoderDidNotStart(logger, ended.End);
            throw new MediaException(ReasonCode.DecoderUnavailable);
        }
    }

    private void GiveBack(DecoderChild child, bool well)
    {
        Remember(child);
        lock (_lock)
        {
            if (well && !_closed && child.Pictures < _options.PicturesPerChild && child.Use.Resident is > 0 and < Grown)
            {
                _idle.Push(child);
                return;
            }
        }

        child.Dispose();
    }

    private void Remember(DecoderChild child)
    {
        var peak = child.PeakResident;
        lock (_lock)
        {
            PeakResident = Math.Max(PeakResident, peak);
        }
    }
}
