using MediaGuard.Media;
using MediaGuard.Vision.Detection;
using MediaGuard.Vision.Evaluation;

namespace MediaGuard.Vision.Tests.Evaluation;

public sealed class FaceTallyTests
{
    private static readonly PixelBox Small = new(10, 10, 18, 22);
    private static readonly PixelBox Large = new(100, 100, 70, 80);

    [Test]
    public void Figures_OneFoundOneMissed_CountsEachInItsBand()
    {
        var tally = new FaceTally();
        tally.Add([Small, Large], Seen(Face(Large, 0.9), Face(new PixelBox(300, 300, 40, 40), 0.3, isDoubtful: true)));

        var figures = tally.Figures();

        Assert.That(Band(figures, 16).Any, Is.EqualTo(new Share(0, 1)));
        Assert.That(Band(figures, 64).Any, Is.EqualTo(new Share(1, 1)));
        Assert.That(figures.Unlabelled, Is.EqualTo(1));
    }

    [Test]
    public void Figures_Maybe_CountsAsAnyAndNotAsSure()
    {
        var tally = new FaceTally();
        tally.Add([Large], Seen(Face(Large, 0.3, isDoubtful: true)));
        tally.Add([], Seen(Face(Large, 0.3, isDoubtful: true)));
        tally.Add([], Seen());

        var figures = tally.Figures();

        Assert.That((Band(figures, 64).Any.Hits, Band(figures, 64).Sure.Hits), Is.EqualTo((1, 0)));
        Assert.That((figures.FalseAnyRate, figures.FalseSureRate, figures.Spoilt), Is.EqualTo((0.5, 0.0, new Share(1, 2))));
    }

    [Test]
    public void Figures_OneBoxOverTwoLabels_FindsOne()
    {
        var tally = new FaceTally();
        tally.Add([Large, Large with { X = 110 }], Seen(Face(Large, 0.9)));

        Assert.That(Band(tally.Figures(), 64).Any, Is.EqualTo(new Share(1, 2)));
    }

    [Test]
    public void Share_EightyOne_HasWilsonsInterval()
    {
        var share = new Share(81, 86);

        Assert.That(share.Low, Is.EqualTo(0.871).Within(0.001));
        Assert.That(share.High, Is.EqualTo(0.975).Within(0.001));
        Assert.That((new Share(0, 0).Low, new Share(0, 0).High), Is.EqualTo((0.0, 1.0)));
    }

    [Test]
    public void Html_Always_FetchesNothingAndRunsNothing()
    {
        var tally = new FaceTally();
        tally.Add([Large], Seen(Face(Large, 0.9)));

        var page = FaceReport.Html(tally.Figures());

        Assert.That(page, Does.Contain("<svg").And.Contain("64 px and over").And.Not.Contain("<script").And.Not.Contain("src="));
        Assert.That(page, Does.Contain("What the confidence is worth").And.Contain("0.90 to 1.00"));
    }

    [Test]
    public void Curve_BelowTheOperatingPoint_CountsWhatWasNotShown()
    {
        var tally = new FaceTally();
        tally.Add([Large], Seen() with { Unlikely = [Face(Large, 0.12)] });
        tally.Add([], Seen() with { Unlikely = [Face(Large, 0.07)] });

        var figures = tally.Figures();

        Assert.That((Band(figures, 64).Any.Hits, figures.FalseAny, figures.Spoilt.Hits, figures.Operating.Recall), Is.EqualTo((0, 0, 0, 0.0)), "nothing of it was shown");
        Assert.That((figures.Curve[5].Recall, figures.Curve[5].FalseRate), Is.EqualTo((1.0, 1.0)));
        Assert.That((figures.Curve[10].Recall, figures.Curve[10].FalseRate), Is.EqualTo((1.0, 0.0)));
        Assert.That(figures.Curve[13].Recall, Is.Zero);
    }

    [Test]
    public void Curve_FaceShownAndAnotherBoxNotShown_CountsTheFaceOnce()
    {
        var tally = new FaceTally();
        tally.Add([Large], Seen(Face(Large, 0.9)) with { Unlikely = [Face(Large, 0.1)] });

        var figures = tally.Figures();

        Assert.That((figures.Faces, figures.Curve[0].Recall, figures.Curve[0].Precision), Is.EqualTo((1, 1.0, 0.5)));
    }

    [Test]
    public void Reliability_BoxesOfOneConfidence_SaysTheShareThatIsRight()
    {
        var tally = new FaceTally();
        tally.Add([Large], Seen(Face(Large, 0.81), Face(new PixelBox(300, 300, 40, 40), 0.83)));
        tally.Add([], Seen(Face(Large, 0.85)));
        tally.Add([Large], Seen(Face(Large, 1)));

        var bins = tally.Figures().Reliability;

        Assert.That((bins[8].Least, bins[8].Right), Is.EqualTo((0.8, new Share(1, 3))));
        Assert.That(bins[8].Mean, Is.EqualTo(0.83).Within(1e-9));
        Assert.That(bins[9].Right, Is.EqualTo(new Share(1, 1)), "the last holds one too");
        Assert.That(bins[3].Right.Of, Is.Zero);
    }

    private static FaceSizeBand Band(FaceFigures figures, int least) => figures.Bands.First(b => b.Least == least);

    private static FaceSighting Seen(params FaceRegion[] faces) => new([.. faces], ["a@1"]);

    private static FaceRegion Face(PixelBox box, double confidence, bool isDoubtful = false) => new(box, confidence, isDoubtful, [], []);
}
