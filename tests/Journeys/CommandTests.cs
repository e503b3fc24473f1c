using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using MediaGuard.Journeys.Tests.Support;
using MediaGuard.Media;
using MediaGuard.Tests.Support;
using NetVips;

namespace MediaGuard.Journeys.Tests;

/// <summary>The real executable as scripts use it: exit codes, what stands on which stream, names of fields.</summary>
[TestFixture, Parallelizable(ParallelScope.Children), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CommandTests : IDisposable
{
    private const int Done = 0;
    private const int SomeFailed = 1;
    private const int WrongUsage = 2;
    private const int NotSetUp = 3;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Test]
    public async Task Process_Json_IsOneObjectAPhotoAndAFailedItemsIdOnStderr()
    {
        using var school = await School.MakeAsync();
        await using (var services = school.Services())
        {
            await school.ClearBeforehandAsync(services, Photos.Draw(1));
        }

        school.Drop("cleared.jpg", Photos.Draw(1));
        school.Drop("held.jpg", Photos.Draw(2));
        school.Drop("no picture.jpg", Photos.NoPicture(1));
        var (code, said, complained) = await RunInAsync(school, "process", "--json");

        Assert.That(code, Is.EqualTo(SomeFailed), complained);
        Assert.That(said, Has.Count.EqualTo(3));
        var photos = said.Select(l => JsonDocument.Parse(l).RootElement).ToList();
        foreach (var photo in photos)
        {
            Assert.That(Names(photo), Is.EqualTo(new[] { "item", "class", "status", "reason", "faces", "channels" }));
            Assert.That(photo.GetProperty("class").GetString(), Is.EqualTo("Oak"));
            Assert.That(Guid.TryParse(photo.GetProperty("item").GetString(), out _), Is.True);
            var seesaw = photo.GetProperty("channels").GetProperty("seesaw");
            Assert.That(Names(seesaw), Is.EqualTo(new[] { "verdict", "reasons" }));
        }

        var cleared = photos.Single(p => p.GetProperty("status").GetString() == nameof(MediaStatus.Shredded));
        Assert.That(cleared.GetProperty("faces").GetInt32(), Is.Zero);
        Assert.That((Verdict(cleared), Reasons(cleared)), Is.EqualTo(("Cleared", "")));
        var held = photos.Single(p => p.GetProperty("status").GetString() == nameof(MediaStatus.Departed));
        Assert.That((Verdict(held), Reasons(held)), Is.EqualTo(("Held", nameof(ReasonCode.NobodySaidAnything))).Or.EqualTo(("Held", nameof(ReasonCode.PossiblePeopleUnknown))));
        var failed = photos.Single(p => p.GetProperty("status").GetString() == nameof(MediaStatus.Quarantined));
        Assert.That(Verdict(failed), Is.EqualTo("Held"));
        Assert.That(failed.GetProperty("reason").GetString(), Is.EqualTo(Reasons(failed)).And.Not.Empty);
        Assert.That(complained, Does.Contain(failed.GetProperty("item").GetString()!).And.Not.Contain(held.GetProperty("item").GetString()!));
        Assert.That(complained, Does.Not.Contain("no picture.jpg"));
    }

    [Test]
    public async Task Process_Plain_EndsWithATableAndMovesNothingOnAPipe()
    {
        using var school = await School.MakeAsync();
        school.Drop("held.jpg", Photos.Draw(3));
        var (code, said, complained) = await RunInAsync(school, "process");
        var text = string.Join('\n', said);
        Assert.That(code, Is.EqualTo(Done), complained);
        Assert.That(said[0], Does.Match("^[0-9a-f]{32}  Oak  Departed  0 faces$"));
        Assert.That(text, Does.Contain("    Seesaw: Held").And.Match("Channel.+Cleared.+Held.+Refused").And.Match("Seesaw.+0.+1.+0"));
        Assert.That(said[^1], Is.EqualTo("1 photos, 0 quarantined, 0 not taken again"));
        Assert.That(text + complained, Does.Not.Contain('\u001b').And.Not.Contain('\r').And.Not.Contain("%"));
        Assert.That(complained.Split('\n'), Is.EqualTo(new[] { "0 of 1 photos", "1 of 1 photos" }));

        var (again, nothing, _) = await RunInAsync(school, "process");
        Assert.That((again, nothing[^1]), Is.EqualTo((Done, "0 photos, 0 quarantined, 0 not taken again")));
    }

    [Test]
    public async Task Inspect_Json_SaysWhatIsInAFileAndNamesTheOneThatFailed()
    {
        var photo = Write("photo.jpg", Photos.Dressed(4, "A title"));
        var (code, said, complained) = await RunAsync("inspect", photo, Write("list.txt", Photos.NoPicture(2)), folder.FullName, folder.At("nowhere.jpg"), "--json");
        Assert.That(code, Is.EqualTo(SomeFailed));
        var report = JsonDocument.Parse(said.Single()).RootElement;
        Assert.That(Names(report), Is.EqualTo(new[]
        {
            "file", "format", "width", "height", "cameraMake", "cameraModel", "cameraSerial", "captured", "capturedOffset", "location", "metadata", "names", "regions", "faces", "notSeenBecause",
        }));
        Assert.That((report.GetProperty("format").GetString(), report.GetProperty("location").GetBoolean()), Is.EqualTo(("Jpeg", true)));
        Assert.That(report.GetProperty("names").EnumerateArray().Select(n => n.GetProperty("text").GetString()), Does.Contain("A title"));
        Assert.That(complained.Split('\n'), Has.Length.EqualTo(3));
        Assert.That(complained, Does.Match("list\\.txt: (NotAPicture|FormatNotSupported)").And.Contain("is a folder").And.Contain("nowhere.jpg: there is no such file"));

        var (plain, lines, _) = await RunAsync("inspect", photo);
        Assert.That((plain, lines[1]), Is.EqualTo((Done, "  format     Jpeg, 192 x 144")));
    }

    [Test]
    public async Task Clean_Json_WritesTheCleanFileAndNothingWhereItFails()
    {
        var photo = Write("photo.jpg", Photos.Dressed(5, "A title"));
        var clean = folder.At("clean.jpg");
        var (code, said, complained) = await RunAsync("clean", photo, "--out", clean, "--json");
        Assert.That(code, Is.EqualTo(Done), complained);
        var report = JsonDocument.Parse(said.Single()).RootElement;
        Assert.That(Names(report), Is.EqualTo(new[] { "file", "out", "from", "width", "height", "bytes", "removed", "notes", "cannotJudge" }));
        Assert.That(report.GetProperty("bytes").GetInt64(), Is.EqualTo(new FileInfo(clean).Length));
        using (var picture = Image.NewFromBuffer(await File.ReadAllBytesAsync(clean)))
        {
            Assert.That(picture.GetFields().Where(f => f.StartsWith("exif-", StringComparison.Ordinal)), Is.Empty);
        }

        var (wrong, none, why) = await RunAsync("clean", Write("list.jpg", Photos.NoPicture(3)), "--out", folder.At("list-clean.jpg"));
        Assert.That((wrong, none.Count), Is.EqualTo((SomeFailed, 0)));
        Assert.That(why, Does.Contain("list.jpg").And.Contain("nothing was written"));
        Assert.That(folder.At("list-clean.jpg"), Does.Not.Exist);
    }

    [Test]
    public async Task Clean_OntoItself_IsWrongUsageAndTouchesNothing()
    {
        var bytes = Photos.Dressed(6, "A title");
        var photo = Write("photo.jpg", bytes);
        var (code, _, complained) = await RunAsync("clean", photo, "--out", photo);
        Assert.That(code, Is.EqualTo(WrongUsage));
        Assert.That(complained, Does.Contain("give --out another name"));
        Assert.That(await File.ReadAllBytesAsync(photo), Is.EqualTo(bytes));
    }

    [TestCase(false, Done)]
    [TestCase(true, NotSetUp)]
    public async Task Models_List_SaysWhetherTheRequiredOnesAreThere(bool isEmpty, int expected)
    {
        using var school = await School.MakeAsync(); // ignores the test where the models are not installed
        var settings = isEmpty ? new Dictionary<string, string> { ["Models:Folder"] = folder.FullName } : [];
        var (code, said, _) = await RunAsync(settings, null, "models", "list", "--json");
        var models = said.Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.That(code, Is.EqualTo(expected));
        Assert.That(Names(models[0]), Is.EqualTo(new[] { "name", "role", "state", "isRequired", "licence", "source", "sha256" }));
        Assert.That(models.Where(m => m.GetProperty("isRequired").GetBoolean()).Select(m => m.GetProperty("state").GetString()), Is.All.EqualTo(isEmpty ? "Missing" : "Installed").And.Not.Empty);
    }

    [Test]
    public async Task Doctor_Json_SaysWhatIsWrongAndEndsWithOne()
    {
        using var school = await School.MakeAsync();
        school.Settings["Models:Folder"] = folder.FullName;
        var (code, said, complained) = await RunInAsync(school, "doctor", "--json");
        var findings = said.Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.That(code, Is.EqualTo(SomeFailed));
        Assert.That(findings.Select(Names), Is.All.EqualTo(new[] { "what", "health", "says", "mend" }));
        var wrong = findings.Where(f => f.GetProperty("health").GetString() == "Wrong").ToList();
        Assert.That(wrong.Select(f => f.GetProperty("what").GetString()), Does.Contain("model ultraface-rfb320"));
        Assert.That(wrong.Select(f => f.GetProperty("mend").GetString()), Has.None.Empty);
        Assert.That(complained, Does.Contain("model ultraface-rfb320"));
    }

    [Test]
    public async Task User_AddListDisable_GoesByItsExitCodes()
    {
        var data = folder.At("data");
        string[] add = ["user", "add", "a@school.example", "--name", "Ada Office", "--role", "office", "--data", data];
        Assert.That((await RunAsync([], null, "user", "list", "--data", data)).Code, Is.EqualTo(NotSetUp));
        Assert.That((await RunAsync([], "weak", add)).Code, Is.EqualTo(SomeFailed));
        Assert.That((await RunAsync([], "Wq7-tRv9-xKm!", add)).Code, Is.EqualTo(Done));
        Assert.That((await RunAsync([], "Wq7-tRv9-xKm!", add)).Code, Is.EqualTo(SomeFailed), "there already");
        Assert.That((await RunAsync([], null, "user", "disable", "a@school.example", "--data", data)).Code, Is.EqualTo(Done));
        var unknown = await RunAsync([], null, "user", "disable", "b@school.example", "--data", data);
        Assert.That((unknown.Code, unknown.Complained), Is.EqualTo((SomeFailed, "mediaguard: There is no account with this mail address.")));
        var (code, said, _) = await RunAsync([], null, "user", "list", "--json", "--data", data);
        Assert.That((code, said.Single()), Is.EqualTo((Done, """{"mail":"a@school.example","name":"Ada Office","role":"office","disabled":true}""")));
    }

    [TestCase]
    [TestCase("nonsense")]
    [TestCase("process", "--nonsense")]
    [TestCase("inspect")]
    [TestCase("clean", "photo.jpg")]
    [TestCase("clean", "/nowhere/photo.jpg", "--out", "/nowhere/clean.jpg")]
    [TestCase("user", "add", "a@school.example", "--name", "A", "--role", "king")]
    [TestCase("register", "import", "/nowhere/export.csv", "--preset", "nobodys")]
    public async Task Usage_Wrong_EndsWithTwoAndSaysWhy(params string[] arguments)
    {
        var (code, said, complained) = await RunAsync(arguments);
        Assert.That(code, Is.EqualTo(WrongUsage));
        Assert.That(complained.Length > 0 || said.Count > 0, Is.True);
        Assert.That(complained, Does.Not.Contain("   at "), "no stack trace");
    }

    [TestCase("process")]
    [TestCase("doctor")]
    [TestCase("user", "list")]
    [TestCase("register", "show")]
    public async Task DataFolder_Missing_EndsWithThreeAndMakesNone(params string[] arguments)
    {
        var data = folder.At("none");
        var (code, _, complained) = await RunAsync([.. arguments, "--data", data]);
        Assert.That(code, Is.EqualTo(NotSetUp));
        Assert.That(complained, Does.Contain("there is no data folder there; `mediaguard serve` makes one"));
        Assert.That(data, Does.Not.Exist);
    }

    [Test]
    [Property("Requirement", "C3")]
    public async Task Policy_Set_SaysWhatWouldChangeAndDoesItOnlyWhenTold()
    {
        using var school = await School.MakeAsync();
        var (asked, preview, complained) = await RunInAsync(school, "policy", "set", "press", "--published-days", "30");
        Assert.That((asked, preview[0], preview[^1]), Is.EqualTo((Done, "Press is a channel now. It asks for Press.", "nothing was changed; say --apply to do it")), complained);
        var (done, said, _) = await RunInAsync(school, "policy", "set", "press", "--published-days", "30", "--apply", "--json");
        var change = JsonDocument.Parse(said.Single()).RootElement;
        Assert.That((done, change.GetProperty("applied").GetBoolean()), Is.EqualTo((Done, true)));
        Assert.That(Names(change), Is.EqualTo(new[] { "applied", "version", "changes", "decidedAgain", "waiting", "outside", "takenBack" }));
        var (_, shown, _) = await RunInAsync(school, "policy", "show", "--json");
        var press = shown.Select(l => JsonDocument.Parse(l).RootElement).Single(l => l.GetProperty("channel").GetString() == "press");
        Assert.That(Names(press), Is.EqualTo(new[] { "version", "channel", "name", "isPublic", "purposes", "noFaceSuffices", "secondApprover", "publishedForDays", "takeDownWithinHours" }));
        Assert.That((press.GetProperty("publishedForDays").GetInt32(), press.GetProperty("isPublic").GetBoolean()), Is.EqualTo((30, true)));

        var (face, _, whyNot) = await RunInAsync(school, "policy", "set", "website", "--no-face", "yes", "--apply");
        Assert.That(face, Is.EqualTo(WrongUsage));
        Assert.That(whyNot, Does.Contain("never suffices there"));
        var (another, _, whyElse) = await RunInAsync(school, "policy", "set", "social", "--purposes", "website", "--apply");
        Assert.That(another, Is.EqualTo(WrongUsage));
        Assert.That(whyElse, Does.Contain("must ask for the consent of its own name"));
        var (_, versions, _) = await RunInAsync(school, "policy", "show", "--versions");
        Assert.That(versions[1], Is.EqualTo("    Press is a channel now. It asks for Press."));
    }

    [Test]
    [Property("Requirement", "C1")]
    public async Task Policy_SetPurposeAndSetSchool_SayWhatWouldChangeAndDoItOnlyWhenTold()
    {
        using var school = await School.MakeAsync();
        string[] lasts = ["policy", "set-purpose", "website", "--lasts", "months", "--months", "18", "--basis", "public-task"];
        var (asked, preview, complained) = await RunInAsync(school, lasts);
        Assert.That((asked, preview[^1]), Is.EqualTo((Done, "nothing was changed; say --apply to do it")), complained);
        Assert.That(preview[0], Does.StartWith("Website: a yes given from now on lasts 18 months"));
        Assert.That((await RunInAsync(school, [.. lasts, "--apply"])).Code, Is.EqualTo(Done));
        var (set, said, _) = await RunInAsync(school, "policy", "set-school", "--remind-days", "45", "--school-year-begins", "08-20", "--hold-unknown-devices", "no", "--shred-days", "3", "--import-left", "30", "--apply", "--json");
        Assert.That(set, Is.EqualTo(Done));
        Assert.That(JsonDocument.Parse(said.Single()).RootElement.GetProperty("changes").EnumerateArray().Select(c => c.GetProperty("code").GetString()), Is.EqualTo(new[] { "remind-days", "school-year", "unknown-devices", "shred-days", "imports" }));

        var shown = (await RunInAsync(school, "policy", "show", "--school", "--json")).Said.Select(l => JsonDocument.Parse(l).RootElement).ToList();
        var website = shown.Single(l => l.TryGetProperty("purpose", out var purpose) && purpose.GetString() == "website");
        Assert.That((website.GetProperty("lasts").GetString(), website.GetProperty("months").GetInt32(), website.GetProperty("basis").GetString()), Is.EqualTo(("months", 18, "public-task")));
        Assert.That((shown[^1].GetProperty("remindDays").GetInt32(), shown[^1].GetProperty("schoolYearBegins").GetString(), shown[^1].GetProperty("imports").GetProperty("left").GetInt32()), Is.EqualTo((45, "08-20", 30)));
        Assert.That((await RunInAsync(school, "policy", "show", "--school")).Said, Has.Some.Contain("website      a yes lasts 18 months; public-task").And.Some.Contain("year begins 08-20; reminders 45 days before"));

        foreach (var (wrong, why) in new (string[], string)[]
        {
            (["set-purpose", "moon"], "no purpose “moon”"),
            (["set-purpose", "website", "--lasts", "months", "--months", "0"], "from 1 to 120"),
            (["set-school", "--remind-days", "0"], "Reminders: give the days"),
            (["set-school", "--shred-days", "30"], "Originals: give the days"),
            (["set", "seesaw", "--take-down-hours", "0"], "Seesaw: give the hours"),
            (["set-school", "--school-year-begins", "September"], "for example 09-01"),
        })
        {
            var (code, _, complaint) = await RunInAsync(school, ["policy", .. wrong, "--apply"]);
            Assert.That(code, Is.EqualTo(WrongUsage), string.Join(' ', wrong));
            Assert.That(complaint, Does.Contain(why));
        }
    }

    [Test]
    [Property("Requirement", "G10")]
    public async Task Evidence_WritesThePackOfTheDaysAsked()
    {
        using var school = await School.MakeAsync();
        var pack = folder.At("pack.zip");
        var (code, said, complained) = await RunInAsync(school, "evidence", "--from", "2026-01-01", "--to", "2199-12-31", "--out", pack);
        Assert.That((code, said.Single()), Is.EqualTo((Done, "pack.zip")), complained);
        await using (var zip = await ZipFile.OpenReadAsync(pack))
        {
            Assert.That(zip.Entries.Select(e => e.FullName), Has.Member("evidence.html").And.Member("dpia.html").And.Member("SHA256SUMS.sig"));
        }

        Assert.That(File.Exists(pack + ".part"), Is.False);
        var (wrong, _, why) = await RunInAsync(school, "evidence", "--from", "2026-05-02", "--to", "2026-05-01", "--out", pack);
        Assert.That(wrong, Is.EqualTo(WrongUsage));
        Assert.That(why, Does.Contain("the last is not before the first"));
    }

    [Test]
    public async Task Process_WithoutASchool_EndsWithThree()
    {
        var (code, _, complained) = await RunAsync("process", "--data", folder.FullName);
        Assert.That(code, Is.EqualTo(NotSetUp));
        Assert.That(complained, Does.Contain("there is no school in this data folder"));
    }

    [Test]
    public async Task Setting_Wrong_StopsTheStartWithOneClearLine()
    {
        var (code, _, complained) = await RunAsync(new Dictionary<string, string> { ["Journey:Jobs"] = "nonsense" }, null, "serve", "--data", folder.At("data"));
        Assert.That(code, Is.EqualTo(NotSetUp));
        Assert.That(complained, Is.EqualTo("mediaguard: a setting is wrong: Journey:Jobs must be 'memory' or 'postgres'."));
    }

    [Test]
    public async Task Language_WithoutAFile_StopsTheStartAndSaysWhatToDo()
    {
        var (code, _, complained) = await RunAsync(new Dictionary<string, string> { ["Words:Tag"] = "cy" }, null, "serve", "--data", folder.At("data"));
        Assert.That(code, Is.EqualTo(NotSetUp));
        Assert.That(complained, Does.StartWith("mediaguard: the setting Words:Tag asks for “cy”, and there is no Words.cy.resx in ").And.EndsWith("there under that name and translate each value."));
    }

    [Test]
    public async Task Language_WithAFileInTheDataFolder_IsSpokenOnThePages()
    {
        var words = Directory.CreateDirectory(Path.Combine(folder.At("data"), "words"));
        await File.WriteAllTextAsync(Path.Combine(words.FullName, "Words.cy.resx"), "<root><data name=\"Sign in\"><value>Mewngofnodi</value></data></root>");
        var address = $"http://127.0.0.1:{FreePort.Next()}";
        await using var program = Mediaguard.Start(folder.At("data"), new Dictionary<string, string> { ["Words:Tag"] = "cy" }, "serve", "--urls", address);
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        await Eventually.HoldsAsync(() => program.Output.Contains("MediaGuard listens on", StringComparison.Ordinal), () => program.Output);
        var page = await client.GetStringAsync("/sign-in");
        Assert.That(page, Does.Contain("<h1>Mewngofnodi</h1>").And.Contain("lang=\"cy\""));
        Assert.That(page, Does.Contain("Password"), "what is not translated yet is said in English");
    }

    [Test]
    public async Task Serve_AddressTaken_EndsWithThree()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        var (code, _, complained) = await RunAsync("serve", "--data", folder.At("data"), "--urls", address);
        Assert.That(code, Is.EqualTo(NotSetUp));
        Assert.That(complained, Does.Contain($"something else listens on {address}; give another address with --urls"));
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(p => p.Name);

    private static string Verdict(JsonElement photo) => photo.GetProperty("channels").GetProperty("seesaw").GetProperty("verdict").GetString()!;

    private static string Reasons(JsonElement photo) =>
        string.Join(',', photo.GetProperty("channels").GetProperty("seesaw").GetProperty("reasons").EnumerateArray().Select(r => r.GetString()));

    private static Task<(int Code, IReadOnlyList<string> Said, string Complained)> RunAsync(params string[] arguments) => RunAsync([], null, arguments);

    private static Task<(int Code, IReadOnlyList<string> Said, string Complained)> RunInAsync(School school, params string[] arguments) =>
        RunAsync(school.Settings, null, [.. arguments, "--data", school.Data]);

    private static async Task<(int Code, IReadOnlyList<string> Said, string Complained)> RunAsync(Dictionary<string, string> settings, string? typed, params string[] arguments)
    {
        await using var program = Mediaguard.StartBare(settings, arguments);
        if (typed is not null)
        {
            await program.TypeAsync(typed);
        }

        var code = await program.WaitAsync(TimeSpan.FromMinutes(4));
        return (code, program.Said, program.Complained);
    }

    private string Write(string name, byte[] bytes)
    {
        var path = folder.At(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
