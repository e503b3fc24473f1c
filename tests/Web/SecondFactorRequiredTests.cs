using System.Net;
using MediaGuard.Records;

namespace MediaGuard.Web.Tests;

/// <summary>A school that asks office, lead and technician for a second proof, as it does unless it says otherwise.</summary>
public sealed class SecondFactorRequiredTests
{
    private SchoolRig rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => rig = await SchoolRig.StartAsync(("SignIn:SecondFactor", "required"), ("SignIn:SchoolNetworks:0", "10.1.0.0/16"));

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [TestCase(SchoolRole.Office, "/office", true)]
    [TestCase(SchoolRole.Lead, "/lead", true)]
    [TestCase(SchoolRole.Technician, "/technician", true)]
    [TestCase(SchoolRole.Teacher, "/teacher", false)]
    [TestCase(SchoolRole.Editor, "/editor", false)]
    public async Task SignIn_WithPasswordAlone_OpensOnlyTheSettingUp(string role, string home, bool isAsked)
    {
        var client = await rig.AsAsync(role);
        using var answer = await client.GetAsync(home);
        Assert.That(answer.Headers.Location?.ToString(), Is.EqualTo(isAsked ? "/account/second-factor" : null));
        if (isAsked)
        {
            using var page = await client.GetAsync("/account/second-factor");
            Assert.That(page.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }
    }

    /// <remarks>A proxy on this machine says where the request came from and that it was encrypted.</remarks>
    [Test]
    [Property("Requirement", "A9")]
    public async Task SignIn_ThroughAProxyFromElsewhere_IsMarkedRemote()
    {
        using var client = rig.Anonymous();
        (await client.SignInAsync(SchoolRig.Mail(SchoolRole.Editor), SchoolRig.Password, ("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Proto", "https"))).Dispose();
        Assert.That(await AuditLines.OfAsync(rig), Has.Some.Matches("^signed-in.*remote$"));
    }

    [Test]
    [Property("Requirement", "G11")]
    public async Task Get_InTheClearFromElsewhere_IsSentToTls()
    {
        using var client = rig.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/teacher?class=x", UriKind.Relative));
        request.Headers.Add("X-Forwarded-For", "10.1.2.3");
        request.Headers.Host = "mediaguard.school.example";
        using var answer = await client.SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.PermanentRedirect));
        Assert.That(answer.Headers.Location?.ToString(), Is.EqualTo("https://mediaguard.school.example/teacher?class=x"));
        using var post = new HttpRequestMessage(HttpMethod.Post, new Uri("/sign-in", UriKind.Relative));
        post.Headers.Host = "mediaguard.school.example";
        using var refused = await client.SendAsync(post);
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }
}
