using MediaGuard.Media;
using MediaGuard.Vision.Detection;
using MediaGuard.Vision.Detection.Pictures;
using MediaGuard.Vision.Models;

namespace MediaGuard.Vision.Evaluation;

/// <summary>One detector by itself, nobody confirming: what a simpler program would see. Its score is taken for the confidence: 0.3 is a maybe, 0.5 is sure.</summary>
internal sealed class SoloFinder(IFaceProposer proposer, SearchEffort effort, ModelSessions sessions) : IFaceFinder
{
    private const float Maybe = 0.3f;
    private const float Sure = 0.5f;

    public FaceSighting Find(PixelImage picture, CancellationToken cancellationToken)
    {
        var model = sessions.Open(proposer.Model) ?? throw new MediaException(ReasonCode.ModelMissing);
        using var pyramid = new PicturePyramid(picture);
        var found = new List<FaceProposal>();
        proposer.Propose(model, pyramid, effort, found, cancellationToken);
        var candidates = CandidateMerger.Merge(found.Select(f => (0, f)), [proposer]);
        return new FaceSighting(
            [.. from c in candidates let score = c.Scores[0] ?? 0 where score >= Maybe orderby score descending select new FaceRegion(c.Seed, score, score < Sure, [], [proposer.Model])],
            [model.Version]);
    }
}
