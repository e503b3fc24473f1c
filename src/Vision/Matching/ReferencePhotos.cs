using System.Collections.Immutable;
using MediaGuard.Media;
using MediaGuard.Vision.Detection;
using MediaGuard.Vision.Detection.Pictures;
using MediaGuard.Vision.Models;

namespace MediaGuard.Vision.Matching;

/// <remarks>Stricter than comparing: a poor template goes wrong every day, a poor photo once.</remarks>
internal sealed class ReferencePhotos(IFaceFinder finder, FaceEmbedder embedder) : IReferencePhotos
{
    private const double LeastSide = 64;
    private const double MostYaw = 0.30;
    private const double MostMisfit = 4.2;
    private const double LeastLight = 50;
    private const double LeastContrast = 10;
    private const double LeastSharpness = 0.12;
    private const double LeastLikeness = 0.45;

    /// <summary>A doubtful box counts as a second face when its side is this share of the face's.</summary>
    private const double SecondFace = 0.5;

    public string Model => Open().Version;

    public ImmutableArray<ReferenceJudgement> Judge(IReadOnlyList<PixelImage?> photos, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(photos);
        var model = Open();
        var alone = photos.Select(photo => photo is null ? new([ReferenceProblem.NotAPicture], null) : Judge(photo, model, cancellationToken)).ToArray();
        return [.. alone.Select((judged, i) => IsUnlike(alone, i) ? new([ReferenceProblem.UnlikeTheOthers], null) : judged)];
    }

    private LoadedModel Open() => embedder.Open() ?? throw new MediaException(ReasonCode.ModelMissing);

    private ReferenceJudgement Judge(PixelImage photo, LoadedModel model, CancellationToken cancellationToken)
    {
        var faces = finder.Find(photo, cancellationToken).Faces;
        var face = faces.Where(f => !f.IsDoubtful).MaxBy(f => f.Box.Area);
        if (face is null)
        {
            return new([ReferenceProblem.NoFace], null);
        }

        if (faces.Any(f => f != face && (!f.IsDoubtful || f.Box.ShorterSide >= SecondFace * face.Box.ShorterSide)))
        {
            return new([ReferenceProblem.SeveralFaces], null);
        }

        if (FaceAlignment.Of(face.Keypoints) is not { } alignment)
        {
            return new([ReferenceProblem.Covered], null);
        }

        using var pyramid = new PicturePyramid(photo);
        var problems = Problems(face, alignment, FaceEmbedder.Look(pyramid, alignment)).ToImmutableArray();
        if (!problems.IsEmpty)
        {
            return new(problems, null);
        }

        var (embedding, strength, _) = FaceEmbedder.Embed(model, pyramid, alignment);
        if (strength >= MatchThresholds.LeastStrength)
        {
            return new([], embedding);
        }

        embedding.Clear();
        return new([ReferenceProblem.Covered], null);
    }

    private static IEnumerable<ReferenceProblem> Problems(FaceRegion face, FaceAlignment alignment, FaceLook look)
    {
        if (face.Box.ShorterSide < LeastSide)
        {
            yield return ReferenceProblem.TooSmall;
        }

        if (Math.Abs(alignment.Yaw) > MostYaw || alignment.Misfit > MostMisfit)
        {
            yield return ReferenceProblem.Turned;
        }

        if (look.LeastBand < MatchThresholds.LeastBand)
        {
            yield return ReferenceProblem.Covered;
        }

        if (look.Light < LeastLight || look.Contrast < LeastContrast)
        {
            yield return ReferenceProblem.TooDark;
        }
        else if (look.Sharpness < LeastSharpness)
        {
            yield return ReferenceProblem.Blurred;
        }
    }

    // Against the mean of the others; of two that differ nobody can say which is the wrong one, so both are.
    private static bool IsUnlike(ReferenceJudgement[] all, int at)
    {
        if (all[at].Embedding is not { } own)
        {
            return false;
        }

        var others = all.Where((other, i) => i != at && other.Embedding is not null).Select(other => other.Embedding!).ToList();
        return others.Count > 0 && own.Similarity(FaceEmbedding.Mean(others)) < LeastLikeness;
    }
}
