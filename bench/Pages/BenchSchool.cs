using MediaGuard.Bench.Journey;
using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Journey;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Access;
using MediaGuard.Records.Register;
using MediaGuard.Records.Scenes;
using MediaGuard.Tests.Support;
using MediaGuard.Web;
using MediaGuard.Web.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Bench.Pages;

/// <summary>
/// A school with a long queue, served by the real pages: its oldest photos are of 12 megapixels and went through the real journey; those behind them are rows alone, for only the
/// length of the queue matters there.
/// </summary>
internal sealed class BenchSchool : IAsyncDisposable
{
    public const string Password = "Wq7-tRv9-xKm!";

    private readonly TempFolder data = new();
    private readonly WebApplication app;

    private BenchSchool()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Arrivals:StillFor"] = "00:00:00",
            ["Journey:Workers"] = "2",
            ["SignIn:SecondFactor"] = "offered",
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddMediaGuard(builder.Configuration, data.FullName, TestPaths.Root);
        builder.Services.AddMediaGuardPages();
        app = builder.Build();
        app.MapMediaGuardPages();
    }

    public string Address => app.Urls.First();

    public SchoolId School { get; private set; }

    public GroupId Oak { get; private set; }

    public static string Mail(string role) => $"{role}@school.example";

    /// <param name="real">Photos of Oak that go the whole way.</param>
    /// <param name="inOak">Photos of Oak in all, all of today.</param>
    /// <param name="waiting">Photos in the queue in all.</param>
    public static async Task<BenchSchool> StartAsync(int real, int inOak, int waiting)
    {
        var school = new BenchSchool();
        await school.app.Services.GetRequiredService<DatabaseStart>().PrepareAsync(default);
        school.School = await school.app.Services.GetRequiredService<ISchoolBooks>().MakeAsync("Bench", "Europe/London", "", StandardPolicy.Document with { HoldUnknownDevices = false }, default);
        var elm = await school.FillAsync();
        var folder = Directory.CreateDirectory(Path.Combine(school.data.FullName, "share", "Oak")).FullName;
        for (var i = 0; i < real; i++)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{i}.jpg"), BenchPictures.TwelveMegapixels(i));
        }

        await school.app.Services.GetRequiredService<IDrain>().RunAsync(null, default);
        await using (var db = school.app.Services.GetRequiredService<IRecordsFactory>().Open(school.School))
        {
            await MorePhotos.AddAsync(db, school.Oak, inOak - real, elm, waiting - inOak);
        }

        await school.app.StartAsync();
        return school;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        data.Dispose();
    }

    private async Task<GroupId> FillAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserBooks>();
        var ids = new Dictionary<string, UserId>();
        foreach (var role in new[] { SchoolRole.Teacher, SchoolRole.Office })
        {
            ids[role] = await users.CreateAsync(School, new(Mail(role), role, role, null), Password, null);
            await scope.ServiceProvider.GetRequiredService<IAccessBook>().SignAsync(School, ids[role], 0, default);
        }

        await using var head = await app.Services.GetRequiredService<IHeads>().BeginAsync(School, default);
        head.ConfirmRegister(head.Today, null);
        Oak = head.AddGroup("Oak", asksSeesaw: true, null);
        var elm = head.AddGroup("Elm", asksSeesaw: true, null);
        head.LetTeach(ids[SchoolRole.Teacher], Oak);
        foreach (var group in new[] { Oak, elm })
        {
            for (var i = 0; i < 28; i++)
            {
                var pupil = head.AddPerson(new NewPerson(PersonKind.Pupil, $"Pupil {i}", $"P{i}"), null);
                head.AddMembership(pupil, group, head.Today.AddDays(-30), null, null);
                head.RecordConsent(pupil, new PurposeId("seesaw"), i < 3 ? ConsentAnswer.Refused : ConsentAnswer.Given, head.Today.AddDays(-30), null, "form", "", null);
            }
        }

        await head.CommitAsync(default);
        return elm;
    }
}
