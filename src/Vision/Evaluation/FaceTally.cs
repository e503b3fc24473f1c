using System.Collections.Immutable;
using MediaGuard.Media;
using MediaGuard.Vision.Detection;

namespace MediaGuard.Vision.Evaluation;

/// <summary>Adds up what the models found, picture by picture. One thread at a time.</summary>
/// <remarks>
/// The operating point is what the office is shown: every box, sure or maybe. A face is found when a box overlaps its label by
/// at least <see cref="FaceMatching.LeastOverlap"/>, and false faces are counted at the same point.
/// </remarks>
public sealed class FaceTally
{
    private const int CurveSteps = 100;
    private const int Bins = 10;
    private readonly List<(double Size, FaceRegion? Box, bool IsShown)> _labels = [];
    private readonly List<(double Confidence, bool IsRight, bool IsShown)> _boxes = [];
    private readonly List<(FaceRegion Box, bool IsShown)> _false = [];
    private ImmutableArray<string> _models = [];
    private int _pictures;
    private int _emptyPictures;
    private int _spoilt;
    private int _unread;

    /// <summary>A picture with its labels, in the pixels the sighting is in; no labels make it a picture without faces.</summary>
    public void Add(ImmutableArray<PixelBox> labels, FaceSighting seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        _models = seen.Models;
        if (labels.IsEmpty)
        {
            _emptyPictures++;
            _spoilt += seen.Faces.IsEmpty ? 0 : 1;
            _false.AddRange(seen.Faces.Select(f => (f, true)));
            _false.AddRange(seen.Unlikely.Select(f => (f, false)));
            return;
        }

        _pictures++;
        var match = FaceMatching.Match(labels, [.. seen.Faces.Select(f => f.Box)]);
        // what was not shown may only have what nothing shown has found
        var missed = Enumerable.Range(0, labels.Length).Where(l => match[l] < 0).ToList();
        var unlikely = FaceMatching.Match([.. missed.Select(l => labels[l])], [.. seen.Unlikely.Select(f => f.Box)]);
        _labels.AddRange(labels.Select((l, i) => (l.ShorterSide, match[i] < 0 ? null : seen.Faces[match[i]], true)).Where(l => l.Item2 is not null));
        _labels.AddRange(missed.Select((l, i) => (labels[l].ShorterSide, unlikely[i] < 0 ? null : seen.Unlikely[unlikely[i]], false)));
        _boxes.AddRange(seen.Faces.Select((f, i) => (f.Confidence, match.Contains(i), true)));
        _boxes.AddRange(seen.Unlikely.Select((f, i) => (f.Confidence, unlikely.Contains(i), false)));
    }

    /// <summary>A file that is not a picture.</summary>
    public void AddUnread() => _unread++;

    public FaceFigures Figures() => new(
        _models,
        _pictures,
        _labels.Count,
        [.. FaceSizeBand.All.Select(b => new FaceSizeBand(b.Least, b.Below, Found(b, (_, isShown) => isShown), Found(b, (f, isShown) => isShown && !f.IsDoubtful)))],
        _boxes.Count(b => b is { IsShown: true, IsRight: false }),
        _emptyPictures,
        _false.Count(f => f.IsShown),
        _false.Count(f => f.IsShown && !f.Box.IsDoubtful),
        new Share(_spoilt, _emptyPictures),
        [.. Enumerable.Range(0, CurveSteps).Select(i => (double)i / CurveSteps).Select(least => Point(least, (confidence, _) => confidence >= least))],
        Point(FaceJudge.Maybe, (_, isShown) => isShown),
        [.. Enumerable.Range(0, Bins).Select(Bin)],
        _unread);

    private Share Found((int Least, int? Below) band, Func<FaceRegion, bool, bool> counts)
    {
        var inside = _labels.FindAll(l => l.Size >= band.Least && (band.Below is null || l.Size < band.Below));
        return new Share(inside.Count(l => l.Box is not null && counts(l.Box, l.IsShown)), inside.Count);
    }

    private FaceCurvePoint Point(double least, Func<double, bool, bool> counts)
    {
        var boxes = _boxes.FindAll(b => counts(b.Confidence, b.IsShown));
        return new FaceCurvePoint(
            least,
            Found((20, null), (f, isShown) => counts(f.Confidence, isShown)).Value,
            boxes.Count == 0 ? 1 : (double)boxes.Count(b => b.IsRight) / boxes.Count,
            _emptyPictures == 0 ? 0 : (double)_false.Count(f => counts(f.Box.Confidence, f.IsShown)) / _emptyPictures);
    }

    private ReliabilityBin Bin(int number)
    {
        var inside = _boxes.Select(b => (b.Confidence, b.IsRight)).Concat(_false.Select(f => (f.Box.Confidence, false)))
            .Where(b => Math.Min((int)(b.Item1 * Bins), Bins - 1) == number).ToList();
        return new ReliabilityBin(
            (double)number / Bins, (number + 1.0) / Bins, inside.Count == 0 ? 0 : inside.Average(b => b.Item1), new Share(inside.Count(b => b.Item2), inside.Count));
    }
}
