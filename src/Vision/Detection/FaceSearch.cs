using MediaGuard.Vision.Detection.Pictures;
using MediaGuard.Vision.Models;

namespace MediaGuard.Vision.Detection;

/// <summary>The models that look at one picture, loaded, and the way they look together.</summary>
internal sealed class FaceSearch(IReadOnlyList<(IFaceProposer Looker, LoadedModel Model)> proposers, IReadOnlyList<(IFaceConfirmer Looker, LoadedModel Model)> confirmers)
{
    /// <summary>Candidates of one picture, in all its orientations, that confirmers look at: far more than a hall full of children makes. Pure noise made thousands and kept a worker for a minute.</summary>
    private const int MostCandidates = 500;

    private int _looked;

    /// <summary>More was proposed than was looked at. Only the strongest were, so nothing can be said of the rest.</summary>
    public bool IsOverrun { get; private set; }

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
        if (candidates.Count > MostCandidates - _looked)
        {
            IsOverrun = true;
            candidates.RemoveRange(MostCandidates - _looked, candidates.Count - (MostCandidates - _looked));
        }

        _looked += candidates.Count;
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
