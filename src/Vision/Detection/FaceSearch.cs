using MediaGuard.Vision.Detection.Pictures;
using MediaGuard.Vision.Models;

namespace MediaGuard.Vision.Detection;

/// <summary>The models that look at one picture, loaded, and the way they look together.</summary>
internal sealed class FaceSearch(IReadOnlyList<(IFaceProposer Looker, LoadedModel Model)> proposers, IReadOnlyList<(IFaceConfirmer Looker, LoadedModel Model)> confirmers)
{
    /// <summary>Proposers, then confirmers: the order of a candidate's scores.</summary>
    public IReadOnlyList<IFaceEvidence> Evidence { get; } = [.. proposers.Select(p => p.Looker), .. confirmers.Select(c => c.Looker)];

    public IReadOnlyList<string> Versions { get; } = [.. proposers.Select(p => p.Model.Version), .. confirmers.Select(c => c.Model.Version)];

    /// <summary>Every candidate of an upright picture, each looked at by every confirmer.</summary>
    public List<Candidate> Look(PicturePyramid picture, SearchEffort effort, CancellationToken cancellationToken)
    {
        var proposals = new List<(int, FaceProposal)>();
        for (var i = 0; i < proposers.Count; i++)
        {
            var found = new List<FaceProposal>();
            proposers[i].Looker.Propose(proposers[i].Model, picture, effort, found, cancellationToken);
            proposals.AddRange(found.Select(f => (i, f)));
        }

        // What no confirmer could lift to a maybe is not worth its look.
        var candidates = CandidateMerger.Merge(proposals, Evidence).FindAll(c => FaceJudge.CouldCount(c, Evidence, proposers.Count));
        foreach (var candidate in candidates)
        {
            for (var i = 0; i < confirmers.Count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var confirmation = confirmers[i].Looker.Confirm(confirmers[i].Model, picture, candidate.Box);
                candidate.Note(proposers.Count + i, confirmation.Score);
                candidate.Keypoints = confirmation.Keypoints;
            }
        }

        return candidates;
    }
}
