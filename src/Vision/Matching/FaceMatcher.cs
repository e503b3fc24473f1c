using System.Collections.Immutable;
using MediaGuard.Media;
using MediaGuard.Vision.Detection.Pictures;
using MediaGuard.Vision.Models;

namespace MediaGuard.Vision.Matching;

internal sealed class FaceMatcher(FaceEmbedder embedder) : IFaceMatcher
{
    public MatchSighting Match(PixelImage picture, ImmutableArray<FaceRegion> faces, IReadOnlyCollection<EnrolledFace> enrolled, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(enrolled);
        if (enrolled.Count == 0 || faces.IsDefaultOrEmpty)
        {
            return new MatchSighting([.. faces.IsDefault ? [] : faces.Select(f => new FaceMatch(f, MatchAnswer.NotCompared, null))], null);
        }

        var model = embedder.Open() ?? throw new MediaException(ReasonCode.ModelMissing);
        using var gallery = new MatchGallery(enrolled);
        using var pyramid = new PicturePyramid(picture);
        var found = new (MatchAnswer Answer, PersonId? Person, double Similarity)[faces.Length];
        for (var i = 0; i < faces.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            found[i] = Identify(model, pyramid, faces[i], gallery);
        }

        return new MatchSighting([.. faces.Select((face, i) => IsTheClearest(found, i) ? new FaceMatch(face, found[i].Answer, found[i].Person) : new FaceMatch(face, MatchAnswer.NotSure, null))], model.Version);
    }

    private static (MatchAnswer Answer, PersonId? Person, double Similarity) Identify(LoadedModel model, PicturePyramid picture, FaceRegion face, MatchGallery gallery)
    {
        if (FaceAlignment.Of(face.Keypoints) is not { } alignment || !MatchThresholds.CanBeJudged(face, alignment))
        {
            return (MatchAnswer.NotSure, null, 0);
        }

        var (embedding, strength, look) = FaceEmbedder.Embed(model, picture, alignment);
        try
        {
            return strength >= MatchThresholds.LeastStrength && look.LeastBand >= MatchThresholds.LeastBand ? gallery.Identify(embedding) : (MatchAnswer.NotSure, null, 0);
        }
        finally
        {
            embedding.Clear();
        }
    }

    private static bool IsTheClearest((MatchAnswer Answer, PersonId? Person, double Similarity)[] found, int at) =>
        found[at].Person is not { } person || !found.Where((other, i) => i != at && other.Person == person && (other.Similarity > found[at].Similarity || (other.Similarity == found[at].Similarity && i < at))).Any();
}
