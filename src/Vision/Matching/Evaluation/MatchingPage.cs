using MediaGuard.Media;
using MediaGuard.Vision.Evaluation;
using static System.FormattableString;

namespace MediaGuard.Vision.Matching.Evaluation;

/// <summary>Writes the figures as a page.</summary>
internal static class MatchingPage
{
    public static string Write(MatchingFigures figures, IReadOnlyList<double> genuine, IReadOnlyList<double> impostors, DateTimeOffset madeAt)
    {
        var page = new ReportPage(Words.Text("How well faces are told apart"))
            .Say(Words.Text($"Made {madeAt:yyyy-MM-dd HH:mm} UTC with {figures.Model}: {figures.Photos} photos of {figures.People} people. People are numbered in the order of their folders' names, photos in the order of their files' names."))
            .Say(Words.Text("What was measured here holds for these people only. Public sets hold adults; children look more alike, and children who are related more still."));
        if (!figures.LeftOut.IsEmpty)
        {
            var leftOut = string.Join(", ", figures.LeftOut.Select(l => $"{l.Value} {l.Key}"));
            page.Say(Words.Text($"Left out: {leftOut}."));
        }

        page.Plot(
                Words.Text("How alike two photos are: of the same person, and of different people"),
                ReportPlot.Shares(Words.Text("cosine"), [(Words.Text("the same person"), genuine), (Words.Text("different people"), impostors)], -0.4, 1, 56))
            .Heading(Words.Text("At the program's thresholds"))
            .Table(
                ["", Words.Text("threshold"), Words.Text("different people accepted"), Words.Text("the same person accepted")],
                figures.Operating.Select(o => new[] { NameOf(o), Invariant($"{o.Threshold:0.00}"), Percent(o.FalseAcceptRate), Percent(o.TrueAcceptRate) }))
            .Say(Words.Text($"Each person enrolled from the first photo and looked for in the others ({figures.Identified.Asked} photos): {figures.Identified.Right} named rightly, {figures.Identified.Wrong} wrongly, {figures.Identified.NotSure} not sure, {figures.Identified.Nobody} nobody; least margin {figures.Identified.LeastMargin:0.00}."))
            .Heading(Words.Text("At given false accept rates"))
            .Table(
                [Words.Text("different people accepted"), Words.Text("threshold"), Words.Text("the same person accepted")],
                figures.Rates.Select(r => new[] { RateOf(r), Plain(r.Threshold), Percent(r.TrueAcceptRate) }))
            .Say(Words.Text($"Equal error rate {Percent(figures.EqualErrorRate)}; {figures.GenuinePairs} pairs of the same person, {figures.ImpostorPairs} of different people. In brackets the 95 % interval from drawing the people anew 400 times."))
            .Plot(Words.Text("The same person accepted against different people accepted"), Curve(genuine, impostors))
            .Heading(Words.Text("Different people who look most alike"))
            .Table(
                [Words.Text("person"), Words.Text("photo"), Words.Text("other person"), Words.Text("photo"), Words.Text("cosine")],
                figures.Closest.Select(c => new[] { Invariant($"{c.Person}"), Invariant($"{c.Photo}"), Invariant($"{c.OtherPerson}"), Invariant($"{c.OtherPhoto}"), Invariant($"{c.Similarity:0.000}") }))
            .Heading(Words.Text("People who are hardest to recognise"))
            .Table(
                [Words.Text("person"), Words.Text("photos"), Words.Text("least cosine between two")],
                figures.Worst.Take(20).Select(w => new[] { Invariant($"{w.Person}"), Invariant($"{w.Photos}"), Invariant($"{w.Least:0.000}") }));
        return page.ToHtml();
    }

    private static string Curve(IReadOnlyList<double> genuine, IReadOnlyList<double> impostors)
    {
        var points = Enumerable.Range(0, 101).Select(i => -0.2 + (i * 0.012)).Select(t => (
            Wrong: Math.Log10(Math.Max(1e-6, impostors.Count(s => s >= t) / (double)Math.Max(1, impostors.Count))),
            Right: genuine.Count(s => s >= t) / (double)Math.Max(1, genuine.Count))).ToList();
        return ReportPlot.Lines(
            Words.Text("different people accepted (powers of ten)"),
            Words.Text("the same person accepted"),
            [new PlotSeries(Words.Text("all thresholds"), [.. points.Select(p => p.Wrong)], [.. points.Select(p => p.Right)])]);
    }

    /// <summary>The figures are kept with English names; the page says them in the program's language.</summary>
    private static string NameOf(OperatingFigure figure) =>
        figure.Threshold == MatchThresholds.InPool ? Words.Text("somebody the picture may show") : Words.Text("somebody else of the school");

    private static string RateOf(RateFigure rate) =>
        rate.IsResolved ? Invariant($"{rate.FalseAcceptRate:0.####}") : Words.Text($"{rate.FalseAcceptRate:0.####} (too few pairs to tell)");

    private static string Percent(Estimate e) => Invariant($"{100 * e.Value:0.00} % ({100 * e.Low:0.00}–{100 * e.High:0.00})");

    private static string Plain(Estimate e) => Invariant($"{e.Value:0.000} ({e.Low:0.000}–{e.High:0.000})");
}
