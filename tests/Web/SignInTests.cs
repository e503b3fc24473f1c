using System.Net;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Access;
using MediaGuard.Web.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

public sealed class SignInTests
{
    private SchoolRig rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => rig = await SchoolRig.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [TestCase(SchoolRole.Teacher, "/teacher")]
    [TestCase(SchoolRole.Office, "/office")]
    [TestCase(SchoolRole.Editor, "/editor")]
    [TestCase(SchoolRole.Lead, "/lead")]
    [TestCase(SchoolRole.Technician, "/technician")]
    public async Task SignIn_EachRole_LeadsToItsWork(string role, string home)
    {
        var client = await rig.AsAsync(role);
        using var answer = await client.GetAsync("/");
        Assert.That(answer.Headers.Location?.ToString(), Is.EqualTo(home));
    }

    [Test]
    public async Task SignIn_WrongPasswordAndUnknownAddress_SayTheSame()
    {
        using var one = rig.Anonymous();
        using var wrong = await one.SignInAsync(SchoolRig.Mail(SchoolRole.Editor), "Wrong-2026!");
        using var other = rig.Anonymous();
        using var unknown = await other.SignInAsync("nobody@school.example", "Wrong-2026!");
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(Said(await wrong.Content.ReadAsStringAsync()), Is.EqualTo(Said(await unknown.Content.ReadAsStringAsync())).And.Not.Empty);
    }

    [Test]
    public async Task SignIn_FiveWrongPasswords_LocksTheAccount()
    {
        var mail = await NewTeacherAsync("locked");
        using var client = rig.Anonymous();
        for (var i = 0; i < 5; i++)
        {
            (await client.SignInAsync(mail, "Wrong-2026!")).Dispose();
        }

        using var answer = await client.SignInAsync(mail, SchoolRig.Password);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), "the right password must not open a locked account");
    }

    [Test]
    public async Task SignIn_ForeignReturnAddress_IsNotFollowed()
    {
        using var client = rig.Anonymous();
        using var answer = await client.PostAsync(
            "/sign-in", [new("email", SchoolRig.Mail(SchoolRole.Office)), new("password", SchoolRig.Password), new("returnUrl", "https://elsewhere.example/")], "/sign-in");
        Assert.That(answer.Headers.Location?.ToString(), Is.EqualTo("/"));
    }

    [Test]
    public async Task SignIn_DisabledAccount_IsRefused()
    {
        var mail = await NewTeacherAsync("gone");
        await using var scope = rig.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<UserBooks>().DisableAsync(mail);
        using var client = rig.Anonymous();
        using var answer = await client.SignInAsync(mail, SchoolRig.Password);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    /// <remarks>However it was disabled, and whenever the session was opened.</remarks>
    [Test]
    public async Task Standing_DisabledAccount_IsClosed()
    {
        var mail = await NewTeacherAsync("shut");
        await using var scope = rig.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<SchoolUser>>();
        var user = (await users.FindByEmailAsync(mail))!;
        var (access, id) = (rig.Services.GetRequiredService<IAccessBook>(), new UserId(user.Id));
        var session = await access.StartAsync(rig.School, id, false, "", default);
        await users.SetLockoutEndDateAsync(user, TimeProvider.System.GetUtcNow().AddMinutes(15));
        Assert.That((await access.StandingAsync(rig.School, id, session, default)).IsOpen, Is.True, "one that rests works on where it is signed in");
        await users.SetLockoutEndDateAsync(user, DateTimeOffset.MaxValue);
        Assert.That((await access.StandingAsync(rig.School, id, session, default)).IsOpen, Is.False);
    }

    /// <remarks>A page that is left open would keep the session for ever.</remarks>
    [TestCase("handler=News&", false)]
    [TestCase("handler=NewsGrid&", false)]
    [TestCase("", true)]
    public async Task Cookie_IsRenewedOnlyByWhatAPersonAsksFor(string handler, bool isRenewed)
    {
        var clock = new LaterClock();
        await using var later = await SchoolRig.StartAsync(services => services.AddSingleton<TimeProvider>(clock));
        var teacher = await later.AsAsync(SchoolRole.Teacher);
        (await teacher.GetAsync("/teacher")).Dispose();
        clock.Offset = TimeSpan.FromMinutes(20);
        using var answer = await teacher.GetAsync($"/teacher?{handler}class={later.Oak}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var cookies = answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [];
        Assert.That(cookies.Any(c => c.StartsWith("mediaguard=", StringComparison.Ordinal)), Is.EqualTo(isRenewed));
    }

    [TestCase("short1!")]
    [TestCase("no-upper-1")]
    [TestCase("NO-LOWER-1")]
    [TestCase("No-Digit-Here")]
    [TestCase("NoSymbol2026")]
    public async Task Create_WeakPassword_IsRefused(string password)
    {
        await using var scope = rig.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserBooks>();
        Assert.That(() => users.CreateAsync(rig.School, "weak@school.example", "Weak", SchoolRole.Teacher, password), Throws.InstanceOf<UserBooksException>());
    }

    [Test]
    public async Task Post_WithoutFormToken_IsRefusedAndChangesNothing()
    {
        var teacher = await rig.AsAsync(SchoolRole.Teacher);
        var media = rig.OakPhotos[0];
        using var answer = await teacher.PostAsync("/teacher?handler=Ask", [new("id", media.ToString()), new("channel", "website"), new("on", "true")], tokenFrom: null);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await rig.PhotoAsync(media)).On(ChannelId.Website)!.IsAskedFor, Is.False);
    }

    private async Task<string> NewTeacherAsync(string name)
    {
        await using var scope = rig.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<UserBooks>().CreateAsync(rig.School, SchoolRig.Mail(name), name, SchoolRole.Teacher, SchoolRig.Password);
        return SchoolRig.Mail(name);
    }

    private static string Said(string page)
    {
        var from = page.IndexOf("role=\"alert\"", StringComparison.Ordinal);
        return from < 0 ? "" : page[from..page.IndexOf("</div>", from, StringComparison.Ordinal)];
    }
}
