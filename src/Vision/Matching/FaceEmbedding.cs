using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace MediaGuard.Vision.Matching;

/// <summary>What a face looks like to the model: 128 numbers of length one. Biometric data: prints as nothing, and is cleared from memory when it is no longer needed.</summary>
public sealed class FaceEmbedding
{
    /// <summary>How many numbers there are.</summary>
    public const int Size = 128;

    /// <summary>How many bytes <see cref="ToBytes"/> gives.</summary>
    public const int Bytes = Size * sizeof(float);

    private readonly float[] _values;

    private FaceEmbedding(float[] values) => _values = values;

    internal ReadOnlySpan<float> Values => _values;

    /// <summary>Scales to length one.</summary>
    /// <exception cref="ArgumentException">Not 128 numbers, or not a direction: all zero, or one that is no number.</exception>
    public static FaceEmbedding Of(ReadOnlySpan<float> values)
    {
        var length = TensorPrimitives.Norm(values);
        if (values.Length != Size || !float.IsFinite(length) || length < 1e-6f)
        {
            throw new ArgumentException("An embedding is 128 numbers that point somewhere.", nameof(values));
        }

        var scaled = new float[Size];
        TensorPrimitives.Divide(values, length, scaled);
        return new FaceEmbedding(scaled);
    }

    /// <summary>The direction halfway between all of them: one person's template from several photos.</summary>
    public static FaceEmbedding Mean(IReadOnlyCollection<FaceEmbedding> several)
    {
        ArgumentNullException.ThrowIfNull(several);
        var sum = new float[Size];
        foreach (var one in several)
        {
            TensorPrimitives.Add(sum, one._values, sum);
        }

        var mean = Of(sum);
        Clear(sum);
        return mean;
    }

    /// <summary>Little-endian floats, <see cref="Bytes"/> long.</summary>
    /// <exception cref="ArgumentException">Another length, or no direction.</exception>
    public static FaceEmbedding FromBytes(ReadOnlySpan<byte> bytes) => Of(MemoryMarshal.Cast<byte, float>(bytes));

    public byte[] ToBytes() => MemoryMarshal.AsBytes(_values.AsSpan()).ToArray();

    /// <summary>Cosine, -1 to 1.</summary>
    public float Similarity(FaceEmbedding other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return TensorPrimitives.Dot(_values, other._values);
    }

    /// <summary>Overwrites the numbers; the embedding is of no more use.</summary>
    public void Clear() => Clear(_values);

    public override string ToString() => nameof(FaceEmbedding);

    private static void Clear(float[] values) => CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(values.AsSpan()));
}
