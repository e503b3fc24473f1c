using System.Buffers;
using System.Diagnostics.Metrics;
using Microsoft.ML.OnnxRuntime;

namespace MediaGuard.Vision.Models;

/// <summary>A model ready to run, from any number of threads at once.</summary>
internal sealed class LoadedModel : IDisposable
{
    /// <summary>The meter; its counter <c>mediaguard.model.runs</c> counts every run, by the tag <c>model</c>.</summary>
    public const string MeterName = "MediaGuard.Vision";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Runs = Meter.CreateCounter<long>("mediaguard.model.runs");

    private readonly InferenceSession _session;
    private readonly string[] _inputs;
    private readonly string[] _outputs;
    private readonly RunOptions _run = new();

    public LoadedModel(string name, string version, byte[] weights, int threads)
    {
        using var options = new SessionOptions
        {
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
        };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        _session = new InferenceSession(weights, options);
        _inputs = [.. _session.InputNames];
        _outputs = [.. _session.OutputNames];
        Name = name;
        Version = version;
    }

    public string Name { get; }

    /// <summary><c>name@digest8</c>.</summary>
    public string Version { get; }

    /// <summary>
    /// Runs the model on one input of <paramref name="shape"/>, filled by <paramref name="fill"/>, and hands its outputs,
    /// which live only during the call, to <paramref name="read"/>. The buffer is pooled and arrives with old content.
    /// </summary>
    public TResult Run<TResult>(long[] shape, Action<Span<float>> fill, Func<ModelOutputs, TResult> read)
    {
        var count = 1;
        foreach (var side in shape)
        {
            count *= (int)side;
        }

        var buffer = ArrayPool<float>.Shared.Rent(count);
        try
        {
            fill(buffer.AsSpan(0, count));
            using var input = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, buffer.AsMemory(0, count), shape);
            Runs.Add(1, new KeyValuePair<string, object?>("model", Name));
            using var outputs = _session.Run(_run, _inputs, [input], _outputs);
            return read(new ModelOutputs(_outputs, outputs));
        }
        finally
        {
            ArrayPool<float>.Shared.Return(buffer);
        }
    }

    public void Dispose()
    {
        _session.Dispose();
        _run.Dispose();
    }
}
