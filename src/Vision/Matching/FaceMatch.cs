using MediaGuard.Media;

namespace MediaGuard.Vision.Matching;

/// <summary>What comparing said of one face. Holds no embedding and no score.</summary>
/// <param name="Person">Set when <paramref name="Answer"/> is <see cref="MatchAnswer.ThisPerson"/>.</param>
public sealed record FaceMatch(FaceRegion Face, MatchAnswer Answer, PersonId? Person);
