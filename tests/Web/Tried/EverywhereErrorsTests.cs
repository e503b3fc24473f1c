using System.Net;
using System.Text.RegularExpressions;
using MediaGuard.Media;
using MediaGuard.Records;

namespace MediaGuard.Web.Tests.Tried;

/// <summary>What may be said in the place of any page: of a form that is too old, of an address with nothing behind it, of too many tries.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
[NonParallelizable]
public sealed partial class EverywhereErrorsTests
{
    private const int Tries = 10;

    // sign-ins of the other tests come from this machine and are counted apart
    private static readonly (string Name, string Value)[] Elsewhere = [("X-Forwarded-For", "10.1.2.3"), ("X-Forwarded-Proto", "https")];

    private SchoolRig rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => rig = await SchoolRig.StartAsync(("SignIn:TriesPerMinute", $"{Tries}"));

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    public async Task Form_SomebodyElseSignedInMeanwhile_ChangesNothingAndWorksOnceLoadedAgain()
    {
        var media = rig.OakPhotos[0];
        List<KeyValuePair<string, string>> asks = [new("id", media.ToString()), new("channel", "website"), new("on", "true")];
        using var client = rig.Anonymous();
        (await client.SignInAsync(SchoolRig.Mail(SchoolRig.ElmTeacher), SchoolRig.Password)).Dispose();
        var old = Token().Match(await client.ReadAsync("/account")).Groups[1].Value;
        (await client.PostAsync("/sign-out", [], "/account")).Dispose();
        (await client.SignInAsync(SchoolRig.Mail(SchoolRole.Teacher), SchoolRig.Password)).Dispose();

        using var refused = await client.PostAsync("/teacher?handler=Ask", [.. asks, new("__RequestVerificationToken", old)], tokenFrom: null);
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(
            await PageAsync(refused),
            Does.Contain("This page had been open too long, or you signed in again elsewhere. Go back, load the page again and repeat the last step."));
        Assert.That((await rig.PhotoAsync(media)).On(ChannelId.Website)!.IsAskedFor, Is.False);

        using var repeated = await client.PostAsync("/teacher?handler=Ask", asks, "/teacher");
        Assert.That((await rig.PhotoAsync(media)).On(ChannelId.Website)!.IsAskedFor, Is.True);
    }

    [Test]
    public async Task Address_OfNothingOrOfAnotherClass_LeadsToTheOwnStartPage()
    {
        var teacher = await rig.AsAsync(SchoolRole.Teacher);
        foreach (var path in new[] { "/nothing-of-the-kind", $"/teacher/picture/{rig.ElmPhoto}" })
        {
            using var answer = await teacher.GetAsync(path);
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), path);
            Assert.That(
                await PageAsync(answer),
                Does.Contain("The address may be wrong, or what was here has been deleted or is not yours to see.").And.Contain("href=\"/\">Go to your start page"),
                path);
        }

        using var start = await teacher.GetAsync("/");
        Assert.That(start.Headers.Location?.ToString(), Is.EqualTo("/teacher"));
    }

    [Test]
    public async Task SignIn_TooOftenFromOneAddress_WaitsWhileOtherAddressesGoOn()
    {
        using var hasty = rig.Anonymous();
        for (var i = 0; i < Tries; i++)
        {
            (await hasty.SignInAsync("nobody@school.example", "Wrong-2026!", Elsewhere)).Dispose();
        }

        using var refused = await hasty.SignInAsync(SchoolRig.Mail(SchoolRole.Teacher), SchoolRig.Password, Elsewhere);
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(await PageAsync(refused), Does.Contain("Signing in was tried too often from this address. Wait a minute, then try again."));

        using var other = rig.Anonymous();
        using var signedIn = await other.SignInAsync(SchoolRig.Mail(SchoolRole.Teacher), SchoolRig.Password);
        Assert.That(signedIn.Headers.Location?.ToString(), Is.EqualTo("/"), "the account itself does not rest");
    }

    private static async Task<string> PageAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
