using System.Globalization;
using MediaGuard.Vision.Evaluation;

namespace MediaGuard.Vision.Matching.Evaluation;

/// <summary>Writes the figures as a page.</summary>
internal static class MatchingPage
{
    public static string Write(MatchingFigures figures, IReadOnlyList<double> genuine, IReadOnlyList<double> impostors, DateTimeOffset madeAt)
    {
        var page = new ReportPage("How well faces are told apart")
            .Say(Text($"Made {madeAt:yyyy-MM-dd HH:mm} UTC with {figures.Model}: {figures.Photos} photos of {figures.People} people. People are numbered in the order of their folders' names, photos in the order of their files' names."))
            .Say("What was measured here holds for these people only. Public sets hold adults; children look more alike, and children who are related more still.");
        if (!figures.LeftOut.IsEmpty)
        {
            page.Say("Left out: " + string.Join(", ", figures.LeftOut.Select(l => $"{l.Value} {l.Key}")) + ".");
        }

        page.Plot("How alike two photos are: of the same person, and of different people", ReportPlot.Shares("cosine", [("the same person", genuine), ("different people", impostors)], -0.4, 1, 56))
            .Heading("At the program's thresholds")
            .Table(
                ["", "threshold", "different people accepted", "the same person accepted"],
                figures.Operating.Select(o => new[] { o.Name, Text($"{o.Threshold:0.00}"), Percent(o.FalseAcceptRate), Percent(o.TrueAcceptRate) }))
            .Say(Text($"Each person enrolled from the first photo and looked for in the others ({figures.Identified.Asked} photos): {figures.Identified.Right} named rightly, {figures.Identified.Wrong} wrongly, {figures.Identified.NotSure} not sure, {figures.Identified.Nobody} nobody; least margin {figures.Identified.LeastMargin:0.00}."))
            .Heading("At given false accept rates")
            .Table(
                ["different people accepted", "threshold", "the same person accepted"],
                figures.Rates.Select(r => new[] { Text($"{r.FalseAcceptRate:0.####}{(r.IsResolved ? "" : " (too few pairs to tell)")}"), Plain(r.Threshold), Percent(r.TrueAcceptRate) }))
            .Say($"Equal error rate {Percent(figures.EqualErrorRate)}; {figures.GenuinePairs} pairs of the same person, {figures.ImpostorPairs} of different people. In brackets the 95 % interval from drawing the people anew 400 times.")
            .Plot("The same person accepted against different people accepted", Curve(genuine, impostors))
            .Heading("Different people who look most alike")
            .Table(["person", "photo", "other person", "photo", "cosine"], figures.Closest.Select(c => new[] { Text($"{c.Person}"), Text($"{c.Photo}"), Text($"{c.OtherPerson}"), Text($"{c.OtherPhoto}"), Text($"{c.Similarity:0.000}") }))
            .Heading("People who are hardest to recognise")
            .Table(["person", "photos", "least cosine between two"], figures.Worst.Take(20).Select(w => new[] { Text($"{w.Person}"), Text($"{w.Photos}"), Text($"{w.Least:0.000}") }));
        return page.ToHtml();
    }

    private static string Curve(IReadOnlyList<double> genuine, IReadOnlyList<double> impostors)
    {
        var points = Enumerable.Range(0, 101).Select(i => -0.2 + (i * 0.012)).Select(t => (
            Wrong: Math.Log10(Math.Max(1e-6, impostors.Count(s => s >= t) / (double)Math.Max(1, impostors.Count))),
            Right: genuine.Count(s => s >= t) / (double)Math.Max(1, genuine.Count))).ToList();
        return ReportPlot.Lines("different people accepted (powers of ten)", "the same person accepted", [new PlotSeries("all thresholds", [.. points.Select(p => p.Wrong)], [.. points.Select(p => p.Right)])]);
    }

    private static string Percent(Estimate e) => Text($"{100 * e.Value:0.00} % ({100 * e.Low:0.00}–{100 * e.High:0.00})");

    private static string Plain(Estimate e) => Text($"{e.Value:0.000} ({e.Low:0.000}–{e.High:0.000})");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
