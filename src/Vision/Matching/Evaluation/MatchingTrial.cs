using System.Collections.Immutable;
using MediaGuard.Media;
using MediaGuard.Vision.Detection;
using MediaGuard.Vision.Detection.Pictures;
using MediaGuard.Vision.Models;

namespace MediaGuard.Vision.Matching.Evaluation;

internal sealed class MatchingTrial(IFaceFinder finder, FaceEmbedder embedder) : IMatchingTrial
{
    private const int Shown = 10;

    private readonly List<(int Person, int Photo, FaceEmbedding Face)> _faces = [];
    private readonly SortedDictionary<string, int> _leftOut = new(StringComparer.Ordinal);
    private readonly LoadedModel _model = embedder.Open() ?? throw new MediaException(ReasonCode.ModelMissing);
    private PairScores? _scores;

    public ReferenceProblem? Add(int person, int photo, PixelImage picture, CancellationToken cancellationToken)
    {
        var problem = Embed(person, photo, picture, cancellationToken);
        if (problem is { } known)
        {
            _leftOut[known.ToString()] = _leftOut.GetValueOrDefault(known.ToString()) + 1;
        }

        return problem;
    }

    public MatchingFigures Figures()
    {
        var people = _faces.Select(f => f.Person).Distinct().Count();
        if (people < 2 || _faces.GroupBy(f => f.Person).All(g => g.Count() < 2))
        {
            throw new InvalidOperationException("An evaluation needs two people, and two photos of one of them.");
        }

        var scores = Scores;
        return new MatchingFigures(
            _model.Version,
            people,
            _faces.Count,
            _leftOut.ToImmutableSortedDictionary(StringComparer.Ordinal),
            scores.Genuine.Count,
            scores.Impostors.Count,
            scores.EqualErrorRate(),
            [scores.At(1e-2), scores.At(1e-3), scores.At(1e-4)],
            [scores.Operating("somebody the picture may show", MatchThresholds.InPool), scores.Operating("somebody else of the school", MatchThresholds.InSchool)],
            Closest(),
            Worst(),
            Identify());
    }

    public string Text(MatchingFigures figures) => MatchingText.Write(figures);

    public string Page(MatchingFigures figures, DateTimeOffset madeAt) => MatchingPage.Write(figures, Scores.Genuine, Scores.Impostors, madeAt);

    public void Dispose() => _faces.ForEach(f => f.Face.Clear());

    private PairScores Scores => _scores ??= new PairScores([.. _faces.Select(f => (f.Person, f.Face))]);

    private ReferenceProblem? Embed(int person, int photo, PixelImage picture, CancellationToken cancellationToken)
    {
        var face = finder.Find(picture, cancellationToken).Faces.Where(f => !f.IsDoubtful).MaxBy(f => f.Box.Area);
        if (face is null)
        {
            return ReferenceProblem.NoFace;
        }

        if (FaceAlignment.Of(face.Keypoints) is not { } alignment)
        {
            return ReferenceProblem.Covered;
        }

        if (!MatchThresholds.CanBeJudged(face, alignment))
        {
            return MatchThresholds.IsLargeEnough(face, alignment) ? ReferenceProblem.Turned : ReferenceProblem.TooSmall;
        }

        using var pyramid = new PicturePyramid(picture);
        var (embedding, strength, _) = FaceEmbedder.Embed(_model, pyramid, alignment);
        if (strength < MatchThresholds.LeastStrength)
        {
            embedding.Clear();
            return ReferenceProblem.Covered;
        }

        _faces.Add((person, photo, embedding));
        return null;
    }

    private ImmutableArray<PairFigure> Closest()
    {
        var closest = new PriorityQueue<PairFigure, double>();
        for (var i = 0; i < _faces.Count; i++)
        {
            for (var j = i + 1; j < _faces.Count; j++)
            {
                if (_faces[i].Person != _faces[j].Person)
                {
                    double likeness = _faces[i].Face.Similarity(_faces[j].Face);
                    closest.Enqueue(new PairFigure(_faces[i].Person + 1, _faces[i].Photo + 1, _faces[j].Person + 1, _faces[j].Photo + 1, likeness), likeness);
                    if (closest.Count > Shown)
                    {
                        closest.Dequeue();
                    }
                }
            }
        }

        return [.. closest.UnorderedItems.Select(i => i.Element).OrderByDescending(p => p.Similarity)];
    }

    private ImmutableArray<PersonFigure> Worst() =>
    [
        .. _faces.GroupBy(f => f.Person).Where(g => g.Count() > 1)
            .Select(g => new PersonFigure(g.Key + 1, g.Count(), g.SelectMany((a, i) => g.Skip(i + 1).Select(b => (double)a.Face.Similarity(b.Face))).Min()))
            .OrderBy(p => p.Least),
    ];

    private IdentifiedFigure Identify()
    {
        var enrolled = _faces.GroupBy(f => f.Person).ToDictionary(g => new PersonId(new Guid(g.Key + 1, 0, 0, new byte[8])), g => g.MinBy(f => f.Photo));
        using var gallery = new MatchGallery([.. enrolled.Select(e => new EnrolledFace(e.Key, e.Value.Face, IsInPool: true))]);
        var (right, wrong, notSure, nobody, margin) = (0, 0, 0, 0, double.NaN);
        foreach (var face in _faces.Where(f => !enrolled.ContainsValue(f)))
        {
            var (answer, person, similarity) = gallery.Identify(face.Face);
            var isRight = person is { } who && enrolled[who].Person == face.Person;
            right += isRight ? 1 : 0;
            wrong += person is not null && !isRight ? 1 : 0;
            notSure += answer == MatchAnswer.NotSure ? 1 : 0;
            nobody += answer == MatchAnswer.NobodyEnrolled ? 1 : 0;
            if (person is not null)
            {
                var next = enrolled.Where(e => e.Key != person).Max(e => (double)e.Value.Face.Similarity(face.Face));
                margin = double.IsNaN(margin) ? similarity - next : Math.Min(margin, similarity - next);
            }
        }

        return new IdentifiedFigure(right + wrong + notSure + nobody, right, wrong, notSure, nobody, double.IsNaN(margin) ? 0 : margin);
    }
}
