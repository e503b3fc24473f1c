using System.Globalization;
using System.Text.Json;
using MediaGuard.Media;

namespace MediaGuard.Vision.Evaluation;

/// <summary>Several ways of looking at the same pictures, a row each, as a page, as text and as JSON. No picture, no file's name.</summary>
public static class FaceRowsReport
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web);

    private static string[] Head =>
    [
        "",
        Words.Text("every size, any"),
        Words.Text("every size, sure"),
        Words.Text("20 px and over, any"),
        Words.Text("32 px and over, any"),
        Words.Text("false faces a picture, any"),
        Words.Text("sure"),
    ];

    /// <summary>Self-contained: nothing is fetched.</summary>
    public static string Html(string title, IReadOnlyList<FaceRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var first = rows[0].Figures;
        return new ReportPage(title)
            .Say(Words.Text($"{first.Faces} labelled faces in {first.Pictures} pictures, and {first.EmptyPictures} pictures without faces. {first.Unread} files could not be read."))
            .Say(Words.Text("Sizes are the shorter side of the face in the picture as it was looked at. Any: as a face or as a maybe. Sure: as a face. In brackets the Wilson interval at 95 %."))
            .Table(Head, rows.Select(Cells))
            .ToHtml();
    }

    /// <summary>For the terminal: the columns of a Markdown table.</summary>
    public static string Text(IReadOnlyList<FaceRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return string.Join(
            Environment.NewLine, new[] { Head, [.. Head.Select(_ => "---")] }.Concat(rows.Select(Cells)).Select(cells => $"| {string.Join(" | ", cells)} |"));
    }

    /// <summary>One object on one line.</summary>
    public static string Json(IReadOnlyList<FaceRow> rows, char? half)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return JsonSerializer.Serialize(
            new
            {
                half = half?.ToString(),
                rows = rows.Select(r => new
                {
                    name = r.Name,
                    models = r.Figures.Models,
                    faces = r.Figures.Faces,
                    recall = r.Figures.Bands.Select(b => new { atLeast = b.Least, below = b.Below, of = b.Any.Of, any = b.Any.Hits, sure = b.Sure.Hits }),
                    emptyPictures = r.Figures.EmptyPictures,
                    falseAny = r.Figures.FalseAnyRate,
                    falseSure = r.Figures.FalseSureRate,
                    unlabelled = r.Figures.Unlabelled,
                }),
            },
            Lines);
    }

    private static string[] Cells(FaceRow row)
    {
        var figures = row.Figures;
        return
        [
            row.Name,
            Band(figures, 0).Any.ToString(),
            Band(figures, 0).Sure.ToString(),
            Band(figures, 20).Any.ToString(),
            Band(figures, 32).Any.ToString(),
            figures.EmptyPictures == 0 ? Words.Text("none") : figures.FalseAnyRate.ToString("0.00", CultureInfo.InvariantCulture),
            figures.EmptyPictures == 0 ? Words.Text("none") : figures.FalseSureRate.ToString("0.00", CultureInfo.InvariantCulture),
        ];
    }

    private static FaceSizeBand Band(FaceFigures figures, int least) => figures.Bands.Single(b => b.Least == least && b.Below is null);
}
