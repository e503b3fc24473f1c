using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Vision.Matching;

/// <summary>Whether a photo will do for enrolling.</summary>
/// <param name="Problems">Everything that is wrong with it; empty when nothing is.</param>
/// <param name="Embedding">Null unless the photo will do. Clear it after use.</param>
public sealed record ReferenceJudgement(ImmutableArray<ReferenceProblem> Problems, FaceEmbedding? Embedding)
{
    public override string ToString() => string.Join(", ", Problems);
}
