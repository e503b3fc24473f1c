using System.Globalization;
using System.Text.Json;
using MediaGuard.Media;

namespace MediaGuard.Vision.Evaluation;

/// <summary>The figures as a page, as text and as JSON. No picture, no file's name.</summary>
public static class FaceReport
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web);

    /// <summary>Self-contained: nothing is fetched.</summary>
    public static string Html(FaceFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var models = string.Join(", ", figures.Models);
        var page = new ReportPage(Words.Text("How many faces are found"))
            .Say(Words.Text($"{figures.Faces} labelled faces in {figures.Pictures} pictures, and {figures.EmptyPictures} pictures without faces. {figures.Unread} files could not be read."))
            .Say(Words.Text($"Models: {models}"))
            .Say(Words.Text($"Any: shown to the office, as a face or as a maybe; this is the operating point. Sure: shown as a face. Found: a box overlaps the label by at least {FaceMatching.LeastOverlap} (intersection over union). In brackets the Wilson interval at 95 %."))
            .Heading(Words.Text("Faces found, by the shorter side of the face"))
            .Table([Words.Text("size"), Words.Text("any"), Words.Text("sure")], figures.Bands.Select(b => new[] { b.Name, b.Any.ToString(), b.Sure.ToString() }))
            .Heading(Words.Text("Faces that are none"))
            .Table(
                ["", Words.Text("any"), Words.Text("sure")],
                [
                    [Words.Text("a picture without faces"), Two(figures.FalseAnyRate), Two(figures.FalseSureRate)],
                    [Words.Text("in all of them"), Whole(figures.FalseAny), Whole(figures.FalseSure)],
                    [Words.Text("boxes in labelled pictures that show no labelled face"), Whole(figures.Unlabelled), ""],
                ])
            .Say(Words.Text($"Pictures without faces that got one: {figures.Spoilt}."))
            .Heading(Words.Text("What another threshold would do"));
        var shown = figures.Curve.Where(p => p.Recall > 0).ToList();
        var filled = figures.Reliability.Where(b => b.Right.Of > 0).ToList();
        return page
            .Plot(
                Words.Text("Precision against recall of faces of 20 pixels and over, as the least confidence rises"),
                ReportPlot.Lines(
                    Words.Text("recall, faces of 20 px and over"),
                    Words.Text("precision"),
                    [new PlotSeries(Words.Text("least confidence 0 to 1"), [.. shown.Select(p => p.Recall)], [.. shown.Select(p => p.Precision)])],
                    [(Words.Text("operating point"), figures.Operating.Recall, figures.Operating.Precision)],
                    (0, 1.02, 0, 1.02)))
            .Plot(
                Words.Text("False faces a picture without faces, and faces missed, by least confidence"),
                ReportPlot.Lines(
                    Words.Text("least confidence"),
                    Words.Text("false faces a picture; share of faces missed"),
                    [
                        new PlotSeries(Words.Text("false faces a picture"), [.. figures.Curve.Select(p => p.Confidence)], [.. figures.Curve.Select(p => p.FalseRate)]),
                        new PlotSeries(Words.Text("faces of 20 px and over missed"), [.. figures.Curve.Select(p => p.Confidence)], [.. figures.Curve.Select(p => 1 - p.Recall)]),
                    ]))
            .Heading(Words.Text("What the confidence is worth"))
            .Say(Words.Text("Of boxes of about one confidence, in labelled pictures and in those without faces, the share that shows a labelled face. A face nobody labelled counts as none."))
            .Table([Words.Text("confidence"), Words.Text("mean"), Words.Text("faces")], filled.Select(b => new[] { Words.Text($"{Two(b.Least)} to {Two(b.Below)}"), Two(b.Mean), b.Right.ToString() }))
            .Plot(
                Words.Text("The share of boxes that show a labelled face, by their confidence; on the diagonal the confidence is exactly right"),
                ReportPlot.Lines(
                    Words.Text("confidence"),
                    Words.Text("share of faces"),
                    [
                        new PlotSeries(Words.Text("measured"), [.. filled.Select(b => b.Mean)], [.. filled.Select(b => b.Right.Value)]),
                        new PlotSeries(Words.Text("exactly right"), [0, 1], [0, 1]),
                    ],
                    limits: (0, 1.02, 0, 1.02)))
            .ToHtml();
    }

    /// <summary>For the terminal.</summary>
    public static string Text(FaceFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var lines = new List<string>
        {
            $"{figures.Faces} labelled faces in {figures.Pictures} pictures; {figures.EmptyPictures} pictures without faces; {figures.Unread} files could not be read",
            $"models     {string.Join(", ", figures.Models)}",
            $"{"size",-16} {"any",-30} {"sure",-30}",
        };
        lines.AddRange(figures.Bands.Select(b => $"{b.Name,-16} {b.Any,-30} {b.Sure,-30}"));
        lines.Add($"false faces a picture without faces: {Two(figures.FalseAnyRate)} any, {Two(figures.FalseSureRate)} sure; pictures that got one: {figures.Spoilt}");
        lines.Add($"boxes in labelled pictures that show no labelled face: {figures.Unlabelled}");
        return string.Join(Environment.NewLine, lines);
    }

    /// <summary>One object on one line.</summary>
    public static string Json(FaceFigures figures, char? half)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return JsonSerializer.Serialize(
            new
            {
                half = half?.ToString(),
                models = figures.Models,
                pictures = figures.Pictures,
                faces = figures.Faces,
                recall = figures.Bands.Select(b => new { atLeast = b.Least, below = b.Below, of = b.Any.Of, any = Json(b.Any), sure = Json(b.Sure) }),
                unlabelled = figures.Unlabelled,
                emptyPictures = figures.EmptyPictures,
                falseAny = figures.FalseAnyRate,
                falseSure = figures.FalseSureRate,
                spoilt = Json(figures.Spoilt),
                curve = figures.Curve,
                operating = figures.Operating,
                reliability = figures.Reliability.Select(b => new { atLeast = b.Least, below = b.Below, mean = b.Mean, of = b.Right.Of, right = b.Right.Hits }),
                unread = figures.Unread,
            },
            Lines);
    }

    private static object Json(Share share) => new { found = share.Hits, value = share.Value, low = share.Low, high = share.High };

    private static string Two(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
