using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Vision.Detection;

/// <summary>Decides what a candidate is: a face, maybe one, or nothing worth showing.</summary>
/// <remarks>The thresholds were fitted on labelled pictures; models/README.md says which, and what they gave on others.</remarks>
internal static class FaceJudge
{
    private const double Prior = -1.236;
    public const double Sure = 0.5;
    public const double Maybe = 0.2;

    /// <summary>The face, or null when nothing is worth showing.</summary>
    public static FaceRegion? Judge(Candidate candidate, IReadOnlyList<IFaceEvidence> evidence, int width, int height)
    {
        var confidence = Confidence(candidate.Scores, evidence);
        return IsShown(candidate, confidence, evidence) ? Region(candidate, confidence, evidence, width, height) : null;
    }

    /// <summary>What <see cref="Judge"/> leaves out.</summary>
    public static FaceRegion? Unlikely(Candidate candidate, IReadOnlyList<IFaceEvidence> evidence, int width, int height)
    {
        var confidence = Confidence(candidate.Scores, evidence);
        return IsShown(candidate, confidence, evidence) ? null : Region(candidate, confidence, evidence, width, height);
    }

    /// <summary>The probability of a face, from every model's score.</summary>
    public static double Confidence(IReadOnlyList<float?> scores, IReadOnlyList<IFaceEvidence> evidence)
    {
        var all = evidence.Aggregate(1.0, (product, e) => product * e.OthersCount);
        return Calibration.Probability((Prior * all) + evidence.Select((e, i) => e.LogOdds(scores[i]) * all / e.OthersCount).Sum());
    }

    /// <summary>Whether the candidate would count if every model from number <paramref name="heard"/> on were certain of it.</summary>
    public static bool CouldCount(Candidate candidate, IReadOnlyList<IFaceEvidence> evidence, int heard) =>
        Confidence([.. candidate.Scores.Take(heard), .. Enumerable.Repeat<float?>(1, evidence.Count - heard)], evidence) >= Maybe;

    private static bool IsShown(Candidate candidate, double confidence, IReadOnlyList<IFaceEvidence> evidence) =>
        confidence >= Maybe || evidence.Where((e, i) => e.IsSureAlone(candidate.Scores[i])).Any();

    private static FaceRegion Region(Candidate candidate, double confidence, IReadOnlyList<IFaceEvidence> evidence, int width, int height) => new(
        Clip(candidate.Box, width, height),
        Math.Round(confidence, 4),
        confidence < Sure,
        candidate.Keypoints,
        [.. evidence.Where((e, i) => e.IsSure(candidate.Scores[i])).Select(e => e.Model)]);

    private static PixelBox Clip(PixelBox box, int width, int height)
    {
        var (x, y) = (Math.Clamp(box.X, 0, width), Math.Clamp(box.Y, 0, height));
        return new PixelBox(x, y, Math.Clamp(box.Right, 0, width) - x, Math.Clamp(box.Bottom, 0, height) - y);
    }
}
