using MediaGuard.Bench.Consent.Term;
using MediaGuard.Media;

namespace MediaGuard.Consent.Tests;

/// <summary>What the rules cost a class and what they catch, on made-up terms (docs/simulated-term.md).</summary>
public sealed class TermSimulationTests
{
    [Test]
    [Property("Requirement", "C6")]
    public void Run_TermsOfOneClass_KeepBackLittleAndFarLessThanEveryUnknownFace()
    {
        var figures = TermSimulation.Run(new TermModel(), seed: 1, terms: 20);
        TestContext.Out.WriteLine(figures.Text());
        var (seesaw, website) = (figures.Channels[ChannelId.Seesaw], figures.Channels[ChannelId.Website]);
        Assert.Multiple(() =>
        {
            Assert.That(seesaw.NaiveKeptBack, Is.InRange(0.70, 0.80), "the model is the one that was asked for");
            Assert.That(website.KeptBack, Is.LessThanOrEqualTo(0.35));
            Assert.That(seesaw.KeptBack, Is.LessThanOrEqualTo(0.15));
            Assert.That(figures.TapsAPhoto, Is.LessThan(1.0));
            Assert.That(seesaw.Wrong / (double)seesaw.Asked, Is.LessThan(0.002));
            Assert.That(website.Wrong / (double)website.Asked, Is.LessThan(0.003));
            Assert.That(website.WrongBeforeAnybodyLooked, Is.Zero, "no face never clears the website");
            Assert.That(figures.Looks * 20.0 / (seesaw.Asked + website.Asked), Is.InRange(0.4, 1.0), "one in twenty of what the sheets cleared");
        });
    }

    [Test]
    public void Run_NobodyErrs_NothingIsWrongButWhatNoFaceCleared()
    {
        var figures = TermSimulation.Run(new TermModel { Errs = 0 }, seed: 2, terms: 10);
        Assert.That(figures.Channels[ChannelId.Website].Wrong, Is.Zero);
        Assert.That(figures.Channels[ChannelId.Seesaw].Wrong, Is.EqualTo(figures.Channels[ChannelId.Seesaw].WrongBeforeAnybodyLooked));
        Assert.That(figures.Overlooked, Is.Zero);
    }

    [Test]
    public void Run_EveryoneErrsOften_SecondLooksCatchSome()
    {
        var figures = TermSimulation.Run(new TermModel { Errs = 0.1 }, seed: 3, terms: 10);
        Assert.That(figures.Overlooked, Is.GreaterThan(100));
        Assert.That(figures.Caught / (double)figures.Overlooked, Is.GreaterThan(0.04));
    }

    [Test]
    public void Run_SameSeed_GivesTheSameFigures()
    {
        var first = TermSimulation.Run(new TermModel(), 4, 2).Text();
        var again = TermSimulation.Run(new TermModel(), 4, 2).Text();
        Assert.That(again, Is.EqualTo(first));
    }
}
