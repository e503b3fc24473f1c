using System.IO.Compression;
using System.Net;
using MediaGuard.Ingest.Vault;
using MediaGuard.Journey;
using MediaGuard.Journey.Mail;
using MediaGuard.Journey.Review;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Items;
using MediaGuard.Records.Register;
using MediaGuard.Records.Views;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

/// <summary>From cleared photos to Seesaw, and down again when a family changes its mind.</summary>
public sealed class PackStoryTests
{
    private SchoolRig rig = null!;

    private string Page => $"/teacher/pack?class={rig.Oak}&day={rig.DayText}";

    private string Today => $"/teacher?class={rig.Oak}&day={rig.DayText}";

    [TearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    [Property("Requirement", "C5")]
    public async Task Pack_PostedAndWithdrawn_IsTakenDownByHandAndTheRecallIsOpenUntilThen()
    {
        rig = await SchoolRig.StartAsync(("Journey:LongestDelivery", "00:00:01"));
        var teacher = await rig.AsAsync(SchoolRole.Teacher);
        Assert.That(await teacher.ReadAsync(Page), Does.Contain("Nothing is cleared for Seesaw"));
        await ClearAsync(rig.OakPhotos[0], rig.OakPhotos[1]);
        Assert.That(await teacher.ReadAsync(Today), Does.Contain("2 photos are ready for Seesaw."));
        Assert.That(await teacher.ReadAsync(Page), Does.Contain("Download all 2 photos").And.Contain("Nobody has downloaded it yet"));

        var names = await ZipAsync(teacher);
        Assert.That(names, Has.Length.EqualTo(2).And.All.Match("^[0-9a-f]{32}\\.jpg$"));
        var releases = await ReleasesAsync();
        Assert.That(names, Is.EquivalentTo(releases.Select(r => r.Split('|')[1] + ".jpg")), "each copy passed the gate");
        Assert.That(await teacher.ReadAsync(Page), Does.Contain("not ticked as posted").And.Not.Contain("Nobody has downloaded it yet"));

        using (var posted = await teacher.PostAsync($"{Page}&handler=Posted", [], Page))
        {
            Assert.That(posted.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        }

        Assert.That(await teacher.ReadAsync(Page), Does.Contain("2 photos are noted as posted.").And.Contain("All of them are posted").And.Contain("teacher ticked it at"));
        Assert.That(await teacher.ReadAsync(Today), Does.Contain("2 photos are posted in Seesaw").And.Contain("<p>Posted in Seesaw.</p>").And.Not.Contain("ready for Seesaw").And.Not.Contain("Ready for Seesaw"));
        Assert.That((await AuditLines.OfAsync(rig)).Count(l => l.StartsWith("posted|", StringComparison.Ordinal)), Is.EqualTo(2));
        using (var gone = await teacher.PostAsync($"{Page}&handler=Zip", [], Page))
        {
            Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.Conflict), "what is posted is not packed again");
        }

        await WithdrawAsync();
        Assert.That(await teacher.ReadAsync(Today), Does.Contain("2 pictures must come down from Seesaw.").And.Not.Contain("posted in Seesaw"));
        Assert.That((await ReleasesAsync()).Select(r => r.Split('|')[2]), Is.All.EqualTo("Recalling"), "our own copies are gone, the teacher's are not");
        var list = await teacher.ReadAsync("/teacher/take-downs");
        Assert.That(list, Does.Contain("It is taken down").And.Contain($"/pictures/{rig.OakPhotos[0]}/thumb").And.Not.Contain("It was never posted"));
        Assert.That(await (await rig.AsAsync(SchoolRig.ElmTeacher)).ReadAsync("/teacher/take-downs"), Does.Contain("Nothing must come down"));

        var ids = releases.Select(r => r.Split('|')[0]).ToList();
        using (var foreign = await (await rig.AsAsync(SchoolRig.ElmTeacher)).PostAsync("/teacher/take-downs?handler=Down", [new("release", ids[0])], "/teacher/take-downs"))
        {
            Assert.That(foreign.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }

        foreach (var id in ids)
        {
            using var down = await teacher.PostAsync("/teacher/take-downs?handler=Down", [new("release", id)], "/teacher/take-downs");
            Assert.That(down.StatusCode, Is.EqualTo(HttpStatusCode.Found));
            using var again = await teacher.PostAsync("/teacher/take-downs?handler=Down", [new("release", id)], "/teacher/take-downs");
            Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }

        Assert.That(await teacher.ReadAsync("/teacher/take-downs"), Does.Contain("Nothing must come down"));
        Assert.That(await teacher.ReadAsync(Today), Does.Not.Contain("must come down"));
        Assert.That((await AuditLines.OfAsync(rig)).Count(l => l.StartsWith("taken-down|", StringComparison.Ordinal)), Is.EqualTo(2));
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System); // no delivery that began before the recall can be under way any more
        await rig.Services.GetRequiredService<IDrain>().RunAsync(null, default);
        Assert.That((await ReleasesAsync()).Select(r => r.Split('|')[2]), Is.All.EqualTo("Recalled"), "the recall closes with the teacher's word");
    }

    [Test]
    public async Task Pack_WithdrawnBetweenPageAndDownload_HoldsOnlyWhatMayGoNow()
    {
        rig = await SchoolRig.StartAsync();
        var teacher = await rig.AsAsync(SchoolRole.Teacher);
        await ClearAsync(rig.OakPhotos[0], rig.OakPhotos[1]);
        await WithdrawAsync();
        using var gone = await teacher.PostAsync($"{Page}&handler=Zip", [], "/account");
        Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await gone.Content.ReadAsStringAsync(), Does.Contain("It may no longer go to Seesaw"));
        Assert.That(await teacher.ReadAsync("/teacher/take-downs"), Does.Contain("Nothing must come down"));
    }

    [Test]
    public async Task Pack_APictureCantBeOpened_HoldsTheOthersAndSaysOneIsMissing()
    {
        rig = await SchoolRig.StartAsync();
        var teacher = await rig.AsAsync(SchoolRole.Teacher);
        await ClearAsync(rig.OakPhotos[0], rig.OakPhotos[1]);
        var lost = (await rig.Services.GetRequiredService<IItemLedger>().LoadAsync(rig.School, rig.OakPhotos[0], default))!.Rendition!.Value;
        await rig.Services.GetRequiredService<IVault>().DestroyAsync(VaultObject.Rendition(rig.School, lost), default);
        Assert.That((await ZipAsync(teacher)).Count(n => n.EndsWith(".jpg", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task One_DownloadedAndWithdrawnBeforeItWasTicked_IsAskedAboutAllTheSame()
    {
        rig = await SchoolRig.StartAsync();
        var teacher = await rig.AsAsync(SchoolRole.Teacher);
        await ClearAsync(rig.OakPhotos[0]);
        using (var one = await teacher.PostAsync($"{Page}&handler=One", [new("id", rig.OakPhotos[0].ToString())], Page))
        {
            Assert.That((one.StatusCode, one.Content.Headers.ContentType!.MediaType), Is.EqualTo((HttpStatusCode.OK, "image/jpeg")));
        }

        await WithdrawAsync();
        Assert.That(await teacher.ReadAsync("/teacher/take-downs"), Does.Contain("Nobody ticked whether it was posted").And.Contain("It was never posted, the copy is deleted"));
        var release = (await ReleasesAsync()).Single().Split('|')[0];
        using var posted = await teacher.PostAsync($"{Page}&handler=Posted&release={release}", [], "/account");
        Assert.That((await AuditLines.OfAsync(rig)).Count(l => l.StartsWith("posted|", StringComparison.Ordinal)), Is.Zero, "what was ordered back can't be ticked as posted");
        using var never = await teacher.PostAsync("/teacher/take-downs?handler=Never", [new("release", release)], "/teacher/take-downs");
        Assert.That(await teacher.ReadAsync("/teacher/take-downs"), Does.Contain("It is noted as never posted.").And.Contain("Nothing must come down"));
    }

    [Test]
    public async Task Posted_BeforeAnythingWasDownloaded_IsNotNoted()
    {
        rig = await SchoolRig.StartAsync();
        var teacher = await rig.AsAsync(SchoolRole.Teacher);
        await ClearAsync(rig.OakPhotos[0]);
        using var early = await teacher.PostAsync($"{Page}&handler=Posted", [], Page);
        Assert.That(await teacher.ReadAsync(Page), Does.Contain("Nothing is noted yet: download the pictures first, and tick them once they are posted."));
        Assert.That(await teacher.ReadAsync(Today), Does.Contain("1 photo is ready for Seesaw."));
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task TakeDown_TheClasssTeachersAreToldByMailAtOnceAndTheOfficeOnceItIsLate()
    {
        var clock = new LaterClock();
        rig = await SchoolRig.StartAsync(services => services.AddSingleton<TimeProvider>(clock));
        var teacher = await rig.AsAsync(SchoolRole.Teacher);
        await ClearAsync(rig.OakPhotos[0]);
        using (var one = await teacher.PostAsync($"{Page}&handler=One", [new("id", rig.OakPhotos[0].ToString())], Page))
        {
            Assert.That(one.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }

        await TellAsync();
        Assert.That(Mail("Seesaw"), Is.Empty);
        await WithdrawAsync();
        await TellAsync();
        await TellAsync();
        var told = Mail("Seesaw").Single();
        Assert.That(told, Does.StartWith("teacher@school.example|MediaGuard: take it down from Seesaw|A picture of your class must come down"), "not the other class's, and once");
        Assert.That(told, Does.Not.Contain("Bea").And.Not.Contain("Oak"));

        clock.Offset = TimeSpan.FromHours(25);
        await TellAsync();
        await TellAsync();
        Assert.That(Mail("overdue on Seesaw").Single(), Does.StartWith("office@school.example|MediaGuard: overdue on Seesaw|A picture should be down from Seesaw already"));
        var release = (await ReleasesAsync()).Single().Split('|')[0];
        using var down = await (await rig.AsAsync(SchoolRole.Office)).PostAsync("/office/take-downs?handler=Down", [new("release", release)], "/office/take-downs");
        clock.Offset = TimeSpan.FromHours(49);
        await TellAsync();
        Assert.That(Mail("Seesaw"), Has.Count.EqualTo(2), "nothing is to be taken down any more");
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task TakeDown_TeacherIsAway_TheOfficeSaysSoForEveryClass()
    {
        rig = await SchoolRig.StartAsync();
        var teacher = await rig.AsAsync(SchoolRole.Teacher);
        await ClearAsync(rig.OakPhotos[0]);
        using (var one = await teacher.PostAsync($"{Page}&handler=One", [new("id", rig.OakPhotos[0].ToString())], Page))
        {
            Assert.That(one.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }

        var office = await rig.AsAsync(SchoolRole.Office);
        Assert.That(await office.ReadAsync("/office"), Does.Not.Contain("must come down from Seesaw"));
        await WithdrawAsync();
        Assert.That(await office.ReadAsync("/office"), Does.Contain("1 picture must come down from Seesaw."));
        Assert.That(await office.ReadAsync("/office/take-downs"), Does.Contain("23 hours left").And.Contain("Oak, downloaded"));
        var release = (await ReleasesAsync()).Single().Split('|')[0];
        using var down = await office.PostAsync("/office/take-downs?handler=Down", [new("release", release)], "/office/take-downs");
        Assert.That(down.Headers.Location?.ToString(), Is.EqualTo("/office/take-downs"));
        Assert.That(await office.ReadAsync("/office/take-downs"), Does.Contain("It is noted as taken down.").And.Contain("Nothing must come down"));
        Assert.That(await teacher.ReadAsync("/teacher/take-downs"), Does.Contain("Nothing must come down"), "said once, for everybody");
        Assert.That((await AuditLines.OfAsync(rig)).Count(l => l.StartsWith("taken-down|", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task NotPosted_TakesTheTickBack()
    {
        rig = await SchoolRig.StartAsync();
        var teacher = await rig.AsAsync(SchoolRole.Teacher);
        await ClearAsync(rig.OakPhotos[0]);
        await ZipAsync(teacher);
        using (await teacher.PostAsync($"{Page}&handler=Posted", [], Page))
        {
            Assert.That(await teacher.ReadAsync(Page), Does.Contain("Not posted after all"));
        }

        var release = (await ReleasesAsync()).Single().Split('|')[0];
        using (await teacher.PostAsync($"{Page}&handler=NotPosted&release={release}", [], Page))
        {
            Assert.That(await teacher.ReadAsync(Page), Does.Contain("not ticked as posted"));
        }

        Assert.That(await AuditLines.OfAsync(rig), Has.Some.StartsWith($"not-posted|"));
    }

    [Test]
    [Property("Requirement", "D3")]
    public async Task Safe_ListsWhatTheVaultHolds_AndSaysWhatToKeep()
    {
        rig = await SchoolRig.StartAsync();
        var teacher = await rig.AsAsync(SchoolRole.Teacher);
        var page = await teacher.ReadAsync($"/teacher/safe?class={rig.Oak}");
        Assert.That(page, Does.Contain("4 photos it took today are safe here, so they may be deleted from the device.").And.Contain("a.png").And.Contain($"/pictures/{rig.OakPhotos[0]}/thumb").And.Not.Contain("e.png").And.Not.Contain("<strong>Keep"));
        await rig.TakeAsync("Oak/broken.jpg", [0xFF, 0xD8, 0xFF, 1, 2, 3]);
        page = await teacher.ReadAsync($"/teacher/safe?class={rig.Oak}");
        Assert.That(page, Does.Contain("Keep 1 photo that is not listed below.").And.Not.Contain("broken.jpg"));
        await rig.Services.GetRequiredService<IHumanActs>().SealAsync(rig.School, new UserId(Guid.CreateVersion7()), rig.OakPhotos[0], "to be looked at", false, default);
        Assert.That(await teacher.ReadAsync($"/teacher/safe?class={rig.Oak}"), Does.Contain("3 photos it took today"), "nothing is said of a sealed one");
    }

    private async Task ClearAsync(params MediaId[] photos)
    {
        foreach (var media in photos)
        {
            await rig.Services.GetRequiredService<IHumanActs>().SayAsync(
                rig.School,
                new UserId(Guid.CreateVersion7()),
                [new(AttestationKind.Absent) { Media = media, Person = rig.Ali }, new(AttestationKind.NobodyFromOutside) { Media = media }],
                default);
            Assert.That((await rig.PhotoAsync(media)).On(ChannelId.Seesaw)!.Verdict, Is.EqualTo(Verdict.Cleared));
        }

        await rig.Services.GetRequiredService<IDrain>().RunAsync(null, default); // the channel's own folder has its copies, as in service
    }

    /// <summary>Bea's family says no to Seesaw, and the program follows it to its end.</summary>
    private async Task WithdrawAsync()
    {
        await rig.Services.GetRequiredService<IRegisterBook>().RefuseAsync(rig.School, rig.Bea, [new PurposeId("seesaw")], "link", "", null, default);
        await rig.Services.GetRequiredService<IDrain>().RunAsync(null, default);
    }

    private async Task TellAsync() =>
        await rig.Services.GetRequiredService<SchoolNews>().SendAsync((await rig.Services.GetRequiredService<IRecordsFactory>().SchoolsAsync(default)).Single(s => s.Id == rig.School), default);

    /// <summary>Whom each mail went to, its subject and its text.</summary>
    private List<string> Mail(string about) => !Directory.Exists(Path.Combine(rig.Data, "mail")) ? [] :
    [
        .. Directory.GetFiles(Path.Combine(rig.Data, "mail"), "*.eml").Select(f =>
        {
            using var message = MimeKit.MimeMessage.Load(f);
            return $"{string.Join(',', message.To.Mailboxes.Select(t => t.Address))}|{message.Subject}|{message.TextBody}";
        }).Where(m => m.Contains(about, StringComparison.Ordinal)),
    ];

    private async Task<string[]> ZipAsync(SchoolClient teacher)
    {
        using var answer = await teacher.PostAsync($"{Page}&handler=Zip", [], Page);
        Assert.That((answer.StatusCode, answer.Content.Headers.ContentType!.MediaType), Is.EqualTo((HttpStatusCode.OK, "application/zip")));
        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        return [.. zip.Entries.Select(e => e.FullName)];
    }

    /// <summary>Id, name and state of each.</summary>
    private async Task<List<string>> ReleasesAsync()
    {
        await using var db = rig.Services.GetRequiredService<IRecordsFactory>().Open(rig.School);
        var lines = await db.Database.SqlQueryRaw<string>("SELECT \"Id\" || '|' || \"Name\" || '|' || \"State\" AS \"Value\" FROM \"Releases\" WHERE \"Channel\" = 'seesaw' ORDER BY \"Id\"").ToListAsync();
        return lines;
    }
}
