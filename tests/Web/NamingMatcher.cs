using System.Collections.Immutable;
using MediaGuard.Media;
using MediaGuard.Vision.Matching;

namespace MediaGuard.Web.Tests;

/// <summary>Takes the first face of every picture for the first of the enrolled.</summary>
internal sealed class NamingMatcher : IFaceMatcher
{
    public MatchSighting Match(PixelImage picture, ImmutableArray<FaceRegion> faces, IReadOnlyCollection<EnrolledFace> enrolled, CancellationToken cancellationToken) => new(
        [.. faces.Select((face, i) => i == 0 ? new FaceMatch(face, MatchAnswer.ThisPerson, enrolled.First().Person) : new FaceMatch(face, MatchAnswer.NobodyEnrolled, null))],
        "test@00000000");
}
