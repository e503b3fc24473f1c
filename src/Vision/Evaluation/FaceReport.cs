using System.Globalization;
using System.Text.Json;

namespace MediaGuard.Vision.Evaluation;

/// <summary>The figures as a page, as text and as JSON. No picture, no file's name.</summary>
public static class FaceReport
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web);

    /// <summary>Self-contained: nothing is fetched.</summary>
    public static string Html(FaceFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var page = new ReportPage("How many faces are found")
            .Say($"{figures.Faces} labelled faces in {figures.Pictures} pictures, and {figures.EmptyPictures} pictures without faces. {figures.Unread} files could not be read.")
            .Say("Models: " + string.Join(", ", figures.Models))
            .Say("Any: shown to the office, as a face or as a maybe; this is the operating point. Sure: shown as a face. Found: a box overlaps the label by at least "
                + string.Create(CultureInfo.InvariantCulture, $"{FaceMatching.LeastOverlap} (intersection over union). In brackets the Wilson interval at 95 %."))
            .Heading("Faces found, by the shorter side of the face")
            .Table(["size", "any", "sure"], figures.Bands.Select(b => new[] { b.Name, b.Any.ToString(), b.Sure.ToString() }))
            .Heading("Faces that are none")
            .Table(
                ["", "any", "sure"],
                [
                    ["a picture without faces", Two(figures.FalseAnyRate), Two(figures.FalseSureRate)],
                    ["in all of them", Whole(figures.FalseAny), Whole(figures.FalseSure)],
                    ["boxes in labelled pictures that show no labelled face", Whole(figures.Unlabelled), ""],
                ])
            .Say($"Pictures without faces that got one: {figures.Spoilt}.")
            .Heading("What another threshold would do");
        var shown = figures.Curve.Where(p => p.Recall > 0).ToList();
        var filled = figures.Reliability.Where(b => b.Right.Of > 0).ToList();
        return page
            .Plot(
                "Precision against recall of faces of 20 pixels and over, as the least confidence rises",
                ReportPlot.Lines(
                    "recall, faces of 20 px and over", "precision", [new PlotSeries("least confidence 0 to 1", [.. shown.Select(p => p.Recall)], [.. shown.Select(p => p.Precision)])],
                    [("operating point", figures.Operating.Recall, figures.Operating.Precision)], (0, 1.02, 0, 1.02)))
            .Plot(
                "False faces a picture without faces, and faces missed, by least confidence",
                ReportPlot.Lines(
                    "least confidence",
                    "false faces a picture; share of faces missed",
                    [
                        new PlotSeries("false faces a picture", [.. figures.Curve.Select(p => p.Confidence)], [.. figures.Curve.Select(p => p.FalseRate)]),
                        new PlotSeries("faces of 20 px and over missed", [.. figures.Curve.Select(p => p.Confidence)], [.. figures.Curve.Select(p => 1 - p.Recall)]),
                    ]))
            .Heading("What the confidence is worth")
            .Say("Of boxes of about one confidence, in labelled pictures and in those without faces, the share that shows a labelled face. A face nobody labelled counts as none.")
            .Table(["confidence", "mean", "faces"], filled.Select(b => new[] { $"{Two(b.Least)} to {Two(b.Below)}", Two(b.Mean), b.Right.ToString() }))
            .Plot(
                "The share of boxes that show a labelled face, by their confidence; on the diagonal the confidence is exactly right",
                ReportPlot.Lines(
                    "confidence",
                    "share of faces",
                    [
                        new PlotSeries("measured", [.. filled.Select(b => b.Mean)], [.. filled.Select(b => b.Right.Value)]),
                        new PlotSeries("exactly right", [0, 1], [0, 1]),
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
