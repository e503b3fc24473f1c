using MediaGuard.Media;

namespace MediaGuard.Vision.Detection;

/// <summary>Makes one candidate of all proposals for the same face.</summary>
internal static class CandidateMerger
{
    /// <summary>Boxes that overlap so much are the same face.</summary>
    public const double SameFace = 0.35;

    /// <summary>A box that lies so far inside another, and is not much smaller, is the same face seen cut off.</summary>
    public const double Inside = 0.8;

    /// <summary>
    /// Strongest first, by what the score says and not by its number; each later proposal of the same face adds its model's score to the first, and its box to
    /// the mean when it overlaps well. No two of the strongest proposals returned are the same face.
    /// </summary>
    /// <param name="proposals">With the number of the model that made each.</param>
    /// <param name="evidence">The models, confirmers included.</param>
    public static List<Candidate> Merge(IEnumerable<(int Model, FaceProposal Proposal)> proposals, IReadOnlyList<IFaceEvidence> evidence)
    {
        var candidates = new List<Candidate>();
        foreach (var (model, proposal) in proposals
            .OrderByDescending(p => evidence[p.Model].LogOdds(p.Proposal.Score))
            .ThenBy(p => p.Model).ThenBy(p => p.Proposal.Box.X).ThenBy(p => p.Proposal.Box.Y).ThenBy(p => p.Proposal.Box.Width))
        {
            var same = candidates.Find(c => AreSame(c.Seed, proposal.Box));
            if (same is null)
            {
                same = new Candidate(proposal.Box, evidence.Count);
                candidates.Add(same);
            }

            same.Note(model, proposal.Score);
            if (same.Seed.IntersectionOverUnion(proposal.Box) >= SameFace)
            {
                // the model that others count less beside places its boxes better too
                same.Count(proposal.Box, proposal.Score * proposal.Score / (evidence[model].OthersCount * evidence[model].OthersCount));
            }
        }

        return candidates;
    }

    public static bool AreSame(PixelBox a, PixelBox b) =>
        a.IntersectionOverUnion(b) is var overlap && (overlap >= SameFace || (overlap > 0 && IsInside(a, b, overlap)));

    private static bool IsInside(PixelBox a, PixelBox b, double overlap)
    {
        var shared = overlap / (1 + overlap) * (a.Area + b.Area);
        var smaller = Math.Min(a.Area, b.Area);
        return shared >= Inside * smaller && smaller >= 0.2 * Math.Max(a.Area, b.Area);
    }
}
