using System.Net;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Tests.Support;
using MediaGuard.Web.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

/// <summary>Signing in with the school's own accounts, against a real OpenID provider in a process of its own.</summary>
[Category("Server")]
[Property("Requirement", "A2")]
public sealed class SchoolAccountTests
{
    private OpenIdServer provider = null!;
    private SchoolRig rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        var (own, theirs) = (FreePort.Next(), FreePort.Next());
        provider = await OpenIdServer.StartAsync(theirs, $"http://127.0.0.1:{own}/signin-school", default);
        rig = await SchoolRig.StartAsync(
            ("Test:Port", $"{own}"),
            ("SignIn:Accounts:Authority", provider.Authority),
            ("SignIn:Accounts:ClientId", OpenIdServer.Client),
            ("SignIn:Accounts:ClientSecret", OpenIdServer.Secret),
            ("SignIn:Accounts:Domains:0", "school.example"),
            ("SignIn:OnlyFromSchool", "true"),
            ("SignIn:SchoolNetworks:0", "10.1.0.0/16"));
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await rig.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Test]
    public async Task SignIn_AccountOfTheSchool_LeadsToItsWork()
    {
        using var client = rig.Anonymous();
        Assert.That(await client.ReadAsync("/sign-in"), Does.Contain("your school account"));
        var end = await GoAsync(client, SchoolRig.Mail(SchoolRole.Teacher));
        Assert.That(end, Is.EqualTo("/"));
        using var home = await client.GetAsync("/");
        Assert.That(home.Headers.Location?.ToString(), Is.EqualTo("/teacher"));
    }

    [TestCase("teacher@elsewhere.example", "not one of this school", TestName = "SignIn_AnotherDomain_IsRefused")]
    [TestCase("teacher@school.example.evil.example", "not one of this school", TestName = "SignIn_DomainThatBeginsAlike_IsRefused")]
    [TestCase("unverified@school.example", "not one of this school", TestName = "SignIn_MailNeverVerified_IsRefused")]
    [TestCase("stranger@school.example", "There is no account here", TestName = "SignIn_NobodyHere_IsRefused")]
    public async Task SignIn_AccountThatIsNotLetIn_SaysWhy(string mail, string says)
    {
        using var client = rig.Anonymous();
        var end = await GoAsync(client, mail);
        Assert.That(end, Does.Contain(says));
        using var shut = await client.GetAsync("/teacher");
        Assert.That(shut.Headers.Location?.ToString(), Does.Contain("/sign-in"));
    }

    [TestCase("resting", "There were too many tries. Wait 15 minutes, then sign in again.")]
    [TestCase("disabled", "There is no account here")]
    [TestCase("ended", "This guest account's time is over.")]
    public async Task SignIn_AccountThatIsHere_SaysWhatStandsInTheWay(string how, string says)
    {
        var mail = SchoolRig.Mail(how);
        await using (var scope = rig.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<UserBooks>().CreateAsync(rig.School, new(mail, how, SchoolRole.Teacher), SchoolRig.Password, null);
            var users = scope.ServiceProvider.GetRequiredService<UserManager<SchoolUser>>();
            var user = (await users.FindByEmailAsync(mail))!;
            user.LockoutEnd = how switch { "resting" => TimeProvider.System.GetUtcNow().AddMinutes(15), "disabled" => DateTimeOffset.MaxValue, _ => null };
            user.EndsAt = how == "ended" ? Instant.Now(TimeProvider.System) - TimeSpan.FromMinutes(1) : null;
            await users.UpdateAsync(user);
        }

        using var client = rig.Anonymous();
        Assert.That(WebUtility.HtmlDecode(await GoAsync(client, mail)), Does.Contain(says));
        using var shut = await client.GetAsync("/teacher");
        Assert.That(shut.Headers.Location?.ToString(), Does.Contain("/sign-in"));
    }

    [Test]
    public async Task SignIn_FromOutside_IsDoneAtSchool()
    {
        using var client = rig.Anonymous();
        using var challenge = await client.GetAsync("/sign-in/school?go=true");
        var back = await provider.SignInAsync(challenge.Headers.Location!, SchoolRig.Mail(SchoolRole.Office), default);
        using var callback = await client.GetAsync(back.PathAndQuery);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(rig.Address, callback.Headers.Location!).PathAndQuery, UriKind.Relative));
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var end = await client.SendAsync(request);
        Assert.That(WebUtility.HtmlDecode(await end.Content.ReadAsStringAsync()), Does.Contain("Staff sign in from the school's own network only."));
    }

    /// <returns>The address led to, or the page where there is one.</returns>
    private async Task<string> GoAsync(SchoolClient client, string mail)
    {
        using var challenge = await client.GetAsync("/sign-in/school?go=true");
        var back = await provider.SignInAsync(challenge.Headers.Location!, mail, default);
        using var callback = await client.GetAsync(back.PathAndQuery);
        using var end = await client.GetAsync(new Uri(rig.Address, callback.Headers.Location!).PathAndQuery);
        return end.Headers.Location?.ToString() ?? await end.Content.ReadAsStringAsync();
    }
}
