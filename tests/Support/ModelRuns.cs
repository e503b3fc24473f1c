using System.Diagnostics.Metrics;

namespace MediaGuard.Tests.Support;

/// <summary>Counts the runs of one model while it lives, whichever session runs it.</summary>
public sealed class ModelRuns : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _count;

    public ModelRuns(string model)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "MediaGuard.Vision")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
        {
            foreach (var tag in tags)
            {
                if (tag.Value is string name && name == model)
                {
                    Interlocked.Add(ref _count, value);
                }
            }
        });
        _listener.Start();
    }

    public long Count => Interlocked.Read(ref _count);

    public void Dispose() => _listener.Dispose();
}
