using System.Globalization;
using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Journey;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Access;
using MediaGuard.Records.Register;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Views;
using MediaGuard.Tests.Support;
using MediaGuard.Vision.Detection;
using MediaGuard.Web.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Web.Tests;

/// <summary>A school of two classes whose photos went through the real journey, served by the real pages on a port of its own.</summary>
internal sealed class SchoolRig : IAsyncDisposable
{
    public const string Password = "Wq7-tRv9-xKm!";
    public const string ElmTeacher = "elm-teacher";

    private readonly TempFolder data = new();
    private readonly WebApplication app;
    private readonly Dictionary<string, SchoolClient> clients = [];

    private SchoolRig(Action<WebApplicationBuilder> change, Action<IServiceCollection> replace, (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Arrivals:StillFor"] = "00:00:00",
            ["SignIn:SecondFactor"] = "offered",
            ["SignIn:TriesPerMinute"] = "100000",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value)));
        builder.WebHost.UseUrls($"http://127.0.0.1:{builder.Configuration["Test:Port"] ?? "0"}");
        builder.Logging.ClearProviders();
        change(builder);
        builder.Services.AddSingleton<IFaceFinder, CalmFaceFinder>();
        builder.Services.AddMediaGuard(builder.Configuration, data.FullName, TestPaths.Root);
        builder.Services.AddMediaGuardPages();
        replace(builder.Services);
        app = builder.Build();
        app.MapMediaGuardPages();
    }

    public SchoolId School { get; private set; }
    public GroupId Oak { get; private set; }
    public GroupId Elm { get; private set; }

    /// <summary>Refused Seesaw and the website.</summary>
    public PersonId Ali { get; private set; }

    /// <summary>Refused the website.</summary>
    public PersonId Bea { get; private set; }

    /// <summary>Of Elm; refused everything.</summary>
    public PersonId Eva { get; private set; }

    /// <summary>Of Elm; said yes to everything.</summary>
    public PersonId Dan { get; private set; }

    /// <summary>Of Oak, in the order they arrived: three plain ones, then one with a doubtful face.</summary>
    public IReadOnlyList<MediaId> OakPhotos { get; private set; } = [];
    public MediaId ElmPhoto { get; private set; }

    /// <summary>Oak's iPad.</summary>
    public DeviceId Device { get; private set; }

    /// <summary>Opened by hand.</summary>
    public Guid Incident { get; private set; }
    public DateOnly Day { get; private set; }

    public string DayText => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public IServiceProvider Services => app.Services;

    public string Data => data.FullName;

    public IPhotoViews Views => app.Services.GetRequiredService<IPhotoViews>();

    /// <param name="settings">Settings beside the rig's own, such as <c>SignIn:SecondFactor</c>.</param>
    public static Task<SchoolRig> StartAsync(params (string Name, string Value)[] settings) => StartAsync(_ => { }, _ => { }, settings);

    /// <param name="more">Services that take the program's own places.</param>
    /// <param name="settings">As above.</param>
    public static Task<SchoolRig> StartAsync(Action<IServiceCollection> more, params (string Name, string Value)[] settings) => StartAsync(builder => more(builder.Services), _ => { }, settings);

    /// <param name="replace">Puts other parts in the place of the program's own, once all are registered.</param>
    public static Task<SchoolRig> StartReplacingAsync(Action<IServiceCollection> replace) => StartAsync(_ => { }, replace, []);

    /// <param name="change">What a test changes about the program before it is built.</param>
    public static Task<SchoolRig> StartChangedAsync(Action<WebApplicationBuilder> change) => StartAsync(change, _ => { }, []);

    private static async Task<SchoolRig> StartAsync(Action<WebApplicationBuilder> change, Action<IServiceCollection> replace, (string Name, string Value)[] settings)
    {
        var rig = new SchoolRig(change, replace, settings);
        await rig.app.Services.GetRequiredService<DatabaseStart>().PrepareAsync(default);
        var policy = StandardPolicy.Document with { HoldUnknownDevices = false };
        rig.School = await rig.app.Services.GetRequiredService<ISchoolBooks>().MakeAsync("Test school", "Europe/London", "", policy, default);
        await rig.FillAsync();
        await rig.TakePhotosAsync();
        await rig.app.StartAsync();
        return rig;
    }

    /// <summary>A browser nobody has signed in with.</summary>
    public SchoolClient Anonymous() => new(new Uri(app.Urls.First()));

    /// <summary>A browser signed in as a role, or as <see cref="ElmTeacher"/>.</summary>
    public async Task<SchoolClient> AsAsync(string who)
    {
        if (!clients.TryGetValue(who, out var client))
        {
            client = Anonymous();
            await client.SignInAsync(Mail(who), Password);
            clients[who] = client;
        }

        return client;
    }

    /// <summary>The address the program listens on.</summary>
    public Uri Address => new(app.Urls.First());

    public static string Mail(string who) => $"{who}@school.example";

    public async Task<PhotoView> PhotoAsync(MediaId media) => (await Views.PhotosAsync(School, [media], Reader.Office, default)).Single();

    public async Task<PhotoDetail> DetailAsync(MediaId media) => (await Views.DetailAsync(School, media, Reader.Office, default))!;

    /// <summary>Puts one more picture into a class's folder and takes it through.</summary>
    public async Task<MediaId> TakeAsync(string path, byte[] picture)
    {
        await File.WriteAllBytesAsync(Path.Combine(data.FullName, "share", path), picture);
        return (await app.Services.GetRequiredService<IDrain>().RunAsync(null, default)).Single().Media.Single();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients.Values)
        {
            client.Dispose();
        }

        await app.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        data.Dispose();
    }

    private async Task FillAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserBooks>();
        var access = scope.ServiceProvider.GetRequiredService<IAccessBook>();
        var ids = new Dictionary<string, UserId>();
        foreach (var (who, role) in SchoolRole.All.Select(r => (r, r)).Append((ElmTeacher, SchoolRole.Teacher)))
        {
            ids[who] = await users.CreateAsync(School, new(Mail(who), who, role, role == SchoolRole.Guest ? Instant.Now(TimeProvider.System) + TimeSpan.FromDays(3) : null), Password, null);
            await access.SignAsync(School, ids[who], 0, default);
        }

        await using var head = await app.Services.GetRequiredService<IHeads>().BeginAsync(School, default);
        Day = head.Today;
        head.ConfirmRegister(Day, null);
        Oak = head.AddGroup("Oak", asksSeesaw: true, null);
        Elm = head.AddGroup("Elm", asksSeesaw: true, null);
        Ali = Enrol(head, "Ali Ashgrove", Oak, seesaw: false, website: false);
        Bea = Enrol(head, "Bea Birchall", Oak, seesaw: true, website: false);
        Enrol(head, "Cem Cedarholt", Oak, seesaw: true, website: true);
        Eva = Enrol(head, "Eva Elderfield", Elm, seesaw: false, website: false);
        Dan = Enrol(head, "Dan Dogwood", Elm, seesaw: true, website: true);
        Device = head.AddDevice(new NewDevice("Oak iPad", "Apple", "iPad (9th generation)", "S1", Oak, Day), null);
        Incident = head.OpenIncident(new Records.Incidents.NewIncident(IncidentKind.Other, "Something small."), null);
        head.LetTeach(ids[SchoolRole.Teacher], Oak);
        head.LetTeach(ids[SchoolRole.Guest], Oak);
        head.LetTeach(ids[ElmTeacher], Elm);
        await head.CommitAsync(default);
    }

    private async Task TakePhotosAsync()
    {
        var share = Path.Combine(data.FullName, "share");
        foreach (var (path, shade) in new (string, byte)[] { ("Oak/a.png", 90), ("Oak/b.png", 120), ("Oak/c.png", 150), ("Oak/d.png", 5), ("Elm/e.png", 200) })
        {
            var file = Path.Combine(share, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllBytesAsync(file, DrawnPicture.Of(shade, 140, 90));
        }

        await app.Services.GetRequiredService<IDrain>().RunAsync(null, default);
        var oak = await Views.DayAsync(School, Oak, Day, Reader.Office, default);
        OakPhotos = [.. oak.OrderBy(p => p.NeedsOneByOne).ThenBy(p => p.Id.Value).Select(p => p.Id)];
        ElmPhoto = (await Views.DayAsync(School, Elm, Day, Reader.Office, default)).Single().Id;
    }

    private static PersonId Enrol(HeadTransaction head, string name, GroupId group, bool seesaw, bool website)
    {
        var person = head.AddPerson(new NewPerson(PersonKind.Pupil, name, name.Split(' ')[0]), null);
        var since = head.Today.AddDays(-30);
        head.AddMembership(person, group, since, null, null);
        head.RecordConsent(person, new PurposeId("seesaw"), seesaw ? ConsentAnswer.Given : ConsentAnswer.Refused, since, null, "form", "", null);
        head.RecordConsent(person, new PurposeId("website"), website ? ConsentAnswer.Given : ConsentAnswer.Refused, since, null, "form", "", null);
        return person;
    }
}
