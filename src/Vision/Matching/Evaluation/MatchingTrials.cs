using MediaGuard.Vision.Detection;

namespace MediaGuard.Vision.Matching.Evaluation;

/// <summary>Starts evaluations.</summary>
public sealed class MatchingTrials
{
    private readonly IFaceFinder _finder;
    private readonly FaceEmbedder _embedder;

    internal MatchingTrials(IFaceFinder finder, FaceEmbedder embedder) => (_finder, _embedder) = (finder, embedder);

    public IMatchingTrial Start() => new MatchingTrial(_finder, _embedder);
}
