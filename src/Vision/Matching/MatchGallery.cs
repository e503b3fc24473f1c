using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MediaGuard.Media;

namespace MediaGuard.Vision.Matching;

/// <summary>Everybody enrolled, side by side in memory; dispose overwrites them.</summary>
internal sealed class MatchGallery : IDisposable
{
    private readonly float[] _rows;
    private readonly PersonId[] _people;
    private readonly int _inPool;

    public MatchGallery(IReadOnlyCollection<EnrolledFace> enrolled)
    {
        var ordered = enrolled.OrderByDescending(e => e.IsInPool).ThenBy(e => e.Person.Value).ToArray();
        _inPool = ordered.Count(e => e.IsInPool);
        _people = [.. ordered.Select(e => e.Person)];
        _rows = new float[ordered.Length * FaceEmbedding.Size];
        for (var i = 0; i < ordered.Length; i++)
        {
            ordered[i].Template.Values.CopyTo(Row(i));
        }
    }

    /// <summary>
    /// Those the picture may show first, then the rest of the school: the best is named only over the threshold of where it belongs, and with the
    /// margin over every other person, wherever they belong.
    /// </summary>
    /// <returns>The answer, and whom and how strongly when it is this person.</returns>
    public (MatchAnswer Answer, PersonId? Person, double Similarity) Identify(FaceEmbedding face)
    {
        var (best, first, second) = (-1, double.NegativeInfinity, double.NegativeInfinity);
        for (var i = 0; i < _people.Length; i++)
        {
            double similarity = TensorPrimitives.Dot(face.Values, Row(i));
            if (best >= 0 && _people[i] == _people[best])
            {
                first = Math.Max(first, similarity);
            }
            else if (similarity > first)
            {
                (best, first, second) = (i, similarity, first);
            }
            else
            {
                second = Math.Max(second, similarity);
            }
        }

        if (best < 0 || first < MatchThresholds.Nobody)
        {
            return (MatchAnswer.NobodyEnrolled, null, first);
        }

        var least = best < _inPool ? MatchThresholds.InPool : MatchThresholds.InSchool;
        return first >= least && first - second >= MatchThresholds.Margin
            ? (MatchAnswer.ThisPerson, _people[best], first)
            : (MatchAnswer.NotSure, null, first);
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(_rows.AsSpan()));

    private Span<float> Row(int i) => _rows.AsSpan(i * FaceEmbedding.Size, FaceEmbedding.Size);
}
