using System.Globalization;

namespace MediaGuard.Vision.Matching.Evaluation;

/// <summary>Writes the figures for the terminal: numbers stand for people and photos.</summary>
internal static class MatchingText
{
    private const int Shown = 5;

    public static string Write(MatchingFigures figures)
    {
        var lines = new List<string>
        {
            Text($"{figures.Photos} photos of {figures.People} people with {figures.Model}; {figures.GenuinePairs} pairs of the same person, {figures.ImpostorPairs} of different people"),
        };
        if (!figures.LeftOut.IsEmpty)
        {
            lines.Add("left out: " + string.Join(", ", figures.LeftOut.Select(l => $"{l.Value} {l.Key}")));
        }

        lines.Add($"equal error rate {Percent(figures.EqualErrorRate)}");
        lines.Add(Row("different people accepted", "threshold", "the same person accepted"));
        lines.AddRange(figures.Rates.Select(r => Row(Text($"1 in {1 / r.FalseAcceptRate:#,0}{(r.IsResolved ? "" : ", too few pairs to tell")}"), Plain(r.Threshold), Percent(r.TrueAcceptRate))));
        lines.AddRange(figures.Operating.Select(o => Row($"{Percent(o.FalseAcceptRate)}", Text($"{o.Threshold:0.00}, {o.Name}"), Percent(o.TrueAcceptRate))));
        var seen = figures.Identified;
        lines.Add(Text($"each enrolled from the first photo and looked for in the others: {seen.Right} of {seen.Asked} named rightly, {seen.Wrong} wrongly, {seen.NotSure} not sure, {seen.Nobody} nobody; least margin {seen.LeastMargin:0.000}"));
        lines.Add("hardest to recognise: " + string.Join("; ", figures.Worst.Take(Shown).Select(w => Text($"person {w.Person} {w.Least:0.000}"))));
        lines.Add("most alike: " + string.Join("; ", figures.Closest.Take(Shown).Select(c => Text($"person {c.Person} photo {c.Photo} and person {c.OtherPerson} photo {c.OtherPhoto} {c.Similarity:0.000}"))));
        lines.Add("In brackets the 95 % interval. People are numbered in the order of their folders' names; what holds for them may hold for nobody else.");
        return string.Join(Environment.NewLine, lines);
    }

    private static string Row(string first, string second, string third) => $"{first,-36} {second,-40} {third}";

    private static string Percent(Estimate e) => Text($"{100 * e.Value:0.00} % ({100 * e.Low:0.00}–{100 * e.High:0.00})");

    private static string Plain(Estimate e) => Text($"{e.Value:0.000} ({e.Low:0.000}–{e.High:0.000})");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
