using System.Text.Json;
using MediaGuard.Media;
using MediaGuard.Vision.Detection;
using MediaGuard.Vision.Evaluation;

namespace MediaGuard.Vision.Tests.Evaluation;

public sealed class FaceReportTests
{
    private static readonly PixelBox Face = new(100, 100, 40, 50);

    [Test]
    public void Json_Figures_HoldsWhatWasCounted()
    {
        using var json = JsonDocument.Parse(FaceReport.Json(Figures(found: true), 'b'));
        var root = json.RootElement;

        Assert.That(root.GetProperty("half").GetString(), Is.EqualTo("b"));
        Assert.That((root.GetProperty("faces").GetInt32(), root.GetProperty("falseAny").GetDouble(), root.GetProperty("unread").GetInt32()), Is.EqualTo((1, 1.0, 1)));
        Assert.That(root.GetProperty("recall").EnumerateArray().Last().GetProperty("any").GetProperty("found").GetInt32(), Is.EqualTo(1), "every size");
        Assert.That(root.GetProperty("reliability").EnumerateArray().Sum(b => b.GetProperty("of").GetInt32()), Is.EqualTo(2));
        Assert.That(root.GetProperty("operating").GetProperty("recall").GetDouble(), Is.EqualTo(1));
    }

    [Test]
    public void Text_Figures_SaysEveryBandAndTheFalseFaces()
    {
        var text = FaceReport.Text(Figures(found: true));

        Assert.That(text, Does.Contain("32 to 64 px").And.Contain("every size").And.Contain("100.0 % (20.7–100.0) of 1").And.Contain("1.00 any"));
    }

    [Test]
    public void Rows_TwoWays_StandBelowEachOther()
    {
        FaceRow[] rows = [new("together", Figures(found: true)), new("a <detector> alone", Figures(found: false))];

        var lines = FaceRowsReport.Text(rows).Split(Environment.NewLine);
        var page = FaceRowsReport.Html("Ways", rows);

        Assert.That(lines, Has.Length.EqualTo(4));
        Assert.That(lines[2], Does.StartWith("| together | 100.0 %"));
        Assert.That(lines[3], Does.StartWith("| a <detector> alone | 0.0 %"));
        Assert.That(page, Does.Contain("a &lt;detector&gt; alone").And.Not.Contain("<detector>"));
        using var json = JsonDocument.Parse(FaceRowsReport.Json(rows, null));
        Assert.That(json.RootElement.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("recall").EnumerateArray().Last().GetProperty("any").GetInt32()), Is.EqualTo(new[] { 1, 0 }));
    }

    private static FaceFigures Figures(bool found)
    {
        var tally = new FaceTally();
        var region = new FaceRegion(Face, 0.9, false, [], []);
        tally.Add([Face], new FaceSighting(found ? [region] : [], ["a@1"]));
        tally.Add([], new FaceSighting([region], ["a@1"]));
        tally.AddUnread();
        return tally.Figures();
    }
}
