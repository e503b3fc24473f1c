using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Vision.Matching;

/// <summary>Compares the faces of a picture with the enrolled. Embeddings live in memory for the length of a call and go nowhere.</summary>
public interface IFaceMatcher
{
    /// <summary>
    /// One answer per face. Nobody is suggested for two faces of a picture: the clearer one keeps the name. With nobody enrolled no embedding is made.
    /// </summary>
    /// <exception cref="MediaException">ModelMissing or ModelAltered: nothing was compared.</exception>
    MatchSighting Match(PixelImage picture, ImmutableArray<FaceRegion> faces, IReadOnlyCollection<EnrolledFace> enrolled, CancellationToken cancellationToken);
}
