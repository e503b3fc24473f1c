using MediaGuard.Vision.Matching;
using MediaGuard.Vision.Matching.Evaluation;

namespace MediaGuard.Vision.Tests.Matching;

public sealed class PairScoresTests
{
    [Test]
    public void At_TwoPeopleFarApart_AcceptsAllAndHasNoError()
    {
        var scores = new PairScores([(0, At(0)), (0, At(0.2)), (1, At(1.5)), (1, At(1.7))]);
        Assert.That((scores.Genuine.Count, scores.Impostors.Count), Is.EqualTo((2, 4)));
        Assert.That(scores.EqualErrorRate().Value, Is.Zero);
        Assert.That(scores.At(1e-2).TrueAcceptRate.Value, Is.EqualTo(1));
        Assert.That(scores.At(1e-2).IsResolved, Is.False, "four pairs do not tell one in a hundred");
        Assert.That(scores.Operating("x", 0.9).FalseAcceptRate, Is.EqualTo(new Estimate(0, 0, 0.49)).Using<Estimate>((a, b) => a.Value == b.Value && Math.Abs(a.High - b.High) < 0.01), "none of four is not none");
    }

    [Test]
    public void Figures_OneOfFourPairsConfused_AreThose()
    {
        // genuine: cos 0.1, cos 0.9; impostors: cos 0.5, cos 1.4, cos 0.4, cos 0.5
        var scores = new PairScores([(0, At(0)), (0, At(0.1)), (1, At(0.5)), (1, At(1.4))]);
        var operating = scores.Operating("x", Math.Cos(0.45));
        Assert.That(operating.FalseAcceptRate.Value, Is.EqualTo(0.25));
        Assert.That(operating.TrueAcceptRate.Value, Is.EqualTo(0.5));
        Assert.That(scores.At(0.25).Threshold.Value, Is.EqualTo(Math.Cos(0.5)).Within(1e-5).And.GreaterThan(Math.Cos(0.5) - 1e-6));
        Assert.That(scores.EqualErrorRate().Value, Is.EqualTo(0.5).Within(1e-9));
        Assert.That(scores.EqualErrorRate().Low, Is.LessThanOrEqualTo(scores.EqualErrorRate().High));
    }

    private static FaceEmbedding At(double angle)
    {
        var values = new float[FaceEmbedding.Size];
        (values[0], values[1]) = ((float)Math.Cos(angle), (float)Math.Sin(angle));
        return FaceEmbedding.Of(values);
    }
}
