using System.Diagnostics.Metrics;
using MediaGuard.Vision.Models;

namespace MediaGuard.Bench.Vision;

/// <summary>Counts the runs of every model while it lives.</summary>
internal sealed class CountedRuns : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Dictionary<string, int> _runs = [];

    public CountedRuns()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == LoadedModel.MeterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, value, tags, _) => _runs[(string)tags[0].Value!] = _runs.GetValueOrDefault((string)tags[0].Value!) + (int)value);
        _listener.Start();
    }

    public IReadOnlyDictionary<string, int> ByModel => _runs;

    public void Dispose() => _listener.Dispose();
}
