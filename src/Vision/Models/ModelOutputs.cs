using Microsoft.ML.OnnxRuntime;

namespace MediaGuard.Vision.Models;

/// <summary>The outputs of one run; valid only while the run's callback lasts.</summary>
internal readonly struct ModelOutputs(string[] names, IReadOnlyList<OrtValue> values)
{
    /// <summary>The output of that name, flattened.</summary>
    /// <exception cref="InvalidDataException">The model has no such output.</exception>
    public ReadOnlySpan<float> this[string name]
    {
        get
        {
            var at = Array.IndexOf(names, name);
            return at >= 0 ? values[at].GetTensorDataAsSpan<float>() : throw new InvalidDataException($"The model has no output '{name}'.");
        }
    }

    /// <summary>The one output of that many numbers, for models whose exporter lost the names.</summary>
    /// <exception cref="InvalidDataException">The model has no such output.</exception>
    public ReadOnlySpan<float> OfLength(int length)
    {
        foreach (var value in values)
        {
            var data = value.GetTensorDataAsSpan<float>();
            if (data.Length == length)
            {
                return data;
            }
        }

        throw new InvalidDataException($"The model has no output of {length} numbers.");
    }
}
