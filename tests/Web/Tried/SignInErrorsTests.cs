using System.Net;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Web.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests.Tried;

/// <summary>What is said to somebody who is not let in, and that the right thing lets them in afterwards.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
[NonParallelizable]
public sealed class SignInErrorsTests
{
    private const string Wrong = "The e-mail address and the password do not go together, or there were too many tries. Check both; after five tries wait 15 minutes, or ask your school's office.";

    private SchoolRig rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => rig = await SchoolRig.StartAsync(
        ("SignIn:OnlyFromSchool", "true"),
        ("SignIn:SchoolNetworks:0", "10.1.0.0/16"),
        ("SignIn:Accounts:Authority", "https://accounts.school.example"),
        ("SignIn:Accounts:ClientId", "mediaguard"),
        ("SignIn:Accounts:Domains:0", "school.example"));

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    public async Task Password_Wrong_KeepsTheAddressAndTheRightOneOpens()
    {
        var mail = SchoolRig.Mail(SchoolRole.Editor);
        using var client = rig.Anonymous();
        using var refused = await client.SignInAsync(mail, "Wrong-2026!");
        Assert.That(await PageAsync(refused), Does.Contain(Wrong).And.Contain($"value=\"{mail}\""));
        await OpensAsync(client, mail);
    }

    [Test]
    public async Task Password_WrongFiveTimes_TheAccountRestsForAQuarterOfAnHour()
    {
        var mail = await NewAsync("hasty", SchoolRole.Teacher);
        using var client = rig.Anonymous();
        for (var i = 0; i < 5; i++)
        {
            (await client.SignInAsync(mail, "Wrong-2026!")).Dispose();
        }

        using var resting = await client.SignInAsync(mail, SchoolRig.Password);
        Assert.That(await PageAsync(resting), Does.Contain(Wrong));
        var rest = (await OfAsync(mail, (users, user) => users.GetLockoutEndDateAsync(user)))!.Value - TimeProvider.System.GetUtcNow();
        Assert.That(rest, Is.GreaterThan(TimeSpan.FromMinutes(13)).And.LessThanOrEqualTo(TimeSpan.FromMinutes(15)));
        await RestIsOverAsync(mail);
        await OpensAsync(client, mail);
    }

    [Test]
    public async Task SignIn_FromOutside_IsDoneAtSchool()
    {
        var mail = SchoolRig.Mail(SchoolRole.Editor);
        using var client = rig.Anonymous();
        using var refused = await client.SignInAsync(mail, SchoolRig.Password, ("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Proto", "https"));
        Assert.That(await PageAsync(refused), Does.Contain("Staff sign in from the school's own network only."));
        await OpensAsync(client, mail);
    }

    [TestCase(false, TestName = "SignIn_FromOutsideGuessedFiveTimes_TheAccountRestsAndIsToldNothing")]
    [TestCase(true, TestName = "SignIn_EndedGuestGuessedFiveTimes_TheAccountRestsAndIsToldNothing")]
    public async Task SignIn_GuessedFiveTimesWhereNobodyMayComeIn_TheAccountRestsAndIsToldNothing(bool isEnded)
    {
        var mail = isEnded ? await NewAsync("guessed-guest", SchoolRole.Guest, Instant.Now(TimeProvider.System) - TimeSpan.FromMinutes(1)) : await NewAsync("guessed", SchoolRole.Teacher);
        (string, string)[] from = isEnded ? [] : [("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Proto", "https")];
        using var client = rig.Anonymous();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await client.SignInAsync(mail, "Wrong-2026!", from);
            Assert.That(await PageAsync(wrong), Does.Contain(Wrong));
        }

        using var right = await client.SignInAsync(mail, SchoolRig.Password, from);
        Assert.That(await PageAsync(right), Does.Contain(Wrong).And.Not.Contain("own network only").And.Not.Contain("time is over"));
        Assert.That(await OfAsync(mail, (users, user) => users.IsLockedOutAsync(user)), Is.True);
        var id = new UserId(await OfAsync(mail, (_, user) => Task.FromResult(user.Id)));
        Assert.That((await AuditLines.OfAsync(rig, id)).Count(l => l.EndsWith("|LockedOut", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task Passkey_OfNobodyHere_LeavesThePassword()
    {
        using var client = rig.Anonymous();
        (await client.PostAsync("/sign-in?handler=PasskeyOptions", [], "/sign-in")).Dispose();
        using var refused = await client.PostAsync("/sign-in?handler=Passkey", [new("credential", "{}")], "/sign-in");
        Assert.That(await PageAsync(refused), Does.Contain("This passkey does not open an account here. Try again, or sign in with your password."));
        await OpensAsync(client, SchoolRig.Mail(SchoolRole.Editor));
    }

    [Test]
    public async Task Guest_TimeIsOver_IsSentToTheOfficeAndOpensNothing()
    {
        var mail = await NewAsync("supply", SchoolRole.Guest, Instant.Now(TimeProvider.System) - TimeSpan.FromMinutes(1));
        using var client = rig.Anonymous();
        using var refused = await client.SignInAsync(mail, SchoolRig.Password);
        Assert.That(await PageAsync(refused), Does.Contain("This guest account's time is over. Ask the school's office if you still need it."));
        using var shut = await client.GetAsync("/upload");
        Assert.That(shut.Headers.Location?.ToString(), Does.Contain("/sign-in"));
    }

    [Test]
    public async Task RecoveryCode_Wrong_IsTypedAgain()
    {
        var mail = await NewAsync("coded", SchoolRole.Office);
        var right = await SwitchCodesOnAsync(mail);
        using var client = rig.Anonymous();
        (await client.SignInAsync(mail, SchoolRig.Password)).Dispose();
        using var refused = await client.PostAsync("/sign-in/code?handler=Recovery", [new("recovery", "BCDFG-HJKMN")], "/sign-in/code");
        Assert.That(await PageAsync(refused), Does.Contain("That is not one of your recovery codes, or it was used before."));
        using var shut = await client.GetAsync("/office");
        Assert.That(shut.Headers.Location?.ToString(), Does.Contain("/sign-in"));
        using var opened = await client.PostAsync("/sign-in/code?handler=Recovery", [new("recovery", right)], "/sign-in/code");
        Assert.That(opened.Headers.Location?.ToString(), Is.EqualTo("/"));
    }

    /// <remarks>Between the password and the code the account is disabled, or its time ends.</remarks>
    [TestCase(true)]
    [TestCase(false)]
    public async Task RecoveryCode_AccountDisabledOrEndedMeanwhile_OpensNothing(bool isDisabled)
    {
        var mail = await NewAsync($"ends-{isDisabled}", SchoolRole.Office);
        var right = await SwitchCodesOnAsync(mail);
        using var client = rig.Anonymous();
        (await client.SignInAsync(mail, SchoolRig.Password)).Dispose();
        await OfAsync(mail, async (users, user) =>
        {
            user.LockoutEnd = isDisabled ? DateTimeOffset.MaxValue : null;
            user.EndsAt = isDisabled ? null : Instant.Now(TimeProvider.System) - TimeSpan.FromSeconds(1);
            return await users.UpdateAsync(user);
        });
        using var refused = await client.PostAsync("/sign-in/code?handler=Recovery", [new("recovery", right)], "/sign-in/code");
        Assert.That(refused.Headers.Location?.ToString(), Is.EqualTo("/sign-in"));
        using var shut = await client.GetAsync("/office");
        Assert.That(shut.Headers.Location?.ToString(), Does.Contain("/sign-in"));
        await using var db = rig.Services.GetRequiredService<IRecordsFactory>().Open(rig.School);
        var id = new UserId(await OfAsync(mail, (_, user) => Task.FromResult(user.Id)));
        Assert.That(await db.Sessions.AnyAsync(s => s.UserId == id), Is.False, "no session begins");
    }

    [Test]
    public async Task Code_WrongFiveTimes_SaysHowLongToWait()
    {
        var mail = await NewAsync("guesser", SchoolRole.Office);
        await SwitchCodesOnAsync(mail);
        using var client = rig.Anonymous();
        (await client.SignInAsync(mail, SchoolRig.Password)).Dispose();
        var page = "";
        for (var i = 0; i < 5; i++)
        {
            Assert.That(page, Does.Not.Contain("too many tries"), $"after {i}");
            using var refused = await client.PostAsync("/sign-in/code", [new("code", "none")], "/sign-in/code");
            page = await PageAsync(refused);
        }

        Assert.That(page, Does.Contain("There were too many tries. Wait 15 minutes, then sign in again."));
        await RestIsOverAsync(mail);
        (await client.SignInAsync(mail, SchoolRig.Password)).Dispose();
        var code = Totp.Now((await OfAsync(mail, (users, user) => users.GetAuthenticatorKeyAsync(user)))!);
        using var opened = await client.PostAsync("/sign-in/code", [new("code", code)], "/sign-in/code");
        Assert.That(opened.Headers.Location?.ToString(), Is.EqualTo("/"));
    }

    [Test]
    public async Task SchoolAccount_BrokenOff_LeadsBackToSigningIn()
    {
        using var client = rig.Anonymous();
        using var back = await client.GetAsync("/signin-school?error=access_denied");
        var page = WebUtility.HtmlDecode(await client.ReadAsync(back.Headers.Location!.ToString()));
        Assert.That(page, Does.Contain("The school account's sign-in was not finished. Try again.").And.Contain("href=\"/sign-in\">Back to signing in"));
        Assert.That(await client.ReadAsync("/sign-in"), Does.Contain("/sign-in/school?go=true"), "it can be tried again");
        await OpensAsync(client, SchoolRig.Mail(SchoolRole.Editor));
    }

    [TestCase("0", "false", TestName = "Agreement_NotTicked_IsReadOnceMore")]
    [TestCase("7", "true", TestName = "Agreement_NoLongerTheOneThatHolds_IsReadOnceMore")]
    public async Task Agreement_NotSigned_NothingElseOpensUntilItIs(string number, string read)
    {
        var mail = await NewAsync($"signer-{number}", SchoolRole.Office);
        using var client = rig.Anonymous();
        (await client.SignInAsync(mail, SchoolRig.Password)).Dispose();
        using var missed = await client.PostAsync("/agreement", [new("number", number), new("read", read)], "/agreement");
        Assert.That(
            await PageAsync(missed),
            Does.Contain("It is not signed").And.Contain("Tick that you have read it, then sign. If it changed meanwhile, read it once more."));
        using var shut = await client.GetAsync("/office");
        Assert.That(shut.Headers.Location?.ToString(), Is.EqualTo("/agreement"));
        (await client.PostAsync("/agreement", [new("number", "0"), new("read", "true")], "/agreement")).Dispose();
        using var open = await client.GetAsync("/office");
        Assert.That(open.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    private static async Task OpensAsync(SchoolClient client, string mail)
    {
        using var opened = await client.SignInAsync(mail, SchoolRig.Password);
        Assert.That(opened.Headers.Location?.ToString(), Is.EqualTo("/"));
    }

    private static async Task<string> PageAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    private async Task<string> NewAsync(string name, string role, Instant? ends = null)
    {
        await using var scope = rig.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<UserBooks>().CreateAsync(rig.School, new(SchoolRig.Mail(name), name, role, ends), SchoolRig.Password, null);
        return SchoolRig.Mail(name);
    }

    /// <returns>A recovery code.</returns>
    private Task<string> SwitchCodesOnAsync(string mail) => OfAsync(mail, async (users, user) =>
    {
        await users.ResetAuthenticatorKeyAsync(user);
        await users.SetTwoFactorEnabledAsync(user, true);
        return (await users.GenerateNewTwoFactorRecoveryCodesAsync(user, 2))!.First();
    });

    private Task<IdentityResult> RestIsOverAsync(string mail) =>
        OfAsync(mail, (users, user) => users.SetLockoutEndDateAsync(user, TimeProvider.System.GetUtcNow() - TimeSpan.FromSeconds(1)));

    private async Task<T> OfAsync<T>(string mail, Func<UserManager<SchoolUser>, SchoolUser, Task<T>> act)
    {
        await using var scope = rig.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<SchoolUser>>();
        return await act(users, (await users.FindByEmailAsync(mail))!);
    }
}
