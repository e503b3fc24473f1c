using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Register;
using MediaGuard.Records.Views;
using MediaGuard.Web.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

/// <summary>The register through its pages: an import seen before it is applied, a call from a parent, and what only the lead may read.</summary>
public sealed partial class RegisterStoryTests
{
    private const string Import = "/office/register/import";

    private SchoolRig rig = null!;

    [SetUp]
    public async Task StartAsync() => rig = await SchoolRig.StartAsync();

    [TearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    [Property("Requirement", "C4")]
    public async Task Import_UploadedAndMapped_ShowsTheDifferenceAppliesAndIsUndone()
    {
        var office = await rig.AsAsync(SchoolRole.Office);
        var file = "Number;Surname;Forename;Form;Web pictures?\n1;Cedarholt;Cem;Oak;ok\n2;Fir;Fay;Oak;see form\n3;Gorse;Gil;Oak;ok\n"u8.ToArray();
        using var sent = await office.UploadAsync(Import, "file", "any name.csv", file);
        var draft = sent.Headers.Location!.ToString();
        Assert.That(draft, Does.Match($"^{Import}/[0-9a-f]{{32}}$"));
        Assert.That(await office.ReadAsync(draft), Does.Contain("Nothing of this file can be applied").And.Contain("A column that is needed was not found"));

        using var mapped = await office.PostAsync(
            draft + "?handler=Map",
            [new("preset", "sims"), new("key", "Number"), new("forename", "Forename"), new("surname", "Surname"), new("class", "Form"), new("answer-website", "Web pictures?"), new("yes", "ok"), new("no", "never")],
            draft);
        var page = await office.ReadAsync(draft);
        Assert.That(page, Does.Contain("Fay Fir").And.Contain("see form").And.Contain("Neither a yes nor a no").And.Contain("Row 3"));
        var before = await PeopleAsync();
        using var applied = await office.PostAsync(draft + "?handler=Apply", [new("token", TokenOf(page))], draft);
        Assert.That(applied.Headers.Location?.ToString(), Is.EqualTo("/office/register"));
        Assert.That(await StandingAsync("Gil Gorse"), Is.EqualTo("none yes"));
        Assert.That(await StandingAsync("Fay Fir"), Is.EqualTo("none none"));
        using var gone = await office.GetAsync(draft);
        Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), "an applied file is not kept");

        var run = Run().Match(await office.ReadAsync(Import)).Groups[1].Value;
        using var undone = await office.PostAsync(Import + "?handler=Undo", [new("run", run)], Import);
        Assert.That(await office.ReadAsync(Import), Does.Contain("the register is as it was before"));
        Assert.That((await PeopleAsync()).Select(p => (p.Id, p.Key)), Is.EqualTo(before.Select(p => (p.Id, p.Key))));
    }

    [Test]
    [Property("Requirement", "C4")]
    public async Task Import_MappedASecondTime_KeepsTheWordsAndWhatThePageDoesNotAskFor()
    {
        var office = await rig.AsAsync(SchoolRole.Office);
        using var sent = await office.UploadAsync(Import, "file", "a.csv", "UPN,Surname,Forename,Form,Set,Web,Mother,Made\n1,Fir,Fay,Oak,7,Yes,Pat,05/11/2025\n2,Gorse,Gil,Oak,7,ok,Pat,05/11/2025\n"u8.ToArray());
        var draft = sent.Headers.Location!.ToString();
        var (id, book) = (Guid.Parse(draft[^32..]), rig.Services.GetRequiredService<IImportBook>());
        await using var scope = rig.Services.CreateAsyncScope();
        var owner = new UserId((await scope.ServiceProvider.GetRequiredService<UserManager<SchoolUser>>().FindByEmailAsync(SchoolRig.Mail(SchoolRole.Office)))!.Id);
        await book.MapDraftAsync(rig.School, id, owner, new ImportColumns { Contact = "Mother", Exported = "Made" }, default);

        await MapAsync("Set", "ok", "never");
        var page = await office.ReadAsync(draft);
        await MapAsync("Form", WordsOf(page, "yes"), WordsOf(page, "no"));
        var kept = (await book.FindDraftAsync(rig.School, id, owner, default))!.Columns;
        Assert.That((string.Join('|', kept.Yes ?? []), string.Join('|', kept.No ?? []), kept.Class, kept.Contact, kept.Exported), Is.EqualTo(("ok", "never", "Form", "Mother", "Made")));
        Assert.That(await office.ReadAsync(draft), Does.Contain("Gil Gorse").And.Contain("Website: yes").And.Contain("Neither a yes nor a no").And.Contain("exported 5 November 2025"));

        async Task MapAsync(string group, string yes, string no)
        {
            using var mapped = await office.PostAsync(
                draft + "?handler=Map",
                [new("preset", "sims"), new("key", "UPN"), new("forename", "Forename"), new("surname", "Surname"), new("class", group), new("answer-website", "Web"), new("yes", yes), new("no", no)],
                draft);
            Assert.That(mapped.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        }

        static string WordsOf(string html, string field) => Regex.Match(html, $"name=\"{field}\" type=\"text\" value=\"([^\"]*)\"").Groups[1].Value;
    }

    [Test]
    [Property("Requirement", "C4")]
    public async Task Import_OfALargeChange_AsksTwice()
    {
        var office = await rig.AsAsync(SchoolRole.Office);
        var all = string.Concat(Enumerable.Range(1, 10).Select(n => $"A{n},Sur{n},For{n},Oak\n"));
        await ApplyAsync(office, all, sure: false);
        var half = string.Concat(Enumerable.Range(1, 5).Select(n => $"A{n},Sur{n},For{n},Oak\n"));
        var asked = await ApplyAsync(office, half, sure: false);
        Assert.That(await asked.Content.ReadAsStringAsync(), Does.Contain("This is a large change. Is it right?").And.Contain("5 of 10 pupils"));
        Assert.That((await PeopleAsync()).Count(p => p.LeftOn is not null), Is.Zero);
        var applied = await ApplyAsync(office, half, sure: true);
        Assert.That(applied.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await PeopleAsync()).Count(p => p.LeftOn is not null), Is.EqualTo(5));
    }

    [Test]
    public async Task Draft_OfAColleague_IsNotFound()
    {
        var office = await rig.AsAsync(SchoolRole.Office);
        var draft = await rig.Services.GetRequiredService<IImportBook>().KeepDraftAsync(
            rig.School, new ImportRequest("UPN\n"u8.ToArray(), new ImportColumns()), new UserId(Guid.CreateVersion7()), default);
        using var answer = await office.GetAsync($"{Import}/{draft:N}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Call_FromAParent_IsRecordedInOneStepAndAYesInTwo()
    {
        var office = await rig.AsAsync(SchoolRole.Office);
        var cem = (await PeopleAsync()).Single(p => p.Name == "Cem Cedarholt");
        var path = $"/office/register/person/{cem.Id}";
        using var no = await office.PostAsync(path + "?handler=No", [new("purpose", "website"), new("how", "telephone")], path);
        Assert.That(await StandingAsync(cem.Name), Is.EqualTo("yes no"));

        using var refused = await office.PostAsync(path + "?handler=Yes", [new("purpose", "website"), new("how", "form"), new("evidence", "drawer")], path);
        Assert.That(await office.ReadAsync(path), Does.Contain("stands until the safeguarding lead records otherwise"));
        Assert.That(await StandingAsync(cem.Name), Is.EqualTo("yes no"));

        var lead = await rig.AsAsync(SchoolRole.Lead);
        var leads = $"/lead/person/{cem.Id}";
        using var asked = await lead.PostAsync(leads + "?handler=AskYes", [new("purpose", "website"), new("how", "letter"), new("evidence", "drawer")], leads);
        Assert.That(await asked.Content.ReadAsStringAsync(), Does.Contain("Record a yes to Website?"));
        Assert.That(await StandingAsync(cem.Name), Is.EqualTo("yes no"), "asking records nothing");
        using var yes = await lead.PostAsync(leads + "?handler=Yes", [new("purpose", "website"), new("how", "letter"), new("evidence", "drawer")], leads);
        Assert.That(await StandingAsync(cem.Name), Is.EqualTo("yes yes"));
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Call_AfterAnImportThatNoLongerShowedAYes_MayStillBeANo()
    {
        var office = await rig.AsAsync(SchoolRole.Office);
        var path = $"/office/register/person/{rig.Dan}";
        const string Form = "<button class=\"button danger\">Record the no to Website</button>";
        await RowAsync(office, "Yes");
        Assert.That(await office.ReadAsync(path), Does.Contain(Form), "a yes can be taken back");
        await RowAsync(office, "");
        Assert.That(await StandingAsync("Dan Dogwood"), Is.EqualTo("yes no"));
        Assert.That(await office.ReadAsync(path), Does.Contain(Form), "nobody has said no yet");

        using var no = await office.PostAsync(path + "?handler=No", [new("purpose", "website"), new("how", "telephone")], path);
        Assert.That(await office.ReadAsync(path), Does.Not.Contain(Form), "somebody has");
        using var sent = await office.UploadAsync(Import, "file", "a.csv", Dan("Yes"));
        Assert.That(await office.ReadAsync(sent.Headers.Location!.ToString()), Does.Contain("Conflict"), "no import turns it");

        static byte[] Dan(string website) => Encoding.UTF8.GetBytes("UPN,Full Name,Reg,Website consent\nD1,Dan Dogwood,Elm," + website + "\n");

        async Task RowAsync(SchoolClient client, string website)
        {
            using var upload = await client.UploadAsync(Import, "file", "a.csv", Dan(website));
            var draft = upload.Headers.Location!.ToString();
            using var applied = await client.PostAsync(draft + "?handler=Apply", [new("token", TokenOf(await client.ReadAsync(draft))), new("sure", "true")], draft);
        }
    }

    [Test]
    [Property("Requirement", "C8")]
    public async Task Protection_ReasonAndFact_AreOnTheLeadsPagesOnly()
    {
        var (office, lead) = (await rig.AsAsync(SchoolRole.Office), await rig.AsAsync(SchoolRole.Lead));
        var cem = (await PeopleAsync()).Single(p => p.Name == "Cem Cedarholt");
        using var set = await lead.PostAsync($"/lead/person/{cem.Id}?handler=Protect", [new("reason", "XYZZY order")], $"/lead/person/{cem.Id}");
        Assert.That(await lead.ReadAsync("/lead/protected"), Does.Contain("XYZZY order").And.Contain("Cem Cedarholt"));

        // Ali's family refused both as well, on the same day
        await rig.Services.GetRequiredService<IRegisterBook>().RefuseAsync(rig.School, rig.Bea, [new PurposeId("seesaw"), new PurposeId("website")], "telephone", "", null, default);
        foreach (var path in new[] { "/office/register", $"/office/register/person/{cem.Id}", $"/office/register/edit/{cem.Id}", "/office", Import })
        {
            Assert.That((await office.ReadAsync(path)).ToUpperInvariant(), Does.Not.Contain("XYZZY").And.Not.Contain("PROTECT"), path);
        }

        var (hidden, open) = (await office.ReadAsync($"/office/register/person/{cem.Id}"), await office.ReadAsync($"/office/register/person/{rig.Bea}"));
        Assert.That(Latest(hidden), Is.EqualTo(Latest(open)), "what was said last reads the same");
    }

    private static string Latest(string page) => string.Join('\n', Said().Matches(page).Take(2).Select(m => m.Groups[1].Value.Trim()).Order(StringComparer.Ordinal));

    private static string TokenOf(string page) => Token().Match(page).Groups[1].Value;

    private static async Task<HttpResponseMessage> ApplyAsync(SchoolClient office, string rows, bool sure)
    {
        using var sent = await office.UploadAsync(Import, "file", "a.csv", Encoding.UTF8.GetBytes("UPN,Legal Surname,Legal Forename,Reg\n" + rows));
        var draft = sent.Headers.Location!.ToString();
        List<KeyValuePair<string, string>> fields = [new("token", TokenOf(await office.ReadAsync(draft)))];
        if (sure)
        {
            fields.Add(new("sure", "true"));
        }

        return await office.PostAsync(draft + "?handler=Apply", fields, draft);
    }

    private Task<IReadOnlyList<RegisterLine>> PeopleAsync() => rig.Services.GetRequiredService<IRegisterViews>().PeopleAsync(rig.School, null, null, true, default);

    private async Task<string> StandingAsync(string name) =>
        string.Join(' ', (await PeopleAsync()).Single(p => p.Name == name).Standings.OrderBy(s => s.Purpose.Value, StringComparer.Ordinal).Select(s => s.Word));

    [GeneratedRegex("name=\"token\" value=\"([0-9a-f]{8})\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"run\" value=\"([0-9a-f-]{36})\"")]
    private static partial Regex Run();

    [GeneratedRegex("<li>(<strong>(?:Seesaw|Website): .*?)</li>", RegexOptions.Singleline)]
    private static partial Regex Said();
}
