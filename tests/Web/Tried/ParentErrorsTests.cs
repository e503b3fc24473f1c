using System.Net;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Parents;
using MediaGuard.Records.Register;
using MediaGuard.Records.Views;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests.Tried;

/// <summary>A parent's link that does not open, and what a parent can still do: what was said before holds, and the right link opens.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance), NonParallelizable]
public sealed class ParentErrorsTests
{
    private const int MoreThanAMinutesVisits = 70;

    private SchoolRig rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => rig = await SchoolRig.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    public async Task Link_LoadedTooOften_ChangesNothingAndStillTakesANo()
    {
        const string Says = "There were too many requests at once. Wait a minute and load the page again. Nothing was changed.";
        var (_, link) = await LinkAsync(rig.Eva);
        using var parent = rig.Anonymous();
        var page = "";
        for (var i = 0; i < MoreThanAMinutesVisits; i++)
        {
            page = await PageAsync(parent, link);
        }

        Assert.That(page, Does.Contain(Says));
        using var yes = await parent.PostAsync(link + "?handler=Yes", [new("purpose", "website")], null);
        Assert.That(yes.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(WebUtility.HtmlDecode(await yes.Content.ReadAsStringAsync()), Does.Contain(Says));
        Assert.That(await (await rig.AsAsync(SchoolRole.Office)).ReadAsync("/office/requests"), Does.Contain("Nothing waits"));
        using var no = await parent.PostAsync(link + "?handler=No", [new("purpose", "all")], null);
        Assert.That(no.StatusCode, Is.EqualTo(HttpStatusCode.Found), "a no is never put off");
    }

    [Test]
    public async Task Link_RunOut_WhatWasSaidHoldsAndANewOneOpens()
    {
        var (guardian, link) = await LinkAsync(rig.Bea);
        using var parent = rig.Anonymous();
        using var no = await parent.PostAsync(link + "?handler=No", [new("purpose", "seesaw")], null);
        var shortLived = await LinkAsync(rig.Bea, guardian, TimeSpan.FromMilliseconds(1));
        Assert.That(
            await PageAsync(parent, shortLived),
            Does.Contain("This link has run out").And.Contain("What you said before still holds. Ask the school office for a new link; a no can also be said by telephone at any time."));
        Assert.That(await WordAsync(rig.Bea, "seesaw"), Is.EqualTo("no"));
        Assert.That(await PageAsync(parent, await LinkAsync(rig.Bea, guardian, TimeSpan.FromDays(90))), Does.Contain("Photos of Bea"));
    }

    [Test]
    public async Task Link_WithANewerOne_WhatWasSaidHoldsAndTheNewestOpens()
    {
        var (guardian, link) = await LinkAsync(rig.Dan);
        using var parent = rig.Anonymous();
        using var no = await parent.PostAsync(link + "?handler=No", [new("purpose", "website")], null);
        var newest = await LinkAsync(rig.Dan, guardian, TimeSpan.FromDays(90));
        Assert.That(
            await PageAsync(parent, link),
            Does.Contain("The school has ended it or sent you a newer one. What you said before still holds. Use the newest link, or ask the school office; a no can also be said by telephone at any time."));
        Assert.That(await WordAsync(rig.Dan, "website"), Is.EqualTo("no"));
        Assert.That(await PageAsync(parent, newest), Does.Contain("Photos of Dan").And.Contain("You said no. Nothing is used for this."));
    }

    [Test]
    public async Task Link_WithoutItsLastLetter_OpensOnceItIsWhole()
    {
        var (_, link) = await LinkAsync(rig.Ali);
        using var parent = rig.Anonymous();
        Assert.That(
            await PageAsync(parent, link[..^1]),
            Does.Contain("Some letters of it may be missing or mistyped. Open it again from the e-mail or copy every letter from the paper. If that does not help, ask the school office; a no can also be said by telephone at any time."));
        Assert.That(await PageAsync(parent, link), Does.Contain("Photos of Ali"));
    }

    private async Task<(Guid Guardian, string Link)> LinkAsync(PersonId child)
    {
        var guardian = (await rig.Services.GetRequiredService<IGuardianBook>().AddAsync(rig.School, child, new GuardianEdit("Parent", "", true), null, default))!.Value;
        return (guardian, await LinkAsync(child, guardian, TimeSpan.FromDays(90)));
    }

    private async Task<string> LinkAsync(PersonId child, Guid guardian, TimeSpan lasts) =>
        "/parent/" + (await rig.Services.GetRequiredService<IParentBook>().MakeAsync(rig.School, child, guardian, lasts, new UserId(Guid.CreateVersion7()), default))!.Token;

    private async Task<string> WordAsync(PersonId child, string purpose) =>
        (await rig.Services.GetRequiredService<IRegisterViews>().PersonAsync(rig.School, child, Reader.Office, default))!.Person.Standings.Single(s => s.Purpose == new PurposeId(purpose)).Word;

    private static async Task<string> PageAsync(SchoolClient parent, string link) => WebUtility.HtmlDecode(await parent.ReadAsync(link));
}
