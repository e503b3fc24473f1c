using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using MediaGuard.Journey.Evidence;
using MediaGuard.Journey.Heads;
using MediaGuard.Journey.Matching;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Audit;
using MediaGuard.Records.Evidence;
using MediaGuard.Records.Incidents;
using MediaGuard.Records.Matching;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Register;
using MediaGuard.Records.Scenes;
using MediaGuard.Tests.Support;
using MediaGuard.Web.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

/// <summary>The lead is asked “how do you know?”: the page answers, and the pack proves it to somebody who has only the pack.</summary>
public sealed class EvidenceStoryTests
{
    private static readonly string[] Planted =
    [
        "Ashgrove", "Birchall", "Cedarholt", "Elderfield", "Dogwood", "Oak iPad", "Quillfeather", "Underhill", "Zephyrine", "Featherstone", "tamsin", "Marchbanks", "school.example", "Pemberton",
    ];

    private static readonly SignInEvidence SignIn = new(true, false, false, 5, 5, 60);
    private readonly LaterClock clock = new();
    private SchoolRig rig = null!;
    private UserId lead;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        rig = await SchoolRig.StartAsync(services => services.AddSingleton<TimeProvider>(clock));
        await using var scope = rig.Services.CreateAsyncScope();
        lead = await scope.ServiceProvider.GetRequiredService<UserBooks>().CreateAsync(rig.School, new("plum.quillfeather@school.example", "Plum Quillfeather", SchoolRole.Lead), SchoolRig.Password, null);
        await rig.Services.GetRequiredService<IGuardianBook>().AddAsync(rig.School, rig.Ali, new GuardianEdit("Xanthe Marchbanks", "xanthe@school.example", true), lead, default);
        await rig.Services.GetRequiredService<IIncidentBook>().OpenAsync(rig.School, new NewIncident(IncidentKind.Complaint, "Zephyrine wrote."), lead, default);
        var chosen = await rig.Services.GetRequiredService<IMatchingActs>().ChooseAsync(rig.School, lead, new MatchingChoice(true, rig.Day, "kept by Pemberton", "Marigold Underhill", false, null), default);
        Assert.That(chosen, Is.Empty);
        await using var head = await rig.Services.GetRequiredService<IHeads>().BeginAsync(rig.School, default);
        var policy = (await rig.Services.GetRequiredService<IPolicyBook>().ReadAsync(rig.School, default)).Document;
        head.SetPolicy(policy with { Channels = [.. policy.Channels.Select(c => c with { Address = "/home/tamsin/out" })] }, lead);
        head.RecordConsent(rig.Eva, new PurposeId("website"), Consent.Register.ConsentAnswer.Withdrawn, rig.Day, null, "telephone", "told Featherstone", lead);
        await head.CommitAsync(default);
        await rig.Services.GetRequiredService<AuditHeads>().ExportAsync((await rig.Services.GetRequiredService<IRecordsFactory>().SchoolsAsync(default)).Single(), default);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [TearDown]
    public void Today() => clock.Offset = TimeSpan.Zero;

    [Test]
    [Property("Requirement", "G10")]
    public async Task Page_AnswersFromTheBooksAndNamesNobody()
    {
        var client = await rig.AsAsync(SchoolRole.Lead);
        var page = WebUtility.HtmlDecode(await client.ReadAsync("/lead/evidence"));
        Assert.That(page, Does.Contain("5 photos arrived").And.Contain("1 consent was withdrawn").And.Contain("Version 2 has been in force since").And.Contain("Face matching is on since").And.Contain("It was walked now"));
        Assert.That(page, Does.Contain("The last signed head is of").And.Contain("A complaint about personal data").And.Contain("ultraface-rfb320"));
        Assert.That(Planted.Where(n => page.Contains(n, StringComparison.OrdinalIgnoreCase)), Is.Empty);
        foreach (var days in new[] { "from=2026-05-02&until=2026-05-01", "from=rubbish", "until=0001-01-01" })
        {
            Assert.That(await client.ReadAsync($"/lead/evidence?{days}"), Does.Contain("There is no report of these days"), days);
        }
    }

    [Test]
    [Property("Requirement", "A1")]
    [Property("Requirement", "L3")]
    public async Task Pack_HoldsWhatItSaysAndNobodysName()
    {
        var client = await rig.AsAsync(SchoolRole.Lead);
        using var made = await client.PostAsync("/lead/evidence?handler=Make", [], "/lead/evidence");
        Assert.That(made.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/zip"));
        Assert.That(made.Headers.CacheControl?.NoStore, Is.True);
        Assert.That(made.Content.Headers.ContentDisposition?.FileName, Does.Match("evidence-[0-9]{8}-[0-9]{4}\\.zip"));
        var files = await FilesAsync(new MemoryStream(await made.Content.ReadAsByteArrayAsync()));
        Assert.That(files.Keys, Is.SupersetOf(new[]
        {
            "evidence.html", "evidence.json", "policy-history.json", "dpia.html", "ropa.csv", "audit.jsonl", "heads/this-pack.txt", "heads/this-pack.sig", "public-key.pem", "verify.py", "how-to-verify.txt", "SHA256SUMS", "SHA256SUMS.sig",
        }));
        Assert.That(files.SelectMany(f => Planted.Where(n => f.Value.Contains(n, StringComparison.OrdinalIgnoreCase)).Select(n => $"{n} in {f.Key}")), Is.Empty);
        Assert.That(files.Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)).Select(f => f.Value), Has.All.Not.Contain("<script").And.All.Not.Contain(" src=").And.All.Not.Contain("href="));

        using var figures = JsonDocument.Parse(files["evidence.json"]);
        Assert.That(figures.RootElement.GetProperty("term").GetProperty("arrived").GetInt32(), Is.EqualTo(5));
        Assert.That(figures.RootElement.GetProperty("said").EnumerateArray().Sum(s => s.GetProperty("withdrawn").GetInt32()), Is.EqualTo(1));
        using var policies = JsonDocument.Parse(files["policy-history.json"]);
        Assert.That(policies.RootElement.EnumerateArray().Select(p => p.GetProperty("version").GetInt64()), Is.EqualTo(new[] { 2L, 1L }));
        Assert.That(policies.RootElement[0].GetProperty("role").GetString(), Is.EqualTo("lead"));
        var last = JsonDocument.Parse(files["audit.jsonl"].TrimEnd('\n').Split('\n')[^1]).RootElement;
        Assert.That(last.GetProperty("act").GetString(), Is.EqualTo("evidence-pack"), "that it was taken out stands in it");
    }

    [Test]
    [Property("Requirement", "L3")]
    public async Task Assessment_IsBegunAndSaysWhatIsLeftToTheSchool()
    {
        var files = await FilesAsync(await PackAsync(rig.Day, rig.Day));
        var dpia = WebUtility.HtmlDecode(files["dpia.html"]);
        Assert.That(dpia, Does.Contain("5 pupils in 2 classes").And.Contain("Face matching is on").And.Contain("Consent, article 6(1)(a)").And.Contain("not automated"));
        Assert.That(dpia.Split("For the school to fill in:"), Has.Length.GreaterThan(10));
        var model = await File.ReadAllLinesAsync(Path.Combine(TestPaths.Root, "docs", "threat-model.md"));
        Assert.That(ThreatModel.Protected, Has.Count.EqualTo(model.SkipWhile(l => l != "## What is protected, and how").TakeWhile(l => l != "## What is not protected").Count(l => l.StartsWith('|')) - 2));
        Assert.That(ThreatModel.NotProtected, Has.Count.EqualTo(model.SkipWhile(l => l != "## What is not protected").Count(l => l.StartsWith("- ", StringComparison.Ordinal))));
        Assert.That(ThreatModel.Protected.Select(t => t.Threat).Concat(ThreatModel.NotProtected).Where(t => !dpia.Contains(t, StringComparison.Ordinal)), Is.Empty);
        var record = files["ropa.csv"].Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.That(record[0], Does.Contain("\"Lawful basis\""));
        Assert.That(record.Count(l => l.StartsWith("\"Publishing: ", StringComparison.Ordinal)), Is.EqualTo(StandardChannels));
        Assert.That(record.Select(l => l.Split("\",\"").Length).Distinct(), Is.EqualTo(new[] { 11 }));
    }

    [Test]
    [Property("Requirement", "A1")]
    public async Task Pack_IsVerifiedWithWhatItSaysAlone_AndAChangeIsFound()
    {
        using var folder = await UnpackedAsync(await PackAsync(rig.Day, rig.Day));
        var commands = (await File.ReadAllLinesAsync(folder.At("how-to-verify.txt"))).Where(l => l.StartsWith("    ", StringComparison.Ordinal)).Select(l => l.Trim()).ToList();
        Assert.That(commands, Has.Count.EqualTo(4));
        foreach (var command in commands)
        {
            var (code, said) = await RunAsync(folder.FullName, command);
            Assert.That(code, Is.Zero, $"{command}\n{said}");
        }

        var walk = commands.Single(c => c.StartsWith("python3", StringComparison.Ordinal));
        Assert.That((await RunAsync(folder.FullName, walk)).Said, Does.EndWith("the chain holds").And.Contain("2 signed heads"), "today's and the pack's own");
        var log = folder.At("audit.jsonl");
        var lines = await File.ReadAllLinesAsync(log);
        var n = lines.Length / 2;
        await File.WriteAllLinesAsync(log, lines.Select((l, i) => i == n ? l.Replace("\"act\":\"", "\"act\":\"x", StringComparison.Ordinal) : l));
        Assert.That(await RunAsync(folder.FullName, walk), Is.EqualTo((1, $"entry {n + 1} was changed")));
        Assert.That((await RunAsync(folder.FullName, commands.Single(c => c.StartsWith("sha256sum", StringComparison.Ordinal)))).Code, Is.Not.Zero);
        await File.WriteAllLinesAsync(log, lines.Where((_, i) => i != n));
        Assert.That((await RunAsync(folder.FullName, walk)).Said, Does.StartWith($"entry {n + 1} is missing"));
        await File.WriteAllLinesAsync(log, lines.SkipLast(1));
        Assert.That((await RunAsync(folder.FullName, walk)).Code, Is.EqualTo(1), "cut off");

        await File.WriteAllLinesAsync(log, lines);
        var head = folder.At("heads", "this-pack.txt");
        await File.WriteAllTextAsync(head, (await File.ReadAllTextAsync(head)).Replace(rig.School.ToString(), Guid.Empty.ToString("N"), StringComparison.Ordinal));
        Assert.That((await RunAsync(folder.FullName, walk)).Code, Is.EqualTo(1), "a head of another school");
        Assert.That((await RunAsync(folder.FullName, commands.Single(c => c.StartsWith("for ", StringComparison.Ordinal)))).Code, Is.Not.Zero, "its signature");
        await File.WriteAllBytesAsync(folder.At("SHA256SUMS.sig"), new byte[70]);
        Assert.That((await RunAsync(folder.FullName, commands[0])).Code, Is.Not.Zero);
    }

    [Test]
    [Property("Requirement", "A1")]
    public async Task Pack_OfDaysInTheMiddle_IsAStretchThatVerifies()
    {
        var trail = rig.Services.GetRequiredService<IAuditTrail>();
        var before = (await trail.HeadAsync(rig.School, default)).Sequence;
        clock.Offset = TimeSpan.FromDays(3);
        await WriteAsync("a", "b");
        clock.Offset = TimeSpan.FromDays(1);
        await WriteAsync("set-back");
        clock.Offset = TimeSpan.FromDays(3);
        await WriteAsync("c");
        clock.Offset = TimeSpan.FromDays(5);
        await WriteAsync("d");
        var day = rig.Day.AddDays(3);
        using var folder = await UnpackedAsync(await PackAsync(day, day));
        var acts = (await File.ReadAllLinesAsync(folder.At("audit.jsonl"))).Select(l => JsonDocument.Parse(l).RootElement);
        Assert.That(acts.Select(a => (a.GetProperty("sequence").GetInt64(), a.GetProperty("act").GetString())), Is.EqualTo(new[] { (before + 1, "a"), (before + 2, "b"), (before + 3, "set-back"), (before + 4, "c") }));
        Assert.That((await RunAsync(folder.FullName, "python3 verify.py")).Said, Does.EndWith("the chain holds"));
        using var empty = await UnpackedAsync(await PackAsync(rig.Day.AddDays(-9), rig.Day.AddDays(-8)));
        Assert.That(await RunAsync(empty.FullName, "python3 verify.py"), Is.EqualTo((0, "0 entries, 0 signed heads\nthe chain holds")));
        Assert.That(await File.ReadAllTextAsync(empty.At("evidence.html")), Does.Contain("0 photos arrived").And.Contain("0 consents were withdrawn"));
    }

    private static int StandardChannels => Journey.StandardPolicy.Document.Channels.Length;

    private async Task WriteAsync(params string[] acts)
    {
        await using var head = await rig.Services.GetRequiredService<IHeads>().BeginAsync(rig.School, default);
        foreach (var act in acts)
        {
            head.Audit(act, "school", "", null);
        }

        await head.CommitAsync(default);
    }

    private async Task<MemoryStream> PackAsync(DateOnly from, DateOnly until)
    {
        var stream = new MemoryStream();
        await rig.Services.GetRequiredService<IEvidencePack>().WriteAsync(rig.School, from, until, SignIn, lead, stream, default);
        stream.Position = 0;
        return stream;
    }

    private static async Task<Dictionary<string, string>> FilesAsync(Stream stream)
    {
        await using var zip = new ZipArchive(stream);
        var files = new Dictionary<string, string>();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(), Encoding.UTF8);
            files[entry.FullName] = await reader.ReadToEndAsync();
        }

        return files;
    }

    private static async Task<TempFolder> UnpackedAsync(Stream stream)
    {
        var folder = new TempFolder();
        await using var zip = new ZipArchive(stream);
        await zip.ExtractToDirectoryAsync(folder.FullName);
        return folder;
    }

    private static async Task<(int Code, string Said)> RunAsync(string folder, string command)
    {
        foreach (var tool in new[] { "python3", "openssl", "sha256sum" }.Where(t => !Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(p => File.Exists(Path.Combine(p, t)))))
        {
            Assert.Ignore($"{tool} is not installed (Debian: apt-get install python3 openssl coreutils).");
        }

        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", command]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = shell.StandardOutput.ReadToEndAsync();
        var complained = shell.StandardError.ReadToEndAsync();
        await shell.WaitForExitAsync();
        await complained;
        return (shell.ExitCode, (await said).Trim());
    }
}
