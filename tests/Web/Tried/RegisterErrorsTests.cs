using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Parents;
using MediaGuard.Records.Register;
using MediaGuard.Records.Views;
using MediaGuard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MediaGuard.Web.Tests.Tried;

/// <summary>What the register's pages say when something can't be recorded: nothing is changed by it, and the next right step works.</summary>
[TestFixture, NonParallelizable, FixtureLifeCycle(LifeCycle.SingleInstance)]
public sealed partial class RegisterErrorsTests
{
    private const string Register = "/office/register";
    private const string Edit = "/office/register/edit";
    private const string Requests = "/office/requests";
    private const string Year = "/office/register/year";

    private SchoolRig rig = null!;

    private IRegisterViews Views => rig.Services.GetRequiredService<IRegisterViews>();

    [OneTimeSetUp]
    public async Task StartAsync() => rig = await SchoolRig.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    public async Task Edit_FieldThatCannotBeTaken_KeepsWhatWasTypedAndAddsNobody()
    {
        var office = await rig.AsAsync(SchoolRole.Office);
        var before = (await PeopleAsync()).Select(p => p.Id).ToList();
        foreach (var (field, typed) in new[]
        {
            ("FullName", ""), ("FullName", new string('n', 201)), ("Nicknames", new string('k', 201)), ("Key", new string('7', 41)), ("YearGroup", "seven"), ("LeftOn", "last week"),
        })
        {
            var fields = new Dictionary<string, string> { ["FullName"] = "Fay Fir", ["PreferredName"] = "Fayette", ["Kind"] = "pupil", [field] = typed };
            using var answer = await office.PostAsync(Edit, fields, Edit);
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.That(page, Does.Contain("Give a name of at most 200 letters, nicknames of at most 200 together, and days and numbers the fields can read."), field);
            Assert.That(page, Does.Contain($"value=\"{typed}\"").And.Contain("value=\"Fayette\""), field);
        }

        Assert.That((await PeopleAsync()).Select(p => p.Id), Is.EqualTo(before));
        using var saved = await office.PostAsync(Edit, [new("FullName", "Fay Fir"), new("PreferredName", "Fayette"), new("Kind", "pupil")], Edit);
        Assert.That(saved.Headers.Location?.ToString(), Does.StartWith("/office/register/person/"));
    }

    [Test]
    public async Task Join_OnDaysThatCannotBe_ChangesNothing()
    {
        var (office, page, before) = (await rig.AsAsync(SchoolRole.Office), PathOf(rig.Ali), await GroupsAsync(rig.Ali));
        foreach (var (group, from, until, sentence) in new[]
        {
            (rig.Elm, "", "", "Not saved: give the first day."),
            (rig.Oak, On(0), "", "Not saved: they belong to it already on one of those days. End that first."),
            (rig.Elm, On(5), On(2), "Not saved: the last day lies before the first."),
        })
        {
            Assert.That(await SayAsync(office, page, "Join", ("group", group.ToString()), ("from", from), ("until", until)), Does.Contain(sentence));
        }

        Assert.That(await GroupsAsync(rig.Ali), Is.EqualTo(before));
        Assert.That(await SayAsync(office, page, "Join", ("group", rig.Elm.ToString()), ("from", On(200)), ("until", On(201))), Does.Contain("Saved. Photos of those days are decided again."));
    }

    [Test]
    public async Task EndMembership_OnADayThatCannotBe_ChangesNothing()
    {
        var (office, page, before) = (await rig.AsAsync(SchoolRole.Office), PathOf(rig.Bea), await GroupsAsync(rig.Bea));
        var membership = before.Single().Id.ToString();
        foreach (var (last, sentence) in new[] { ("", "Not saved: give the last day."), (On(-40), "Not saved: the last day lies before the first.") })
        {
            Assert.That(await SayAsync(office, page, "EndMembership", ("membership", membership), ("last", last)), Does.Contain(sentence));
        }

        Assert.That(await GroupsAsync(rig.Bea), Is.EqualTo(before));
        await SayAsync(office, page, "EndMembership", ("membership", membership), ("last", On(0)));
        Assert.That((await GroupsAsync(rig.Bea)).Single().Until, Is.EqualTo(rig.Day));
    }

    [Test]
    public async Task Group_WithoutANameOfItsOwn_IsNotAdded()
    {
        var (office, before) = (await rig.AsAsync(SchoolRole.Office), await rig.Views.ClassesAsync(rig.School, null, default));
        foreach (var name in new[] { "", "OAK", new string('x', 101) })
        {
            Assert.That(await SayAsync(office, Register, "Group", ("name", name), ("club", "true")), Does.Contain("Not added: give it a name no other class or club has."), name);
        }

        Assert.That(await rig.Views.ClassesAsync(rig.School, null, default), Is.EqualTo(before));
        Assert.That(await SayAsync(office, Register, "Group", ("name", "Chess"), ("club", "true")), Does.Contain("Added."));
    }

    [Test]
    public async Task Year_WithoutALastDayOrAClass_KeepsWhatWasChosenAndMovesNobody()
    {
        var (office, before) = (await rig.AsAsync(SchoolRole.Office), await SizesAsync());
        (string, string) oak = (rig.Oak.ToString(), rig.Elm.ToString());
        Assert.That(
            await SayAsync(office, Year, "Ask", oak, ("last", "the last Friday")),
            Does.Contain("Give the last day of the school year.").And.Match($"<option value=\"{rig.Elm}\"[^>]* selected"));
        Assert.That(await SayAsync(office, Year, "Ask", ("last", On(7))), Does.Contain("Say of at least one class where its pupils go.").And.Contain($"value=\"{On(7)}\""));
        Assert.That(await SayAsync(office, Year, "Ask", oak, ("last", On(7))), Does.Contain("Is this right?"));
        Assert.That(await SizesAsync(), Is.EqualTo(before), "asking moves nobody");
    }

    [Test]
    public async Task Request_SetAsideByAColleague_WaitsNoLonger()
    {
        var office = await rig.AsAsync(SchoolRole.Office);
        var guardian = await rig.Services.GetRequiredService<IGuardianBook>().AddAsync(rig.School, rig.Bea, new GuardianEdit("Berta Birchall", "", true), null, default);
        var link = await rig.Services.GetRequiredService<IParentBook>().MakeAsync(rig.School, rig.Bea, guardian!.Value, TimeSpan.FromDays(90), new UserId(Guid.CreateVersion7()), default);
        using var parent = rig.Anonymous();
        using var asked = await parent.PostAsync($"/parent/{link!.Token}?handler=Yes", [new("purpose", "website")], null);
        var request = (await rig.Services.GetRequiredService<IRequestBook>().WaitingAsync(rig.School, default)).Single().Id.ToString();
        await SayAsync(office, Requests, "Decline", ("request", request));

        foreach (var handler in new[] { "Confirm", "Decline" })
        {
            Assert.That(
                await SayAsync(office, Requests, handler, ("request", request)),
                Does.Contain("It waits no longer: the parent said no meanwhile, or a colleague was quicker.").And.Contain("Nothing waits"));
        }

        Assert.That((await PeopleAsync()).Single(p => p.Id == rig.Bea).Standings.Single(s => s.Purpose.Value == "website").Word, Is.EqualTo("no"));
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Guardian_WhoseNoStands_KeepsResponsibilityUntilTheLeadRecordsOtherwise()
    {
        var (office, lead, page) = (await rig.AsAsync(SchoolRole.Office), await rig.AsAsync(SchoolRole.Lead), PathOf(rig.Dan));
        await SayAsync(office, page, "Guardian", ("name", "Carla Cedarby"), ("email", ""), ("responsible", "true"));
        var guardian = await GuardianAsync(rig, rig.Dan);
        await SayAsync(office, page, "No", ("purpose", "website"), ("how", "telephone"), ("guardian", guardian));
        (string, string)[] without = [("guardian", guardian), ("seen", await SeenAsync(office, page)), ("name", "Carla Cedarby"), ("email", "carla@example.org")];
        Assert.That(await SayAsync(office, page, "Guardian", without), Does.Contain("Not saved: a no of theirs stands, so parental responsibility stays with them until the safeguarding lead records otherwise."));
        Assert.That((await rig.Services.GetRequiredService<IGuardianBook>().ListAsync(rig.School, rig.Dan, default)).Single(), Has.Property(nameof(GuardianLine.HasResponsibility)).True.And.Property(nameof(GuardianLine.Email)).Empty);

        await SayAsync(lead, $"/lead/person/{rig.Dan}", "Yes", ("purpose", "website"), ("how", "letter"));
        Assert.That(await SayAsync(office, page, "Guardian", without), Does.Contain("Saved."));
    }

    [Test]
    public async Task Link_ForAGuardianWithoutAnAddress_IsNotMadeUntilOneIsNoted()
    {
        var (office, page) = (await rig.AsAsync(SchoolRole.Office), PathOf(rig.Eva));
        await SayAsync(office, page, "Guardian", ("name", "Gesa Elderfield"), ("email", ""), ("responsible", "true"));
        var guardian = await GuardianAsync(rig, rig.Eva);
        Assert.That(await SayAsync(office, page, "MailLink", ("guardian", guardian)), Does.Contain("Not sent: no e-mail address is noted for this guardian."));
        Assert.That(await rig.Services.GetRequiredService<IParentBook>().LinksAsync(rig.School, rig.Eva, default), Is.Empty);

        await SayAsync(office, page, "Guardian", ("guardian", guardian), ("seen", await SeenAsync(office, page)), ("name", "Gesa Elderfield"), ("email", "gesa@example.org"), ("responsible", "true"));
        Assert.That(await SayAsync(office, page, "MailLink", ("guardian", guardian)), Does.Contain("The link is on its way."));
    }

    [Test]
    public async Task Link_TheMailServerRefuses_LeavesNoneAndALetterOrALaterTryWorks()
    {
        await using var server = new SmtpListener { RefusesEverybody = true };
        await using var school = await SchoolRig.StartAsync(
            ("Mail:Kind", "smtp"), ("Mail:Host", "127.0.0.1"), ("Mail:Port", server.Port.ToString(CultureInfo.InvariantCulture)), ("Mail:Security", "none"), ("Mail:From", "mediaguard@school.example"));
        var (office, page) = (await school.AsAsync(SchoolRole.Office), PathOf(school.Dan));
        await SayAsync(office, page, "Guardian", ("name", "Gundula Dogwood"), ("email", "g@example.org"), ("responsible", "true"));
        var guardian = await GuardianAsync(school, school.Dan);
        Assert.That(
            await SayAsync(office, page, "MailLink", ("guardian", guardian)),
            Does.Contain("Not sent: the mail server refused it with 550. Try again later, or make a letter instead."));
        Assert.That(await school.Services.GetRequiredService<IParentBook>().LinksAsync(school.School, school.Dan, default), Is.Empty);

        var letter = await LetterAsync(office, school.Dan, guardian);
        await SayAsync(office, page, "MailLink", ("guardian", guardian));
        Assert.That(await StatusAsync(school, letter), Is.EqualTo(HttpStatusCode.OK), "the link the family has works on");
        server.RefusesEverybody = false;
        Assert.That(await SayAsync(office, page, "MailLink", ("guardian", guardian)), Does.Contain("The link is on its way."));
        Assert.That(await StatusAsync(school, letter), Is.EqualTo(HttpStatusCode.Gone));
    }

    [Test]
    public async Task Link_ToAnAddressNoMailCanGoTo_IsNotSentAndLeavesNone()
    {
        var (office, page) = (await rig.AsAsync(SchoolRole.Office), PathOf(rig.Dan));
        var guardian = await rig.Services.GetRequiredService<IGuardianBook>().AddAsync(rig.School, rig.Dan, new GuardianEdit("Gundula Dogwood", "g@example.org)", true), null, default);
        Assert.That(
            await SayAsync(office, page, "MailLink", ("guardian", guardian!.Value.ToString())),
            Does.Contain("Not sent: the mail address can't be read. Try again later, or make a letter instead."));
        Assert.That(await rig.Services.GetRequiredService<IParentBook>().LinksAsync(rig.School, rig.Dan, default), Is.Empty);
    }

    [Test]
    public async Task Letter_LoadedAgain_MakesNoSecondLinkAndThePrintedOneWorks()
    {
        var office = await rig.AsAsync(SchoolRole.Office);
        var guardian = await rig.Services.GetRequiredService<IGuardianBook>().AddAsync(rig.School, rig.Ali, new GuardianEdit("Greta Alder", "", true), null, default);
        using (var made = await office.PostAsync($"/office/register/letter/{rig.Ali}", [new("guardian", guardian!.Value.ToString())], PathOf(rig.Ali)))
        {
            Assert.That(made.Headers.Location?.ToString(), Is.EqualTo($"/office/register/letter/{rig.Ali}"), "what a browser loads again is no form");
        }

        var letter = Link().Match(await office.ReadAsync($"/office/register/letter/{rig.Ali}")).Value;
        using var again = await office.GetAsync($"/office/register/letter/{rig.Ali}");
        Assert.That(again.Headers.Location?.ToString(), Is.EqualTo(PathOf(rig.Ali)));
        Assert.That(await StatusAsync(rig, letter), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await rig.Services.GetRequiredService<IParentBook>().LinksAsync(rig.School, rig.Ali, default), Has.Count.EqualTo(1));
    }

    [TestCase("left")]
    [TestCase("renamed")]
    [TestCase("moved")]
    public async Task Edit_SomebodyChangedItMeanwhile_IsNotSavedAndSaysSo(string how)
    {
        var (office, book) = (await rig.AsAsync(SchoolRole.Office), rig.Services.GetRequiredService<IRegisterBook>());
        var (_, person) = await book.AddPersonAsync(rig.School, new PersonEdit("pupil", "Hal Hawthorn", "Hal", "", 3, null, rig.Oak), null, default);
        var path = $"{Edit}/{person}";
        Dictionary<string, string> form = new()
        {
            ["FullName"] = "Hal Hawthorn",
            ["PreferredName"] = "Hal",
            ["Nicknames"] = "Hawk",
            ["Kind"] = "pupil",
            ["YearGroup"] = "3",
            ["Class"] = rig.Oak.ToString(),
            ["Seen"] = await SeenAsync(office, path),
        };
        var edit = new PersonEdit("pupil", how == "renamed" ? "Hal Hazel" : "Hal Hawthorn", "Hal", "", 3, how == "left" ? rig.Day.AddDays(-1) : null, how == "moved" ? rig.Elm : null);
        await book.EditPersonAsync(rig.School, person, edit, null, default);
        var before = (await Views.PersonAsync(rig.School, person, Reader.Office, default))!.Person;

        using var refused = await office.PostAsync(path, form, path);
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.That(page, Does.Contain("Somebody changed this entry meanwhile. Load it again to see how it stands now, then change what you meant to.").And.Contain($"href=\"{path}\"").And.Contain("value=\"Hawk\""));
        var after = (await Views.PersonAsync(rig.School, person, Reader.Office, default))!.Person;
        Assert.That((after.Name, after.LeftOn, after.Class, after.Nicknames), Is.EqualTo((before.Name, before.LeftOn, before.Class, before.Nicknames)));

        form["Seen"] = await SeenAsync(office, path);
        using var saved = await office.PostAsync(path, form, path);
        Assert.That(saved.Headers.Location?.ToString(), Is.EqualTo(PathOf(person)));
    }

    /// <remarks>Were it told after the one and not after the other, the form would tell who is protected.</remarks>
    [TestCase(true)]
    [TestCase(false)]
    [Property("Requirement", "C8")]
    public async Task Edit_ProtectedOrRefusedMeanwhile_IsSaved(bool isProtected)
    {
        var (office, book) = (await rig.AsAsync(SchoolRole.Office), rig.Services.GetRequiredService<IRegisterBook>());
        var (_, person) = await book.AddPersonAsync(rig.School, new PersonEdit("pupil", "Ida Ivory", "Ida", "", 3, null, rig.Oak), null, default);
        var path = $"{Edit}/{person}";
        var seen = await SeenAsync(office, path);
        if (isProtected)
        {
            await book.ProtectAsync(rig.School, person, "court order", new UserId(Guid.CreateVersion7()), default);
        }
        else
        {
            await book.RefuseAsync(rig.School, person, [new PurposeId("website")], "telephone", "", null, null, default);
        }

        using var saved = await office.PostAsync(path, [new("FullName", "Ida Ivory"), new("Kind", "pupil"), new("Seen", seen)], path);
        Assert.That(saved.Headers.Location?.ToString(), Is.EqualTo(PathOf(person)));
    }

    [Test]
    public async Task Guardian_ChangedMeanwhile_IsNotSavedAndSaysSo()
    {
        var (office, guardians) = (await rig.AsAsync(SchoolRole.Office), rig.Services.GetRequiredService<IGuardianBook>());
        var (_, person) = await rig.Services.GetRequiredService<IRegisterBook>().AddPersonAsync(rig.School, new PersonEdit("pupil", "Jo Juniper", "Jo", "", 3, null, null), null, default);
        var guardian = await guardians.AddAsync(rig.School, person, new GuardianEdit("Gill Juniper", "old@example.org", true), null, default);
        var page = PathOf(person);
        var seen = await SeenAsync(office, page);
        await guardians.EditAsync(rig.School, person, guardian!.Value, new GuardianEdit("Gill Juniper", "new@example.org", true), null, default);
        (string, string)[] form = [("guardian", guardian.Value.ToString()), ("name", "Gillian Juniper"), ("email", "old@example.org"), ("responsible", "true")];
        Assert.That(await SayAsync(office, page, "Guardian", [.. form, ("seen", seen)]), Does.Contain("Not saved: somebody changed this entry meanwhile. Look at it again."));
        Assert.That((await guardians.ListAsync(rig.School, person, default)).Select(g => (g.Name, g.Email)), Is.EqualTo(new[] { ("Gill Juniper", "new@example.org") }));
        Assert.That(await SayAsync(office, page, "Guardian", [.. form, ("seen", await SeenAsync(office, page))]), Does.Contain("Saved."));
    }

    [Test]
    public async Task Yes_OfSomebodyErasedMeanwhile_IsNotRecorded()
    {
        await using var school = await SchoolRig.StartReplacingAsync(services => services.Replace(
            ServiceDescriptor.Singleton<IGuardianBook>(provider => new ErasedOnceRead(ActivatorUtilities.CreateInstance<GuardianBook>(provider), provider))));
        var (office, bea) = (await school.AsAsync(SchoolRole.Office), school.Bea);
        ((ErasedOnceRead)school.Services.GetRequiredService<IGuardianBook>()).Erased = bea;
        using var said = await office.PostAsync(PathOf(bea) + "?handler=Yes", [new("purpose", "website"), new("how", "form"), new("evidence", "drawer")], Register);
        Assert.That(
            WebUtility.HtmlDecode(await office.ReadAsync(Register)),
            Does.Contain("Not recorded: the person is no longer on the register.").And.Not.Contain("Bea Birchall"));
        await using var db = school.Services.GetRequiredService<IRecordsFactory>().Open(school.School);
        Assert.That(await db.Consents.AnyAsync(c => c.PersonId == bea && c.Purpose == "website" && c.Answer == ConsentAnswer.Given), Is.False);
    }

    /// <summary>The entry as the page's form was opened with; empty where it has none.</summary>
    private static async Task<string> SeenAsync(SchoolClient client, string page) =>
        WebUtility.HtmlDecode(Seen().Match(await client.ReadAsync(page)).Groups[1].Value);

    /// <returns>The link's path.</returns>
    private static async Task<string> LetterAsync(SchoolClient office, PersonId person, string guardian)
    {
        using var made = await office.PostAsync($"/office/register/letter/{person}", [new("guardian", guardian)], PathOf(person));
        var letter = made.Headers.Location is { } to ? await office.ReadAsync(to.ToString()) : await made.Content.ReadAsStringAsync();
        return Link().Match(letter).Value;
    }

    private static async Task<HttpStatusCode> StatusAsync(SchoolRig school, string link)
    {
        using var parent = school.Anonymous();
        using var answer = await parent.GetAsync(link);
        return answer.StatusCode;
    }

    [GeneratedRegex("name=\"[Ss]een\"[^>]*value=\"([^\"]*)\"")]
    private static partial Regex Seen();

    [GeneratedRegex("/parent/[0-9a-z-]+")]
    private static partial Regex Link();

    private static string PathOf(PersonId person) => $"/office/register/person/{person}";

    private static async Task<string> GuardianAsync(SchoolRig school, PersonId person) =>
        (await school.Services.GetRequiredService<IGuardianBook>().ListAsync(school.School, person, default)).Single().Id.ToString();

    /// <summary>Posts, and returns the page that is seen after it.</summary>
    private static async Task<string> SayAsync(SchoolClient client, string page, string handler, params (string Name, string Value)[] fields)
    {
        using var answer = await client.PostAsync($"{page}?handler={handler}", fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), page);
        return WebUtility.HtmlDecode(answer.StatusCode == HttpStatusCode.Found ? await client.ReadAsync(page) : await answer.Content.ReadAsStringAsync());
    }

    private string On(int days) => rig.Day.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Task<IReadOnlyList<RegisterLine>> PeopleAsync() => Views.PeopleAsync(rig.School, null, null, true, default);

    private async Task<IReadOnlyList<MembershipView>> GroupsAsync(PersonId person) => (await Views.PersonAsync(rig.School, person, Reader.Office, default))!.Groups;

    private Task<IReadOnlyList<ClassSize>> SizesAsync() => rig.Services.GetRequiredService<IGroupBook>().SizesAsync(rig.School, default);

    /// <summary>The lead erases somebody between the page's look at them and what is recorded of them.</summary>
    private sealed class ErasedOnceRead(IGuardianBook inner, IServiceProvider services) : IGuardianBook
    {
        public PersonId? Erased { get; set; }

        public async Task<IReadOnlyList<GuardianLine>> ListAsync(SchoolId school, PersonId person, CancellationToken cancellationToken)
        {
            if (Erased == person)
            {
                await services.GetRequiredService<IRegisterBook>().EraseAsync(school, person, null, cancellationToken);
            }

            return await inner.ListAsync(school, person, cancellationToken);
        }

        public Task<Guid?> AddAsync(SchoolId school, PersonId person, GuardianEdit edit, UserId? by, CancellationToken cancellationToken) =>
            inner.AddAsync(school, person, edit, by, cancellationToken);

        public Task<GiveResult> EditAsync(SchoolId school, PersonId person, Guid guardian, GuardianEdit edit, UserId? by, CancellationToken cancellationToken) =>
            inner.EditAsync(school, person, guardian, edit, by, cancellationToken);

        public Task<bool> EndAsync(SchoolId school, PersonId person, Guid guardian, UserId? by, CancellationToken cancellationToken) =>
            inner.EndAsync(school, person, guardian, by, cancellationToken);
    }
}
