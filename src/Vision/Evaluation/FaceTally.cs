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
    private readonly List<(double Size, FaceRegion? Box)> _labels = [];
    private readonly List<(double Confidence, bool IsRight)> _boxes = [];
    private readonly List<FaceRegion> _false = [];
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
            _false.AddRange(seen.Faces);
            return;
        }

        _pictures++;
        var match = FaceMatching.Match(labels, [.. seen.Faces.Select(f => f.Box)]);
        _labels.AddRange(labels.Select((l, i) => (l.ShorterSide, match[i] < 0 ? null : seen.Faces[match[i]])));
        _boxes.AddRange(seen.Faces.Select((f, i) => (f.Confidence, match.Contains(i))));
    }

    /// <summary>A file that is not a picture.</summary>
    public void AddUnread() => _unread++;

    public FaceFigures Figures() => new(
        _models,
        _pictures,
        _labels.Count,
        [.. FaceSizeBand.All.Select(b => new FaceSizeBand(b.Least, b.Below, Found(b, _ => true), Found(b, f => !f.IsDoubtful)))],
        _boxes.Count(b => !b.IsRight),
        _emptyPictures,
        _false.Count,
        _false.Count(f => !f.IsDoubtful),
        new Share(_spoilt, _emptyPictures),
        [.. Enumerable.Range(0, CurveSteps).Select(i => Point((double)i / CurveSteps))],
        _unread);

    private Share Found((int Least, int? Below) band, Func<FaceRegion, bool> counts)
    {
        var inside = _labels.FindAll(l => l.Size >= band.Least && (band.Below is null || l.Size < band.Below));
        return new Share(inside.Count(l => l.Box is not null && counts(l.Box)), inside.Count);
    }

    private FaceCurvePoint Point(double confidence)
    {
        var boxes = _boxes.FindAll(b => b.Confidence >= confidence);
        return new FaceCurvePoint(
            confidence,
            Found((20, null), f => f.Confidence >= confidence).Value,
            boxes.Count == 0 ? 1 : (double)boxes.Count(b => b.IsRight) / boxes.Count,
            _emptyPictures == 0 ? 0 : (double)_false.Count(f => f.Confidence >= confidence) / _emptyPictures);
    }
}
