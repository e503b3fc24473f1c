using System.Net;
using MediaGuard.Consent.People;
using MediaGuard.Journey;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Access;
using MediaGuard.Records.Publications;
using MediaGuard.Records.Register;
using MediaGuard.Records.Scenes;
using MediaGuard.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests.Tried;

/// <summary>What needs somebody is said on the lead's overview, and no longer once somebody did what it asks for.</summary>
public sealed class OverviewErrorsTests
{
    private SchoolRig rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => rig = await SchoolRig.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    public async Task Held_OnlyOneLeft_IsSaidOfOneAndTheReviewShowsIt()
    {
        var office = await rig.AsAsync(SchoolRole.Office);
        foreach (var media in (await rig.Views.HeldIdsAsync(rig.School, default)).Where(m => m != rig.ElmPhoto))
        {
            using var deleted = await office.PostAsync($"/office/picture/{media}?handler=Delete", [], $"/office/picture/{media}");
            Assert.That(deleted.Headers.Location?.ToString(), Is.EqualTo("/office"));
        }

        Assert.That(await OverviewAsync(rig), Does.Contain("1 photo waits for a decision.").And.Contain("Office: page “Review”"));
        Assert.That(await office.ReadAsync("/office"), Does.Contain($"/office/picture/{rig.ElmPhoto}"));
    }

    [Test]
    public async Task Incidents_ASecondOpen_AreCountedUntilItIsClosed()
    {
        var lead = await rig.AsAsync(SchoolRole.Lead);
        using var opened = await lead.PostAsync("/lead/incidents", [new("Kind", "Other"), new("What", "A second one."), new("Day", rig.DayText)], "/lead/incidents");
        var page = opened.Headers.Location!.ToString();
        Assert.That(await OverviewAsync(rig), Does.Contain("2 incidents are open. Somebody must be told by").And.Contain("href=\"/lead/incidents\""));
        Assert.That(await lead.ReadAsync("/lead/incidents"), Does.Contain(page));

        using var told = await lead.PostAsync(page + "?handler=Tell&party=Coordinator", [], page);
        using var closed = await lead.PostAsync(page + "?handler=Close", [new("outcome", "It is over.")], page);
        Assert.That(await OverviewAsync(rig), Does.Contain("1 incident is open."));
    }

    [Test]
    public async Task Classes_OneThatSentNoPhoto_IsNamedUntilOneComes()
    {
        await using (var head = await rig.Services.GetRequiredService<IHeads>().BeginAsync(rig.School, default))
        {
            var birch = head.AddGroup("Birch", asksSeesaw: true, null);
            head.AddMembership(head.AddPerson(new NewPerson(PersonKind.Pupil, "Fay Fennimore", "Fay"), null), birch, head.Today, null, null);
            await head.CommitAsync(default);
        }

        Assert.That(await OverviewAsync(rig), Does.Contain("No photo came from these classes for a week. If they take any, those go another way, and nobody checks them.").And.Contain("Birch: none yet"));
        var folder = Path.Combine(rig.Data, "share", "Birch");
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, "f.png"), DrawnPicture.Of(60, 140, 90));
        await rig.DrainAsync();
        Assert.That(await OverviewAsync(rig), Does.Contain("Every class sent a photo within the last week.").And.Not.Contain("Birch: none yet"));
    }

    [Test]
    public async Task Register_OfANewSchool_IsSaidToBeUnconfirmedUntilTheOfficeConfirmsIt()
    {
        await using var own = await SchoolRig.StartAsync();
        var school = await own.Services.GetRequiredService<ISchoolBooks>().MakeAsync("Another", "Europe/London", "", StandardPolicy.Document, default);
        await using (var scope = own.Services.CreateAsyncScope())
        {
            foreach (var role in new[] { SchoolRole.Lead, SchoolRole.Office })
            {
                var user = await scope.ServiceProvider.GetRequiredService<UserBooks>().CreateAsync(school, new(SchoolRig.Mail($"new-{role}"), role, role), SchoolRig.Password, null);
                await scope.ServiceProvider.GetRequiredService<IAccessBook>().SignAsync(school, user, 0, default);
            }
        }

        Assert.That(await OverviewAsync(own, "new-lead"), Does.Contain("Nobody has imported or confirmed the register yet. Nothing goes to public channels until somebody does.").And.Contain("Office: page “Register”"));
        using var confirmed = await (await own.AsAsync("new-office")).PostAsync("/office/register?handler=Confirm", [], "/office/register");
        Assert.That(await OverviewAsync(own, "new-lead"), Does.Contain("The register was last imported or confirmed today."));
    }

    [Test]
    public async Task LaterOn_WhatShouldBeDone_IsSaidWithWhereToLook()
    {
        var clock = new LaterClock();
        await using var own = await SchoolRig.StartAsync(services => services.AddSingleton<TimeProvider>(clock));
        await own.ClearAsync(own.ElmPhoto);
        using var copy = await (await own.AsAsync(SchoolRole.Editor)).PostAsync($"/editor?handler=One&id={own.ElmPhoto}", [], "/editor");
        await own.DrainAsync();
        await own.WithdrawAsync();
        await own.DrainAsync();

        clock.Offset = TimeSpan.FromHours(26);
        using var lead = own.Anonymous();
        (await lead.SignInAsync(SchoolRig.Mail(SchoolRole.Lead), SchoolRig.Password)).Dispose();
        await TakeDown_Late_IsSaidUntilTheCopyIsDownAsync(own, lead);
        await PhotosLeftLying_AreSaidAndTheHealthPageSaysWhyAsync(own, lead);
    }

    private static async Task TakeDown_Late_IsSaidUntilTheCopyIsDownAsync(SchoolRig own, SchoolClient lead)
    {
        Assert.That(
            await OverviewAsync(lead),
            Does.Contain("A copy should be gone within the day. The program goes on trying; look whether the channel can be reached, or take the copy down by hand.").And.Contain("1 copy, the first ordered back 1 day ago"));
        var down = (await own.Services.GetRequiredService<IPublicationBook>().TakeDownsAsync(own.School, ChannelId.Website, null, default)).Single();
        using var editor = own.Anonymous();
        (await editor.SignInAsync(SchoolRig.Mail(SchoolRole.Editor), SchoolRig.Password)).Dispose();
        using var ticked = await editor.PostAsync("/editor/take-downs", [new("release", down.Release.ToString()), new("sure", "true")], "/editor/take-downs");
        Assert.That(ticked.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        await own.DrainAsync();
        Assert.That(await OverviewAsync(lead), Does.Contain("No copy is being taken back."));
    }

    private static async Task PhotosLeftLying_AreSaidAndTheHealthPageSaysWhyAsync(SchoolRig own, SchoolClient lead)
    {
        List<MediaId> stuck = [.. own.OakPhotos.Take(2)];
        var onDevice = own.OakPhotos[2];
        await using (var db = own.Services.GetRequiredService<IRecordsFactory>().Open(own.School))
        {
            await db.Media.Where(m => stuck.Contains(m.Id)).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.Status, MediaStatus.Vaulted).SetProperty(m => m.MovedAt, default(Instant)).SetProperty(m => m.NotBefore, default(Instant)));
            await db.Media.Where(m => m.Id == onDevice).ExecuteUpdateAsync(set => set.SetProperty(m => m.SourceState, SourceState.Present));
        }

        var page = await OverviewAsync(lead);
        Assert.That(page, Does.Contain("photos have not moved for longer than they should; the first since").And.Contain("Technician: page “Health”"));
        Assert.That(page, Does.Contain("Photos are removed from a device within moments. Where old ones stay, the device or its folder can’t be reached or written.").And.Contain("1 photo, the oldest").And.Contain("Technician: page “Devices”"));
        using var technician = own.Anonymous();
        (await technician.SignInAsync(SchoolRig.Mail(SchoolRole.Technician), SchoolRig.Password)).Dispose();
        Assert.That(WebUtility.HtmlDecode(await technician.ReadAsync("/technician")), Does.Contain("photos stand still").And.Contain("Its log says what each waits for."));
        Assert.That(await technician.ReadAsync("/technician/devices"), Does.Contain("Oak iPad"));
    }

    private static async Task<string> OverviewAsync(SchoolRig of, string who = SchoolRole.Lead) => await OverviewAsync(await of.AsAsync(who));

    private static async Task<string> OverviewAsync(SchoolClient lead) => WebUtility.HtmlDecode(await lead.ReadAsync("/lead"));
}
