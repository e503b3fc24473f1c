using System.Net;

namespace MediaGuard.Web.Tests;

/// <summary>How often one address may try to sign in.</summary>
public sealed class TryLimitsTests
{
    private SchoolRig rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => rig = await SchoolRig.StartAsync(("SignIn:TriesPerMinute", "20"));

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    public async Task SignIn_TooOftenFromOneAddress_IsToldToWait()
    {
        using var client = rig.Anonymous();
        var last = HttpStatusCode.OK;
        for (var i = 0; i < 25 && last != HttpStatusCode.TooManyRequests; i++)
        {
            using var answer = await client.SignInAsync("nobody@school.example", "Wrong-2026!");
            last = answer.StatusCode;
            if (last == HttpStatusCode.TooManyRequests)
            {
                Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("Wait a minute"));
            }
        }

        Assert.That(last, Is.EqualTo(HttpStatusCode.TooManyRequests));
        using var page = await client.GetAsync("/sign-in");
        Assert.That(page.StatusCode, Is.EqualTo(HttpStatusCode.OK), "only tries are counted");
    }
}
