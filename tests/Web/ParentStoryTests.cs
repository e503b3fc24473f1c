using System.Net;
using System.Text.RegularExpressions;
using MediaGuard.Consent.Register;
using MediaGuard.Journey;
using MediaGuard.Journey.Review;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Parents;
using MediaGuard.Records.Register;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Views;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

/// <summary>A parent's way, from the link the office makes to a no that holds and a yes that waits. The browser is a parent's: no account, no cookie.</summary>
public sealed partial class ParentStoryTests
{
    private static readonly PurposeId Website = new("website");
    private SchoolRig rig = null!;

    private IParentBook Book => rig.Services.GetRequiredService<IParentBook>();

    [SetUp]
    public async Task StartAsync() => rig = await SchoolRig.StartAsync();

    [TearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    [Property("Requirement", "C5")]
    public async Task Parent_FromLetterToNo_NeedsOneClickAndNothingElse()
    {
        var office = await rig.AsAsync(SchoolRole.Office);
        var page = $"/office/register/person/{rig.Dan}";
        using var added = await office.PostAsync(page + "?handler=Guardian", [new("name", "Gundula Dogwood"), new("email", ""), new("responsible", "true")], page);
        var guardian = Guardian().Match(await office.ReadAsync(page)).Groups[1].Value;
        using var letter = await office.PostAsync($"/office/register/letter/{rig.Dan}", [new("guardian", guardian)], page);
        var link = Link().Match(await office.ReadAsync(letter.Headers.Location!.ToString())).Value;
        Assert.That(link, Does.Match("^/parent/[0-9a-z]{4}(-[0-9a-z]{4}){7}$"));

        using var parent = rig.Anonymous();
        Assert.That(await parent.ReadAsync(link), Does.Contain("Photos of Dan").And.Contain("open to everybody in the world").And.Contain("can't be called back"));
        using var no = await parent.PostAsync(link + "?handler=No", [new("purpose", "website")], null);
        Assert.That((no.StatusCode, no.Headers.Location?.ToString()), Is.EqualTo((HttpStatusCode.Found, "?said=no")));
        Assert.That(await parent.ReadAsync(link + "?said=no"), Does.Contain("Your no is recorded and holds from this moment").And.Contain("You said no. Nothing is used for this."));
        Assert.That(await WordAsync(rig.Dan, Website), Is.EqualTo("no"));
        Assert.That(parent.Cookies.Count, Is.Zero, "a parent's browser keeps nothing");
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Yes_WaitsForTheOfficeAndNoTakesItBack()
    {
        var link = await LinkAsync(rig.Bea);
        var office = await rig.AsAsync(SchoolRole.Office);
        using var parent = rig.Anonymous();
        await rig.Services.GetRequiredService<IRegisterBook>().GiveAsync(rig.School, rig.Bea, Website, null, "letter", "", true, null, default);
        using (await parent.PostAsync(link + "?handler=No", [new("purpose", "website")], null))
        using (await parent.PostAsync(link + "?handler=Yes", [new("purpose", "website")], null))
        {
            Assert.That(await WordAsync(rig.Bea, Website), Is.EqualTo("no"), "asking gives nothing");
            Assert.That(await parent.ReadAsync(link), Does.Contain("It holds once the school office has confirmed it"));
            Assert.That(await office.ReadAsync("/office"), Does.Contain("1 yes of a parent waits"));
        }

        var page = await office.ReadAsync("/office/requests");
        Assert.That(page, Does.Contain("Bea Birchall").And.Contain("Website"));
        var request = Request().Match(page).Groups[1].Value;
        using (await parent.PostAsync(link + "?handler=No", [new("purpose", "website")], null))
        using (await office.PostAsync("/office/requests?handler=Confirm", [new("request", request)], "/office/requests"))
        {
            Assert.That(await office.ReadAsync("/office/requests"), Does.Contain("It waits no longer").And.Contain("Nothing waits"));
            Assert.That(await WordAsync(rig.Bea, Website), Is.EqualTo("no"));
        }

        using (await parent.PostAsync(link + "?handler=Yes", [new("purpose", "website")], null))
        using (await office.PostAsync("/office/requests?handler=Confirm", [new("request", Request().Match(await office.ReadAsync("/office/requests")).Groups[1].Value)], "/office/requests"))
        {
            Assert.That(await WordAsync(rig.Bea, Website), Is.EqualTo("yes"));
        }
    }

    [Test]
    public async Task FaceMatching_IsRefusedAsEasilyAsGiven()
    {
        var link = await LinkAsync(rig.Dan);
        using var parent = rig.Anonymous();
        var section = (await parent.ReadAsync(link)).Split("id=\"p-biometric\"")[1].Split("</section>")[0];
        Assert.That(section, Does.Contain("It is never needed").And.Contain("does not compare faces now"));
        Assert.That((Times(section, "handler=No"), Times(section, "handler=Yes")), Is.EqualTo((1, 0)), "off: nothing to give, and a no all the same");
        using var no = await parent.PostAsync(link + "?handler=No", [new("purpose", "biometric")], null);
        Assert.That((await rig.Services.GetRequiredService<Records.Matching.IMatchingBook>().PersonAsync(rig.School, rig.Dan, default))!.Guardians.Single().ObjectedOn, Is.EqualTo(rig.Day));

        await rig.Services.GetRequiredService<Journey.Matching.IMatchingActs>().ChooseAsync(rig.School, new UserId(Guid.CreateVersion7()), new(true, rig.Day.AddDays(-1), "DPIA 7", "Jo", false, null), default);
        var other = await LinkAsync(rig.Bea);
        section = (await parent.ReadAsync(other)).Split("id=\"p-biometric\"")[1].Split("</section>")[0];
        Assert.That((Times(section, "handler=No"), Times(section, "handler=Yes")), Is.EqualTo((1, 1)), "on: one button each");
    }

    [Test]
    public async Task Page_NeverNamesAnotherChildOrTheChildInItsAddress()
    {
        var link = await LinkAsync(rig.Dan);
        using var parent = rig.Anonymous();
        foreach (var path in new[] { link, link + "/child", link + "?said=no", link + "?said=yes" })
        {
            Assert.That(path, Does.Not.Contain("Dogwood").IgnoreCase.And.Not.Contain(rig.Dan.ToString()));
            var page = await parent.ReadAsync(path);
            foreach (var other in new[] { "Ali", "Bea", "Cem", "Eva", "Ashgrove", "Birchall", "Cedarholt", "Elderfield", "Dogwood" })
            {
                Assert.That(Regex.IsMatch(page, $@"\b{other}\b"), Is.False, $"{path} names {other}");
            }
        }

        // another child's link does not lead here by changing anything but the link
        using var stranger = await parent.PostAsync(link + $"?handler=No&person={rig.Eva}", [new("purpose", "all"), new("person", rig.Eva.ToString()), new("Visit.Person", rig.Eva.ToString())], null);
        Assert.That((await HistoryAsync(rig.Eva)).Consents, Has.Count.EqualTo(2), "nothing was written of another child");
    }

    [Test]
    public async Task Links_WrongExpiredOrEnded_SayWhatIsWrongAndWhatToDo()
    {
        using var parent = rig.Anonymous();
        var link = await LinkAsync(rig.Dan);
        await AssertNowhereAsync("/parent/" + new string('2', 32), HttpStatusCode.NotFound, "This link is not right");
        await AssertNowhereAsync(link[..^3], HttpStatusCode.NotFound, "This link is not right");
        var guardian = (await rig.Services.GetRequiredService<IGuardianBook>().ListAsync(rig.School, rig.Dan, default)).Single().Id;
        var shortLived = await Book.MakeAsync(rig.School, rig.Dan, guardian, TimeSpan.FromMilliseconds(1), new UserId(Guid.CreateVersion7()), default);
        await AssertNowhereAsync(link, HttpStatusCode.Gone, "This link no longer works");
        await AssertNowhereAsync("/parent/" + shortLived!.Token, HttpStatusCode.Gone, "This link has run out");

        async Task AssertNowhereAsync(string path, HttpStatusCode status, string title)
        {
            foreach (var at in new[] { path, path + "/child" })
            {
                using var answer = await parent.GetAsync(at);
                var page = await answer.Content.ReadAsStringAsync();
                Assert.That(answer.StatusCode, Is.EqualTo(status), at);
                Assert.That(page, Does.Contain(title).And.Contain("ask the school office").IgnoreCase.And.Not.Contain("Dan"), at);
            }

            using var no = await parent.PostAsync(path + "?handler=No", [new("purpose", "all")], null);
            Assert.That(no.StatusCode, Is.EqualTo(status));
        }
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task No_IsBlockedByNothing()
    {
        var link = await LinkAsync(rig.Dan);
        using var parent = rig.Anonymous();

        // a stranger behind the same address guesses until told to wait, and the page itself is loaded too often
        HttpStatusCode last = default;
        for (var i = 0; i < 25; i++)
        {
            using var guess = await parent.GetAsync("/parent/" + new string('3', 32));
            last = guess.StatusCode;
        }

        Assert.That(last, Is.EqualTo(HttpStatusCode.TooManyRequests));
        for (var i = 0; i < 65; i++)
        {
            using var look = await parent.GetAsync(link);
            last = look.StatusCode;
        }

        Assert.That(last, Is.EqualTo(HttpStatusCode.TooManyRequests));

        // nobody has confirmed the register for ages, the child has left, and somebody of the staff uses the browser
        await using (var head = await rig.Services.GetRequiredService<IHeads>().BeginAsync(rig.School, default))
        {
            await head.LeaveAsync(rig.Dan, rig.Day.AddDays(-400), null, default);
            await head.CommitAsync(default);
        }

        await parent.SignInAsync(SchoolRig.Mail(SchoolRole.Teacher), SchoolRig.Password);
        using var no = await parent.PostAsync(link + "?handler=No", [new("purpose", "all")], null);
        Assert.That(no.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await WordAsync(rig.Dan, Website), await WordAsync(rig.Dan, new PurposeId("seesaw"))), Is.EqualTo(("no", "no")));
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task No_WhileACopyIsOut_ShowsItBeingTakenDownAndThenGone()
    {
        var media = rig.ElmPhoto;
        await rig.Services.GetRequiredService<IHumanActs>().SayAsync(
            rig.School, new UserId(Guid.CreateVersion7()), [new(AttestationKind.Absent) { Media = media, Person = rig.Eva }, new(AttestationKind.NobodyFromOutside) { Media = media }], default);
        await rig.Services.GetRequiredService<IDrain>().RunAsync(null, default);
        var link = await LinkAsync(rig.Dan);
        using var parent = rig.Anonymous();
        Assert.That(await parent.ReadAsync(link), Does.Not.Contain("What is being done"));
        using var no = await parent.PostAsync(link + "?handler=No", [new("purpose", "seesaw")], null);
        Assert.That(await parent.ReadAsync(link), Does.Contain("1 copy is being taken down"));
        await rig.Services.GetRequiredService<IDrain>().RunAsync(null, default);
        Assert.That(await parent.ReadAsync(link), Does.Contain("1 copy is confirmed gone").And.Not.Contain("being taken down"));
    }

    [Test]
    public async Task Mail_WithTheLink_GoesToTheGuardianAndNamesNobody()
    {
        var office = await rig.AsAsync(SchoolRole.Office);
        var page = $"/office/register/person/{rig.Dan}";
        using var wrong = await office.PostAsync(page + "?handler=Guardian", [new("name", "Gundula Dogwood"), new("email", "gundula"), new("responsible", "true")], page);
        Assert.That(await office.ReadAsync(page), Does.Contain("an e-mail address such as parent@example.org").And.Not.Contain("Gundula"));
        using var added = await office.PostAsync(page + "?handler=Guardian", [new("name", "Gundula Dogwood"), new("email", "g@example.org"), new("responsible", "true")], page);
        using var sent = await office.PostAsync(page + "?handler=MailLink", [new("guardian", Guardian().Match(await office.ReadAsync(page)).Groups[1].Value)], page);
        Assert.That(await office.ReadAsync(page), Does.Contain("The link is on its way").And.Contain("has a link"));
        var mail = await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(rig.Data, "mail")).Single());
        Assert.That(mail, Does.Contain("To: g@example.org").And.Contain("Test school"));
        Assert.That(new[] { "Dan", "Dogwood", "Gundula" }.Where(n => Regex.IsMatch(mail, $@"\b{n}\b(?!-)", RegexOptions.IgnoreCase)), Is.Empty);
        using var parent = rig.Anonymous();
        Assert.That(await parent.ReadAsync(Link().Match(mail.Replace("=\r\n", "", StringComparison.Ordinal)).Value), Does.Contain("Photos of Dan"));

        using var ended = await office.PostAsync(page + "?handler=EndLink", [new("guardian", Guardian().Match(await office.ReadAsync(page)).Groups[1].Value)], page);
        using var gone = await parent.GetAsync(Link().Match(mail.Replace("=\r\n", "", StringComparison.Ordinal)).Value);
        Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
    }

    private async Task<string> LinkAsync(PersonId child)
    {
        var guardian = await rig.Services.GetRequiredService<IGuardianBook>().AddAsync(rig.School, child, new GuardianEdit("Parent", "", true), null, default);
        return "/parent/" + (await Book.MakeAsync(rig.School, child, guardian!.Value, TimeSpan.FromDays(90), new UserId(Guid.CreateVersion7()), default))!.Token;
    }

    private async Task<PersonHistory> HistoryAsync(PersonId child) => (await rig.Services.GetRequiredService<IRegisterViews>().PersonAsync(rig.School, child, Reader.Office, default))!;

    private async Task<string> WordAsync(PersonId child, PurposeId purpose) => (await HistoryAsync(child)).Person.Standings.Single(s => s.Purpose == purpose).Word;

    private static int Times(string text, string what) => text.Split(what).Length - 1;

    [GeneratedRegex("name=\"guardian\" value=\"([0-9a-f-]{36})\"")]
    private static partial Regex Guardian();

    [GeneratedRegex("name=\"request\" value=\"([0-9a-f-]{36})\"")]
    private static partial Regex Request();

    [GeneratedRegex("/parent/[0-9a-z-]+")]
    private static partial Regex Link();
}
