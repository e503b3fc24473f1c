using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MediaGuard.Journeys.Tests.Browser;

/// <summary>
/// The whole journey as people go it: the real executable, real photos, a real browser. The stages follow one another on one school;
/// a stage after a broken one has nothing to stand on and is not run.
/// </summary>
[TestFixture, NonParallelizable, FixtureLifeCycle(LifeCycle.SingleInstance)]
public sealed class WholeJourneyTests
{
    // heights tell the photos apart where no name is shown: the demo crops both
    private const string Assembly = "img[height='768']";
    private const string DevAgain = "img[height='675']";

    private static readonly LocatorAssertionsToBeVisibleOptions Soon = new() { Timeout = 60_000 };
    private static readonly LocatorAssertionsToHaveTextOptions SoonText = new() { Timeout = 60_000 };

    private ServedDemo? school;
    private Chromium? chromium;
    private Desk? teacher;
    private Desk? office;
    private Desk? editor;

    private ServedDemo School => school!;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        chromium = await Chromium.StartAsync();
        school = await ServedDemo.StartAsync();
        teacher = await Desk.OpenAsync(chromium, School, "teacher");
    }

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        foreach (var desk in new IAsyncDisposable?[] { teacher, office, editor, chromium, school })
        {
            await (desk?.DisposeAsync() ?? default);
        }
    }

    [TearDown]
    public void SayWhatTheProgramSaid()
    {
        if (TestContext.CurrentContext.Result.FailCount > 0)
        {
            TestContext.Out.WriteLine(school?.Output);
        }
    }

    [Test]
    public async Task Photos_DroppedIntoTheShare_ComeThroughBeforeTheTeachersEyes()
    {
        var oak = teacher!.Page;
        await oak.GetByRole(AriaRole.Link, new() { Name = "Oak", Exact = true }).ClickAsync();
        await Expect(oak.GetByText("No photos yet today")).ToBeVisibleAsync();
        await teacher.ShootAsync("1a-empty-day");
        await oak.EvaluateAsync("window.isTheSamePage = true");

        var watch = Stopwatch.StartNew();
        var dropped = School.Drop();
        await Expect(oak.Locator(".card")).ToHaveCountAsync(5, new() { Timeout = 60_000 });
        await teacher.ShootAsync("1b-photos-come-in");
        await Expect(Count(oak, "On the way")).ToHaveTextAsync("0", SoonText);
        await Expect(Count(oak, "Cleared")).ToHaveTextAsync("2", SoonText);
        await Expect(Count(oak, "Waiting")).ToHaveTextAsync("2", SoonText);
        await Expect(Count(oak, "Can’t be used")).ToHaveTextAsync("1", SoonText);
        await Expect(oak.GetByText("photos wait for your word about Seesaw")).ToBeVisibleAsync(Soon);
        Assert.That(await oak.EvaluateAsync<bool>("window.isTheSamePage === true"), "the counts changed without a reload");
        await teacher.ShootAsync("1c-oak");

        await oak.GetByRole(AriaRole.Link, new() { Name = "Elm", Exact = true }).ClickAsync();
        await Expect(Count(oak, "Waiting")).ToHaveTextAsync($"{School.CountOf("Elm") - 2}", SoonText);
        await Expect(Count(oak, "On the way")).ToHaveTextAsync("0", SoonText);
        await Expect(Count(oak, "Can’t be used")).ToHaveTextAsync("2", SoonText);
        await Expect(oak.GetByText("Part of this file is missing. Copy it from the device again.")).ToBeVisibleAsync();
        await teacher.ShootAsync("1d-elm");
        await UntilAsync(() => School.InShare().Length == 0, 60, () => $"still in the share: {School.InShare().Length}");
        TestContext.Out.WriteLine($"{dropped} photos went through in {watch.Elapsed.TotalSeconds:0} s.");
    }

    [Test, DependsOnTest(nameof(Photos_DroppedIntoTheShare_ComeThroughBeforeTheTeachersEyes))]
    public async Task Office_OpensAHeldPhoto_AndSeesFacesAndReasons()
    {
        office = await Desk.OpenAsync(chromium!, School, "office");
        await office.TurnToFirstAsync();
        await office.TurnToAsync("IMG_0414.jpg");
        await Expect(office.Page.Locator(".box")).ToHaveCountAsync(3);
        await Expect(office.Page.Locator("#panel")).ToContainTextAsync("Nobody has said anything about this picture yet.");
        await ReadmePicture.ShootAsync(office);
    }

    [Test, DependsOnTest(nameof(Office_OpensAHeldPhoto_AndSeesFacesAndReasons))]
    public async Task Teacher_GoesThroughTheContactSheet_AndStarsOneForTheWebsite()
    {
        var page = teacher!.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Oak", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Go through them for Seesaw" }).ClickAsync();
        await Expect(page.Locator("#rest")).Not.ToBeCheckedAsync();
        await teacher.ShootAsync("2a-contact-sheet");
        await page.GetByRole(AriaRole.Button, new() { Name = "Say so for" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nothing was said yet");

        await page.GetByRole(AriaRole.Button, new() { Name = "Dev Patelhurst" }).ClickAsync();
        await page.Locator(".tile-hit", new() { Has = page.Locator(DevAgain) }).ClickAsync();
        await page.GetByLabel("In all the others: none of them is in it.").CheckAsync();
        await teacher.ShootAsync("2b-contact-sheet-tapped");
        await page.GetByRole(AriaRole.Button, new() { Name = "Say so for" }).ClickAsync();
        await Expect(page.Locator("#note")).ToContainTextAsync("Thank you. It is noted for");
        await teacher.ShootAsync("2c-contact-sheet-said");

        await page.GetByRole(AriaRole.Link, new() { Name = "Today in Oak" }).ClickAsync();
        await Expect(Card(page, Assembly)).ToContainTextAsync("Ready for Seesaw.");
        await Expect(Card(page, DevAgain)).ToContainTextAsync("Not for Seesaw.");
        await Card(page, Assembly).GetByRole(AriaRole.Button, new() { Name = "Website" }).ClickAsync();
        await Expect(Card(page, Assembly).GetByRole(AriaRole.Button, new() { Name = "Website" })).ToHaveAttributeAsync("aria-pressed", "true");
        await page.GetByRole(AriaRole.Link, new() { Name = "Go through them for Website" }).ClickAsync();
        await page.GetByLabel("In all the others: none of them is in it.").CheckAsync();
        await teacher.ShootAsync("2d-contact-sheet-website");
        await page.GetByRole(AriaRole.Button, new() { Name = "Say so for" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Today in Oak" }).ClickAsync();
        await Expect(Card(page, Assembly)).ToContainTextAsync("Ready for Seesaw and Website.");
        await teacher.ShootAsync("2e-oak-said");
        await UntilAsync(() => School.Released("website").Length == 2 && School.Released("seesaw").Length == 3, 60, () => "the copies are not out");
    }

    [Test, DependsOnTest(nameof(Teacher_GoesThroughTheContactSheet_AndStarsOneForTheWebsite))]
    public async Task Office_WorksTheQueueByKeyboard()
    {
        var page = office!.Page;
        var waiting = await WaitingAsync(page);
        await office.ShootAsync("3a-queue");
        await page.GetByRole(AriaRole.Link, new() { Name = "Start with the oldest" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await office.TurnToAsync("IMG_2205.jpg");
        await office.ShootAsync("3b-picture");
        var last = await page.Locator(".box").Last.GetAttributeAsync("data-face");
        var clear = await page.Locator(".box").First.GetAttributeAsync("data-face");
        await page.Keyboard.PressAsync(last!);
        await page.Keyboard.PressAsync("Escape");
        await office.PressAsync("f");
        await Expect(page.Locator($"#face-{last}")).ToContainTextAsync("Not a face");
        await page.Keyboard.PressAsync(clear!);
        await page.Keyboard.TypeAsync("Priya");
        await office.PressAsync("Enter");
        await Expect(page.Locator($"#face-{clear}")).ToContainTextAsync("Priya Goldwater");
        await office.PressAsync("x");
        await office.PressAsync("o");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Where it stands" })).ToContainTextAsync("Cleared");
        await office.ShootAsync("3c-picture-cleared");

        await office.TurnToAsync("from my phone.jpg");
        await Expect(page.Locator("#panel")).ToContainTextAsync("a camera that is not in the inventory");
        await office.PressAsync("x");
        await office.PressAsync("o");
        await office.PressAsync("a");
        await Expect(page.Locator("#note")).ToContainTextAsync("Cleared for Seesaw.");

        await office.TurnToAsync("childFaces Sami.jpg");
        await page.Keyboard.PressAsync("r");
        await office.ShootAsync("3d-leave-it-out");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(":focus")).ToHaveTextAsync("Refuse for every channel");
        await office.PressAsync("Enter");
        await Expect(page.Locator("#note")).ToContainTextAsync("Refused for every channel.");
        Assert.That(await WaitingAsync(page), Is.EqualTo(waiting - 3), "the queue is shorter by what was decided");
        await office.ShootAsync("3e-queue-shorter");
        await office.TurnToFirstAsync();
        await office.TurnToAsync("register Elm autumn.jpg");
        await office.ShootAsync("3f-set-aside");
        await UntilAsync(() => School.Released("seesaw").Length == 5, 60, () => "the copies are not out");
    }

    [Test, DependsOnTest(nameof(Office_WorksTheQueueByKeyboard))]
    public async Task Editor_DownloadsPixelsAndNothingElse()
    {
        Assert.That(DemoLeftovers.PlantedIn(School.Original("Oak", "IMG_0413.jpg")), Is.SupersetOf(new[] { "Exif\0\0", "ns.adobe.com", "Apple", "assembly" }), "there was something to take away");
        editor = await Desk.OpenAsync(chromium!, School, "editor");
        var page = editor.Page;
        await Expect(page.Locator(".card")).ToHaveCountAsync(2);
        await editor.ShootAsync("4a-gallery");
        var one = await page.RunAndWaitForDownloadAsync(() => Card(page, Assembly).GetByRole(AriaRole.Button, new() { Name = "Download" }).ClickAsync());
        var picture = School.Beside(one.SuggestedFilename);
        await one.SaveAsAsync(picture);
        await DemoLeftovers.AssertNoneAsync(picture);

        await page.GetByLabel("Choose all").CheckAsync();
        await Expect(page.Locator("#chosen")).ToHaveTextAsync("2 chosen");
        await editor.ShootAsync("4b-gallery-chosen");
        var all = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Download the chosen ones" }).ClickAsync());
        var folder = School.Beside("zip");
        using (var zip = await ZipFile.OpenReadAsync((await all.PathAsync())!))
        {
            Assert.That(zip.Entries, Has.Count.EqualTo(2));
            await zip.ExtractToDirectoryAsync(folder);
        }

        foreach (var file in Directory.GetFiles(folder))
        {
            await DemoLeftovers.AssertNoneAsync(file);
        }

        foreach (var file in (string[])[.. School.Released("seesaw"), .. School.Released("website")])
        {
            await DemoLeftovers.AssertNoneAsync(file);
        }
    }

    [Test, DependsOnTest(nameof(Editor_DownloadsPixelsAndNothingElse))]
    public async Task Teacher_TakesAWordBack_AndTheCopiesComeBack()
    {
        var page = teacher!.Page;

        // the editor's page hears of nothing by itself
        await editor!.Page.RouteAsync(url => url.Contains("/editor?handler=News", StringComparison.Ordinal), route => route.FulfillAsync(new() { Status = (int)HttpStatusCode.NoContent }));
        var watch = Stopwatch.StartNew();
        await Card(page, Assembly).GetByRole(AriaRole.Link, new() { Name = "Look closely" }).ClickAsync();
        await teacher.ShootAsync("5a-look-closely");
        await page.Locator("#outside").ClickAsync();
        await Expect(page.Locator("#outside")).ToHaveAttributeAsync("aria-pressed", "false");
        await UntilAsync(() => School.Released("website").Length == 1 && School.Released("seesaw").Length == 4, 15, () => "the copies are still out");
        TestContext.Out.WriteLine($"The copies were gone {watch.Elapsed.TotalSeconds:0.0} s after the teacher opened the picture.");
        await teacher.ShootAsync("5b-taken-back");

        // the editor's page still shows it
        var gone = editor.Page;
        var picture = await Card(gone, Assembly).Locator("img").GetAttributeAsync("src");
        var answer = await gone.RunAndWaitForResponseAsync(
            () => Card(gone, Assembly).GetByRole(AriaRole.Button, new() { Name = "Download" }).ClickAsync(), r => r.Request.Method == "POST");
        Assert.That(answer.Status, Is.EqualTo((int)HttpStatusCode.Conflict));
        await Expect(gone.GetByRole(AriaRole.Alert)).ToContainTextAsync("It may no longer go on the website");
        await Expect(gone.Locator(".card")).ToHaveCountAsync(1);
        await editor.ShootAsync("5c-gallery-gone");
        Assert.That(await editor.StatusOfAsync(picture!), Is.EqualTo(HttpStatusCode.NotFound), "the editor sees it no longer");
        await page.GotoAsync("/teacher");
    }

    [Test, DependsOnTest(nameof(Teacher_TakesAWordBack_AndTheCopiesComeBack))]
    public async Task OtherPeoplesPages_StayShut()
    {
        (string Role, string Home)[] homes = [("teacher", "/teacher"), ("office", "/office"), ("editor", "/editor"), ("lead", "/lead"), ("technician", "/technician")];
        var picture = (await editor!.Page.Locator(".card img").First.GetAttributeAsync("src"))!;
        var id = picture.Split('/')[2];
        await using var lead = await Desk.OpenAsync(chromium!, School, "lead");
        await lead.ShootAsync("6a-lead");
        await using var technician = await Desk.OpenAsync(chromium!, School, "technician");
        await technician.ShootAsync("6b-technician");
        Desk[] desks = [teacher!, office!, editor, lead, technician];
        foreach (var ((role, home), desk) in homes.Zip(desks))
        {
            foreach (var (_, other) in homes)
            {
                Assert.That(await desk.StatusOfAsync(other), Is.EqualTo(other == home ? HttpStatusCode.OK : HttpStatusCode.Forbidden), $"{role} at {other}");
            }
        }

        Assert.That(await editor.StatusOfAsync($"/office/picture/{id}"), Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await technician.StatusOfAsync(picture), Is.EqualTo(HttpStatusCode.NotFound), "a technician sees no picture");
        Assert.That(await lead.StatusOfAsync(picture), Is.EqualTo(HttpStatusCode.NotFound), "the lead's page shows no pictures");
        await technician.Page.GotoAsync("/office");
        await Expect(technician.Page.GetByRole(AriaRole.Heading, new() { Name = "This page belongs to somebody else's work" })).ToBeVisibleAsync();
        await technician.ShootAsync("6c-not-yours");

        await using var nobody = await Desk.OpenAsync(chromium!, School);
        Assert.That(await nobody.StatusOfAsync(picture), Is.EqualTo(HttpStatusCode.NotFound));
        await nobody.Page.GotoAsync("/office");
        await Expect(nobody.Page).ToHaveURLAsync(new Regex("/sign-in\\?"));
        await nobody.ShootAsync("6d-sign-in");
    }

    [Test, DependsOnTest(nameof(OtherPeoplesPages_StayShut))]
    public async Task SignOut_LeavesNothingOpen()
    {
        var page = editor!.Page;
        await page.GotoAsync("/editor");
        var picture = await page.Locator(".card img").First.GetAttributeAsync("src");
        await page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You are signed out" })).ToBeVisibleAsync();
        Assert.That(await editor.StatusOfAsync(picture!), Is.EqualTo(HttpStatusCode.NotFound));
        await page.GoBackAsync();
        await Expect(page.GetByLabel("Password")).ToBeVisibleAsync();
        Assert.That(((Desk[])[teacher!, office!, editor]).SelectMany(d => d.Complaints), Is.Empty, "the browser had nothing to complain of");
    }

    private static ILocator Count(IPage page, string label) => page.Locator(".count").Filter(new() { HasText = label }).Locator("dd");

    private static ILocator Card(IPage page, string image) => page.Locator(".card", new() { Has = page.Locator(image) });

    private static async Task<int> WaitingAsync(IPage page)
    {
        await page.GotoAsync("/office");
        return int.Parse(Regex.Match(await page.Locator("h1").InnerTextAsync(), "\\d+").Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task UntilAsync(Func<bool> isSo, int seconds, Func<string> otherwise)
    {
        var watch = Stopwatch.StartNew();
        while (!isSo())
        {
            Assert.That(watch.Elapsed.TotalSeconds, Is.LessThan(seconds), otherwise);
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }
}
