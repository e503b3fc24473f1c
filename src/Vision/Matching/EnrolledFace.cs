using MediaGuard.Media;

namespace MediaGuard.Vision.Matching;

/// <summary>Somebody a face may be compared with.</summary>
/// <param name="IsInPool">Belongs to those the picture may show: looked at first, and believed a little sooner.</param>
public sealed record EnrolledFace(PersonId Person, FaceEmbedding Template, bool IsInPool)
{
    public override string ToString() => $"Person {Person}";
}
