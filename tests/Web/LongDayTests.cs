using System.Text.RegularExpressions;
using MediaGuard.Bench.Pages;
using MediaGuard.Media;
using MediaGuard.Records;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

/// <summary>A day of many photos is drawn in pieces, and no photo is left out or drawn twice.</summary>
public sealed partial class LongDayTests
{
    private SchoolRig rig = null!;
    private int before;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        rig = await SchoolRig.StartAsync();
        before = Cards(await (await rig.AsAsync(SchoolRole.Teacher)).ReadAsync($"/teacher?class={rig.Oak}")).Count;
        await using var db = rig.Services.GetRequiredService<IRecordsFactory>().Open(rig.School);
        await MorePhotos.AddAsync(db, rig.Oak, 120, rig.Oak, 0);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    public async Task Teacher_ScrollsThroughALongDay_GetsEveryPhotoOnce()
    {
        var teacher = await rig.AsAsync(SchoolRole.Teacher);
        var page = await teacher.ReadAsync($"/teacher?class={rig.Oak}");
        var seen = Cards(page);
        Assert.That(seen, Has.Count.EqualTo(60));
        while (Next().Match(page) is { Success: true } next)
        {
            Assert.That(seen, Has.Count.EqualTo(int.Parse(next.Groups["from"].Value, System.Globalization.CultureInfo.InvariantCulture)));
            page = await teacher.ReadAsync(System.Net.WebUtility.HtmlDecode(next.Groups["path"].Value));
            seen.AddRange(Cards(page));
            Assert.That(page, Does.Contain("hx-swap-oob=\"outerHTML:#grid").And.Not.Contain("<html"));
        }

        Assert.That(seen, Is.Unique.And.Count.EqualTo(120 + before));
    }

    [Test]
    public async Task Grid_DrawnAnew_KeepsAsManyAsWereThere() =>
        Assert.That(Cards(await (await rig.AsAsync(SchoolRole.Teacher)).ReadAsync($"/teacher?handler=NewsGrid&class={rig.Oak}&day={rig.DayText}&upto=120")), Has.Count.EqualTo(120));

    [Test]
    public async Task Link_WithoutScripts_ShowsTheNextOnesAndTheWayBack()
    {
        var page = await (await rig.AsAsync(SchoolRole.Teacher)).ReadAsync($"/teacher?class={rig.Oak}&day={rig.DayText}&from=120");
        Assert.That(Cards(page), Has.Count.EqualTo(before));
        Assert.That(page, Does.Contain("Show the day from its first photo").And.Not.Contain("Show the next"));
    }

    [TestCase("from=-1")]
    [TestCase("from=9999999")]
    [TestCase("upto=2147483647")]
    public async Task Piece_NoneOrMoreThanThereAre_BreaksNothing(string piece) =>
        Assert.That(await (await rig.AsAsync(SchoolRole.Teacher)).ReadAsync($"/teacher?class={rig.Oak}&{piece}"), Does.Contain("</html>"));

    private static List<string> Cards(string page) => [.. Card().Matches(page).Select(m => m.Groups["id"].Value)];

    [GeneratedRegex("class=\"card\" id=\"p-(?<id>[0-9a-f-]+)\"")]
    private static partial Regex Card();

    [GeneratedRegex("class=\"more\" hx-get=\"(?<path>[^\"]*from=(?<from>[0-9]+))\"")]
    private static partial Regex Next();
}
