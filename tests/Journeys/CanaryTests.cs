using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using MediaGuard.Consent.People;
using MediaGuard.Ingest.Departures;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Vault;
using MediaGuard.Journey;
using MediaGuard.Journey.Review;
using MediaGuard.Journeys.Tests.Support;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Access;
using MediaGuard.Records.Parents;
using MediaGuard.Records.Register;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Views;
using MediaGuard.Web;
using MediaGuard.Web.Identity;
using MediaGuard.Web.Tests;

using Hangfire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journeys.Tests;

/// <summary>A name nobody else bears goes in wherever names come in, and may be found only where names belong.</summary>
public sealed class CanaryTests
{
    private const string Canary = "Zyxquilla";
    private const string Name = "Zyxquilla Vantongeren";

    /// <summary>Columns made for names; everywhere else a name is a leak.</summary>
    private static readonly string[] MadeForNames =
    [
        "People.FullName", "People.PreferredName", "People.NormalisedName", "People.Nicknames", "People.NormalisedNicknames", "FoundRegions.Name",
        "Groups.Name", "Groups.NormalisedFolder", "Media.SourcePath", "FoundNames.Text", "Media.CameraModel", "Devices.Label", "AspNetUsers.DisplayName",
        "Protections.Reason", "ImportDrafts.Bytes", "MatchingChoices.LeadName", "MatchingChoices.Reference", "Incidents.Camera", "Incidents.CameraKey",
        "Guardians.Name", "Guardians.Email",
        "MatchingChoices.AdviceReference", "MatchingChoices.AdviceBy",
    ];

    private const string Password = "Wq7-tRv9-xKm!";


    [Test]
    public async Task Journey_WithANameEverywhere_KeepsItWhereItBelongs()
    {
        using var school = await School.MakeAsync(Name);
        var books = new Books(school);
        var photo = await TaggedAsync(Photos.Draw(90));
        var broken = photo[..(photo.Length / 2)];
        string token;
        await using (var services = school.Services())
        {
            await using (var head = await services.GetRequiredService<IHeads>().BeginAsync(school.Id, default))
            {
                head.AddGroup(Canary, asksSeesaw: true, school.Teacher);
                head.AddPerson(new NewPerson(PersonKind.Staff, Name, Canary) { Nicknames = $"Zyx, {Canary}" }, school.Teacher);
                head.AddDevice(new NewDevice(Name + "'s iPad", "Apple", "iPad (9th generation)", "S2", null, new DateOnly(2020, 9, 1)), null);
                await head.CommitAsync(default);
            }

            await school.ClearBeforehandAsync(services, photo);

            // a guardian of the same name, their link, and a yes that the office is told of by mail
            var guardian = await services.GetRequiredService<IGuardianBook>().AddAsync(school.Id, school.Refuser, new GuardianEdit(Name, $"{Canary}@example.org", true), school.Teacher, default);
            var parents = services.GetRequiredService<IParentBook>();
            var link = await parents.MakeAsync(school.Id, school.Refuser, guardian!.Value, TimeSpan.FromDays(1), school.Teacher, default);
            await parents.AskAsync((await parents.OpenAsync(link!.Token, default)).Visit!, new PurposeId("website"), default);
            token = link.Token;
            await MakeAccountsAsync(school);
        }

        string output;
        var address = new Uri($"http://127.0.0.1:{MediaGuard.Tests.Support.FreePort.Next()}");
        await using (var serve = Mediaguard.Start(school.Data, Talkative(school), "serve", "--urls", address.ToString()))
        {
            await Eventually.HoldsAsync(() => serve.Output.Contains("listens on", StringComparison.Ordinal), () => serve.Output);
            using (var parent = new HttpClient())
            {
                Assert.That(await parent.GetStringAsync(new Uri(address, $"/parent/{token}")), Does.Contain("Photos of"));
            }

            school.Drop($"{Name}.jpg", photo);
            Write(school, $"Oak/{Name}/{Canary} again.jpg", photo);
            Write(school, $"Oak/{Name} broken.jpg", broken);
            Write(school, $"{Canary}/{Name} list.jpg", Encoding.UTF8.GetBytes($"A list with {Name} in it"));
            await Eventually.HoldsAsync(() => books.Of(photo)?.Status == MediaStatus.Departed, () => serve.Output);
            // the name of somebody attested absent holds it; the office looks, among everything else that people do on the pages
            await VisitAsync(address, school, books, books.Of(photo)!.Media);
            await Eventually.HoldsAsync(() => books.Out().Count == 1 && !books.InShare().Any() && books.Items().Count == 4, () => $"{string.Join('\n', books.Items())}\n{string.Join(',', books.InShare())}\n{serve.Output}");

            // what goes wrong may be what talks
            var store = Path.Combine(school.Data, "store");
            Directory.Move(store, store + "-away");
            Write(school, $"Oak/{Name} late.jpg", await TaggedAsync(Photos.Draw(91)));
            await Eventually.HoldsAsync(() => books.Items().Any(i => i.Waiting != "None"), () => serve.Output);
            Directory.Move(store + "-away", store);
            await Eventually.HoldsAsync(() => !books.InShare().Any(), () => serve.Output);
            output = serve.Output;
        }

        var (_, processed) = await school.RunAsync("process", ("Logging:LogLevel:Default", "Trace"));
        var (_, examined) = await school.RunAsync("doctor");
        Assert.Multiple(() =>
        {
            Assert.That(output + processed + examined, Does.Not.Contain(Canary).IgnoreCase);
            Assert.That(output, Does.Not.Contain(token).IgnoreCase, "a parent's link is in no log");
            Assert.That(output, Does.Contain("Decided"), "the log was looked at");
            Assert.That(output, Does.Contain("/office/register/import").And.Contain("/teacher/sheet"), "and addresses stand in it");
            AssertFiles(school);
            AssertColumns(books);
        });
    }

    /// <summary>Everything that can throw throws with the name in its message; the log at its most talkative and the job engine's storage are searched.</summary>
    [Test]
    public async Task Failures_WithANameInTheirMessage_DoNotReachLogOrJobs()
    {
        using var school = await School.MakeAsync(Name);
        var books = new Books(school);
        using var log = new Listening();
        var photo = Photos.Draw(92);
        school.Settings["Journey:StandstillAfter"] = "00:00:01";
        using var metrics = new Metrics();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(school.Settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None)
            .AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Diagnostics", LogLevel.None).AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Information);
        builder.Services.AddMediaGuard(builder.Configuration, school.Data, MediaGuard.Tests.Support.TestPaths.Root).AddJourneyLoops().AddMediaGuardPages();
        builder.Services.Replace(ServiceDescriptor.Singleton<IPictureCleaner, Talker>());
        builder.Services.Replace(ServiceDescriptor.Singleton<IDeviceCopyRemover, Talker>());
        await MakeAccountsAsync(school);
        await using var host = builder.Build();
        host.MapMediaGuardPages();
        await host.StartAsync();
        using (var office = await SignedInAsync(new Uri(host.Urls.Single()), SchoolRole.Office))
        {
            using var found = await office.PostAsync("/office/register?handler=Search", [new("search", Canary)], "/office/register");
            Assert.That(await found.Content.ReadAsStringAsync(), Does.Contain(Name));
        }

        school.Drop($"{Name}.jpg", photo);
        await Eventually.HoldsAsync(() => books.Items().Any(i => i.Reason == nameof(ReasonCode.StepDiedRepeatedly)), () => log.Text);
        await Task.Delay(TimeSpan.FromMilliseconds(1500), TimeProvider.System);
        var jobs = Jobs(host.Services.GetRequiredService<JobStorage>());
        await host.StopAsync();
        Assert.Multiple(() =>
        {
            Assert.That(log.Text, Does.Not.Contain(Canary).IgnoreCase);
            Assert.That(log.Text, Does.Contain(nameof(NotSupportedException)), "the failures were logged");
            Assert.That(jobs, Is.Not.Empty);
            Assert.That(jobs, Has.None.Contains(Canary).IgnoreCase);
            Assert.That(metrics.Measured, Has.Some.Match("http\\.server\\.request\\.duration.*office/register"), "metrics were listened to");
            Assert.That(metrics.Measured, Has.None.Contains(Canary).IgnoreCase);
            AssertFiles(school);
        });
    }

    /// <summary>The most that may be logged by settings, and every address that is asked for.</summary>
    private static Dictionary<string, string> Talkative(School school) => new(school.Settings)
    {
        ["Logging:LogLevel:Default"] = "Trace",
        ["Logging:LogLevel:Hangfire"] = "Information",
        ["Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = "Information",
    };

    /// <summary>The teacher of the school, the office and the lead, all of them bearing the name.</summary>
    private static async Task MakeAccountsAsync(School school)
    {
        await using var services = school.Services(s => s.AddSchoolIdentity());
        await using var scope = services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserBooks>();
        foreach (var role in new[] { SchoolRole.Teacher, SchoolRole.Office, SchoolRole.Lead })
        {
            var user = await users.CreateAsync(school.Id, Mail(role), Name, role, Password);
            await scope.ServiceProvider.GetRequiredService<IAccessBook>().SignAsync(school.Id, user, 0, default);
            await using var head = await services.GetRequiredService<IHeads>().BeginAsync(school.Id, default);
            head.LetTeach(user, (await services.GetRequiredService<IPhotoViews>().ClassesAsync(school.Id, school.Teacher, default)).Single(c => c.Name == "Oak").Id);
            await head.CommitAsync(default);
        }
    }

    private static string Mail(string role) => $"{role}@school.example";

    /// <summary>A round of people through the pages: they read, search, import, protect, choose and decide, with the name in everything they type.</summary>
    private static async Task VisitAsync(Uri address, School school, Books books, MediaId media)
    {
        using var teacher = await SignedInAsync(address, SchoolRole.Teacher);
        var oak = books.Rows($"SELECT GroupId FROM Media WHERE Id = '{media.Value.ToString().ToUpperInvariant()}'", r => r.GetString(0)).Single();
        var day = books.Rows("SELECT ArrivedOn FROM Media LIMIT 1", r => r.GetString(0)).Single();
        Assert.That(await teacher.ReadAsync($"/teacher?class={oak}"), Does.Contain("p-" + media));
        Assert.That(await teacher.ReadAsync($"/teacher/sheet?class={oak}&day={day}&channel=seesaw"), Does.Contain(Name), "pages show names to those who may read them");

        using var office = await SignedInAsync(address, SchoolRole.Office);
        Assert.That(await office.ReadAsync($"/office/picture/{media}"), Does.Contain(Name));
        using var found = await office.PostAsync("/office/register?handler=Search", [new("search", Canary)], "/office/register");
        Assert.That(await found.Content.ReadAsStringAsync(), Does.Contain(Name));
        using var sent = await office.UploadAsync("/office/register/import", "file", $"{Name}.csv", Encoding.UTF8.GetBytes($"UPN;Surname;Forename;Reg\nA1;Vantongeren;{Canary};Oak\n"));
        var draft = sent.Headers.Location!.ToString();
        Assert.That(draft, Does.Not.Contain(Canary).IgnoreCase);
        using var shown = await office.GetAsync(draft);
        Assert.That(shown.IsSuccessStatusCode, Is.True);

        using var lead = await SignedInAsync(address, SchoolRole.Lead);
        var person = $"/lead/person/{school.Refuser}";
        using var protectedNow = await lead.PostAsync(person + "?handler=Protect", [new("reason", $"{Name} must not be found")], person);
        using var chosen = await lead.PostAsync(
            "/lead/matching?handler=Choose",
            [new("on", "true"), new("assessed", "2026-01-05"), new("reference", Name), new("lead", Name), new("advised", "2026-01-06"), new("adviceReference", Name), new("adviceBy", Name)],
            "/lead/matching");
        using var off = await lead.PostAsync("/lead/matching?handler=Choose", [new("on", "false"), new("reference", Name)], "/lead/matching");
        Assert.That(books.Rows("SELECT Reason FROM Protections", r => r.GetString(0)).Single(), Does.Contain(Canary));
        Assert.That(books.Rows("SELECT AdviceBy FROM MatchingChoices", r => r.GetString(0)), Does.Contain(Name));

        using var approved = await office.PostAsync($"/office/picture/{media}?handler=Approve&channel=seesaw", [], $"/office/picture/{media}");
        Assert.That((int)approved.StatusCode, Is.EqualTo(302));
        using var nowhere = await office.GetAsync($"/office/picture/{Guid.Empty}?handler=nothing");
    }

    private static async Task<SchoolClient> SignedInAsync(Uri address, string role)
    {
        var client = new SchoolClient(address);
        using var answer = await client.SignInAsync(Mail(role), Password);
        Assert.That((int)answer.StatusCode, Is.EqualTo(302), $"{role} is signed in");
        return client;
    }

    private static List<string> Jobs(JobStorage storage)
    {
        var api = storage.GetMonitoringApi();
        return
        [
            .. api.SucceededJobs(0, 1000).Select(j => $"{string.Join(',', j.Value.Job.Args)} {j.Value.Result}"),
            .. api.FailedJobs(0, 1000).Select(j => $"{string.Join(',', j.Value.Job.Args)} {j.Value.ExceptionMessage} {j.Value.ExceptionDetails}"),
            .. api.DeletedJobs(0, 1000).SelectMany(j => api.JobDetails(j.Key).History.SelectMany(h => h.Data.Values.Append(h.Reason ?? ""))),
        ];
    }

    private static void AssertFiles(School school)
    {
        foreach (var path in Directory.EnumerateFiles(school.Data, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }))
        {
            var name = Path.GetRelativePath(school.Data, path);
            if (name.StartsWith("mediaguard.db", StringComparison.Ordinal) || name.StartsWith("share", StringComparison.Ordinal))
            {
                continue;
            }

            Assert.That(name, Does.Not.Contain(Canary).IgnoreCase);
            Assert.That(Holds(File.ReadAllBytes(path)), Is.False, $"{name} holds the name");
        }
    }

    private static void AssertColumns(Books books)
    {
        var found = new List<string>();
        foreach (var table in books.Rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'", r => r.GetString(0)))
        {
            foreach (var column in books.Rows($"SELECT name FROM pragma_table_info('{table}')", r => r.GetString(0)))
            {
                if (books.Rows($"SELECT CAST(\"{column}\" AS BLOB) FROM \"{table}\" WHERE \"{column}\" IS NOT NULL", r => (byte[])r[0]).Any(Holds))
                {
                    found.Add($"{table}.{column}");
                }
            }
        }

        Assert.That(found, Is.SubsetOf(MadeForNames));
        Assert.That(found, Is.SupersetOf(new[] { "People.FullName", "People.Nicknames", "Media.SourcePath", "FoundNames.Text", "FoundRegions.Name" }), "the search finds what is there");
    }

    private static bool Holds(byte[] bytes) => new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode }.Any(e =>
        bytes.AsSpan().IndexOf(e.GetBytes(Canary)) >= 0 || bytes.AsSpan().IndexOf(e.GetBytes(Canary.ToUpperInvariant())) >= 0 || bytes.AsSpan().IndexOf(e.GetBytes(Canary.ToLowerInvariant())) >= 0);

    private static void Write(School school, string path, byte[] bytes)
    {
        var target = Path.Combine(school.Share, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllBytes(target, bytes);
    }

    /// <summary>The picture with the name in every field that carries names.</summary>
    private static async Task<byte[]> TaggedAsync(byte[] picture)
    {
        using var folder = new MediaGuard.Tests.Support.TempFolder();
        var file = folder.At("in.jpg");
        await File.WriteAllBytesAsync(file, picture);
        string[] fields = ["EXIF:ImageDescription", "EXIF:Artist", "EXIF:UserComment", "XMP-dc:Title", "XMP-dc:Description", "XMP-iptcExt:PersonInImage", "IPTC:Keywords", "IPTC:Caption-Abstract", "Comment"];
        try
        {
            using var tool = Process.Start(new ProcessStartInfo("exiftool", [.. fields.Select(f => $"-{f}={Name}"), $"-XMP-mwg-rs:RegionInfo={{RegionList=[{{Name={Name},Type=Face,Area={{X=0.5,Y=0.5,W=0.1,H=0.1,Unit=normalized}}}}]}}", "-q", "-overwrite_original", file]))!;
            await tool.WaitForExitAsync();
            Assert.That(tool.ExitCode, Is.Zero);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("exiftool is not installed (Debian: apt-get install libimage-exiftool-perl).");
        }

        var tagged = await File.ReadAllBytesAsync(file);
        Assert.That(Holds(tagged), Is.True);
        return tagged;
    }

    private sealed class Talker : IPictureCleaner, IDeviceCopyRemover
    {
        public CleanedPicture Clean(Stream original, MediaFormat format, CancellationToken cancellationToken) => throw new NotSupportedException($"Can't read '/share/Oak/{Name}.jpg'.");

        public Task<DepartureOutcome> RemoveAsync(string root, string relativePath, MediaId media, System.Collections.Immutable.ImmutableArray<byte> sha256, CancellationToken cancellationToken) =>
            throw new NotSupportedException($"Can't remove '{relativePath}' of {Name}.");
    }

    /// <summary>Everything logged, whole exceptions and scopes' values included.</summary>
    private sealed class Listening : ILoggerProvider, ILogger
    {
        private readonly StringBuilder text = new();

        public string Text
        {
            get
            {
                lock (text)
                {
                    return text.ToString();
                }
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Add(state.ToString());
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Add(formatter(state, exception));
            Add(exception?.ToString());
            if (state is IEnumerable<KeyValuePair<string, object?>> values)
            {
                Add(string.Join(' ', values.Select(v => v.Value)));
            }
        }

        public void Dispose()
        {
        }

        private void Add(string? line)
        {
            lock (text)
            {
                text.AppendLine(line);
            }
        }
    }

    /// <summary>Every measurement of every meter in this process, with its tags.</summary>
    private sealed class Metrics : IDisposable
    {
        private readonly MeterListener listener = new();
        private readonly ConcurrentQueue<string> measured = new();

        public Metrics()
        {
            listener.InstrumentPublished = (instrument, l) => l.EnableMeasurementEvents(instrument);
            listener.SetMeasurementEventCallback<double>(Note);
            listener.SetMeasurementEventCallback<long>(Note);
            listener.SetMeasurementEventCallback<int>(Note);
            listener.Start();
        }

        public IReadOnlyCollection<string> Measured => measured;

        public void Dispose() => listener.Dispose();

        private void Note<T>(Instrument instrument, T measurement, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state) =>
            measured.Enqueue($"{instrument.Meter.Name} {instrument.Name} {instrument.Description} {string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}"))}");
    }
}
