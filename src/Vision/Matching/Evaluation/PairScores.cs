using MediaGuard.Vision.Evaluation;

namespace MediaGuard.Vision.Matching.Evaluation;

/// <summary>Similarities of pairs, with who is in them, so that people can be drawn anew.</summary>
internal sealed class PairScores
{
    private const int Draws = 400;

    // Of large sets so many pairs of different people are enough; they are drawn evenly, with a fixed seed.
    private const int MostImpostors = 300_000;

    private readonly (double Score, int Person, int Other)[] _genuine;
    private readonly (double Score, int Person, int Other)[] _impostors;
    private readonly int[][] _weights;

    public PairScores(IReadOnlyList<(int Person, FaceEmbedding Face)> faces)
    {
        var random = new Random(20260601);
        var genuine = new List<(double, int, int)>();
        var impostors = new List<(double, int, int)>();
        var seen = 0L;
        for (var i = 0; i < faces.Count; i++)
        {
            for (var j = i + 1; j < faces.Count; j++)
            {
                var pair = ((double)faces[i].Face.Similarity(faces[j].Face), faces[i].Person, faces[j].Person);
                if (pair.Item2 == pair.Item3)
                {
                    genuine.Add(pair);
                }
                else if (++seen <= MostImpostors)
                {
                    impostors.Add(pair);
                }
                else if (random.NextInt64(seen) is < MostImpostors and var place)
                {
                    impostors[(int)place] = pair;
                }
            }
        }

        _genuine = [.. genuine.OrderByDescending(p => p.Item1)];
        _impostors = [.. impostors.OrderByDescending(p => p.Item1)];
        var people = faces.Select(f => f.Person).DefaultIfEmpty(0).Max() + 1;
        var present = faces.Select(f => f.Person).Distinct().ToArray();
        _weights = new int[Draws][];
        for (var draw = 0; draw < Draws; draw++)
        {
            _weights[draw] = new int[people];
            for (var n = 0; n < present.Length; n++)
            {
                _weights[draw][present[random.Next(present.Length)]]++;
            }
        }
    }

    public IReadOnlyList<double> Genuine => [.. _genuine.Select(p => p.Score)];

    public IReadOnlyList<double> Impostors => [.. _impostors.Select(p => p.Score)];

    public RateFigure At(double falseAcceptRate) => new(
        falseAcceptRate,
        Estimate(w => Threshold(falseAcceptRate, w)),
        Estimate(w => ShareOver(_genuine, Threshold(falseAcceptRate, w), w)),
        _impostors.Length * falseAcceptRate >= 1);

    /// <remarks>Drawing anew from pairs of which none was wrong never gives a wrong one; so the upper end is at least Wilson's.</remarks>
    public OperatingFigure Operating(string name, double threshold)
    {
        var wrong = Estimate(w => ShareOver(_impostors, threshold, w));
        var most = new Share(_impostors.Count(p => p.Score >= threshold), _impostors.Length).High;
        return new(name, threshold, wrong with { High = Math.Max(wrong.High, most) }, Estimate(w => ShareOver(_genuine, threshold, w)));
    }

    public Estimate EqualErrorRate() => Estimate(EqualErrorRate);

    private Estimate Estimate(Func<int[]?, double> of)
    {
        var drawn = _weights.Select(of).Where(double.IsFinite).Order().ToArray();
        return drawn.Length == 0
            ? new Estimate(of(null), double.NaN, double.NaN)
            : new Estimate(of(null), drawn[(int)(0.025 * (drawn.Length - 1))], drawn[(int)Math.Ceiling(0.975 * (drawn.Length - 1))]);
    }

    private static int Weight((double Score, int Person, int Other) pair, int[]? drawn) =>
        drawn is null ? 1 : pair.Person == pair.Other ? drawn[pair.Person] : drawn[pair.Person] * drawn[pair.Other];

    // The lowest threshold that accepts no more than that share of different people.
    private double Threshold(double falseAcceptRate, int[]? drawn)
    {
        var allowed = falseAcceptRate * _impostors.Sum(p => (long)Weight(p, drawn));
        var accepted = 0L;
        foreach (var pair in _impostors)
        {
            accepted += Weight(pair, drawn);
            if (accepted > allowed)
            {
                return Math.BitIncrement(pair.Score);
            }
        }

        return -1;
    }

    private static double ShareOver((double Score, int Person, int Other)[] pairs, double threshold, int[]? drawn)
    {
        var (over, all) = (0L, 0L);
        foreach (var pair in pairs)
        {
            var weight = Weight(pair, drawn);
            all += weight;
            over += pair.Score >= threshold ? weight : 0;
        }

        return all == 0 ? double.NaN : (double)over / all;
    }

    private double EqualErrorRate(int[]? drawn)
    {
        var (genuine, impostors) = (_genuine.Sum(p => (long)Weight(p, drawn)), _impostors.Sum(p => (long)Weight(p, drawn)));
        if (genuine == 0 || impostors == 0)
        {
            return double.NaN;
        }

        var (accepted, wrong, next) = (0L, 0L, 0);
        foreach (var pair in _impostors)
        {
            for (; next < _genuine.Length && _genuine[next].Score >= pair.Score; next++)
            {
                accepted += Weight(_genuine[next], drawn);
            }

            var (missed, falsely) = (1 - ((double)accepted / genuine), (double)wrong / impostors);
            wrong += Weight(pair, drawn);
            if ((double)wrong / impostors >= missed)
            {
                return (missed + Math.Max(falsely, Math.Min(missed, (double)wrong / impostors))) / 2;
            }
        }

        return 0;
    }
}
