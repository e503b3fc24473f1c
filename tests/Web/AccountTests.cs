using System.Net;
using System.Text.RegularExpressions;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Access;
using MediaGuard.Records.Audit;
using MediaGuard.Web.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

/// <summary>What people do with their own accounts, and what their accounts are held to.</summary>
public sealed partial class AccountTests
{
    private SchoolRig rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => rig = await SchoolRig.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    [Property("Requirement", "A7")]
    public async Task Agreement_NotSigned_NothingElseOpens()
    {
        var (mail, _) = await NewAsync("unsigned", SchoolRole.Office, signs: false);
        using var client = rig.Anonymous();
        (await client.SignInAsync(mail, SchoolRig.Password)).Dispose();
        foreach (var path in new[] { "/office", "/account", $"/pictures/{rig.OakPhotos[0]}/thumb", "/" })
        {
            using var shut = await client.GetAsync(path);
            Assert.That(shut.Headers.Location?.ToString(), Is.EqualTo("/agreement"), path);
        }

        using var act = await client.PostAsync($"/office/picture/{rig.OakPhotos[0]}?handler=Refuse&channel=seesaw", [], "/agreement");
        Assert.That(act.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        using var unread = await client.PostAsync("/agreement", [new("number", "0")], "/agreement");
        Assert.That(unread.StatusCode, Is.EqualTo(HttpStatusCode.OK), "not ticked");
        using var signed = await client.PostAsync("/agreement", [new("number", "0"), new("read", "true")], "/agreement");
        Assert.That(signed.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        using var open = await client.GetAsync("/office");
        Assert.That(open.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    [Property("Requirement", "A1")]
    public async Task SignIn_RightAndWrong_StandInTheChainWithoutAName()
    {
        var (mail, id) = await NewAsync("watched", SchoolRole.Teacher);
        using var client = rig.Anonymous();
        (await client.SignInAsync(mail, "Wrong-2026!")).Dispose();
        (await client.SignInAsync(mail, SchoolRig.Password)).Dispose();
        (await client.PostAsync("/sign-out", [], "/account")).Dispose();
        var said = await AuditLines.OfAsync(rig, id);
        Assert.That(said, Does.Contain($"account|{id}|Refused").And.Contain($"signed-in|{id}|at school"));
        Assert.That(said, Has.Some.StartsWith($"session-ended|{id}|"));
        Assert.That(string.Join('\n', await AuditLines.OfAsync(rig)), Does.Not.Contain("watched"));
        Assert.That((await rig.Services.GetRequiredService<IAuditTrail>().VerifyAsync(rig.School, default)).BrokenAt, Is.Null);
    }

    [Test]
    public async Task Session_EndedElsewhere_OpensNothingAnyMore()
    {
        var (mail, id) = await NewAsync("two-devices", SchoolRole.Teacher);
        using var stolen = rig.Anonymous();
        using var own = rig.Anonymous();
        (await stolen.SignInAsync(mail, SchoolRig.Password)).Dispose();
        (await own.SignInAsync(mail, SchoolRig.Password)).Dispose();
        Assert.That(await own.ReadAsync("/account"), Does.Contain("this one"));
        var sessions = await rig.Services.GetRequiredService<IAccessBook>().SessionsAsync(rig.School, id, default);
        Assert.That(sessions, Has.Count.EqualTo(2));
        using var ended = await own.PostAsync("/account?handler=EndOthers", [], "/account");
        await Task.Delay(TimeSpan.FromSeconds(4)); // what is known of a session is kept for three seconds
        using var shut = await stolen.GetAsync("/teacher");
        Assert.That(shut.Headers.Location?.ToString(), Does.Contain("/sign-in"));
        using var open = await own.GetAsync("/account");
        Assert.That(open.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Codes_SwitchedOn_PasswordAloneIsNotEnough()
    {
        var (mail, _) = await NewAsync("coded", SchoolRole.Office);
        using var client = rig.Anonymous();
        (await client.SignInAsync(mail, SchoolRig.Password)).Dispose();
        var page = await client.ReadAsync("/account/second-factor");
        var key = Key().Match(page).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        using var wrong = await client.PostAsync("/account/second-factor?handler=On", [new("code", "000000")], "/account/second-factor");
        Assert.That(await wrong.Content.ReadAsStringAsync(), Does.Contain("That code is not right"));
        using var on = await client.PostAsync("/account/second-factor?handler=On", [new("code", await CodeAsync(mail))], "/account/second-factor");
        var codes = Recovery().Matches(await on.Content.ReadAsStringAsync()).Select(m => m.Groups[1].Value).ToList();
        Assert.That((key.Length, codes.Count), Is.EqualTo((32, 10)));

        using var next = rig.Anonymous();
        using var asked = await next.SignInAsync(mail, SchoolRig.Password);
        Assert.That(asked.Headers.Location?.ToString(), Does.StartWith("/sign-in/code"));
        using var still = await next.GetAsync("/office");
        Assert.That(still.Headers.Location?.ToString(), Does.Contain("/sign-in"), "the password alone opened it");
        using var recovered = await next.PostAsync("/sign-in/code?handler=Recovery", [new("recovery", codes[0])], "/sign-in/code");
        Assert.That(recovered.Headers.Location?.ToString(), Is.EqualTo("/"));
        using var again = rig.Anonymous();
        (await again.SignInAsync(mail, SchoolRig.Password)).Dispose();
        using var used = await again.PostAsync("/sign-in/code?handler=Recovery", [new("recovery", codes[0])], "/sign-in/code");
        Assert.That(await used.Content.ReadAsStringAsync(), Does.Contain("used before"));
        using var right = await again.PostAsync("/sign-in/code", [new("code", await CodeAsync(mail))], "/sign-in/code");
        Assert.That(right.Headers.Location?.ToString(), Is.EqualTo("/"));
    }

    [Test]
    [Property("Requirement", "A4")]
    public async Task Guest_TimeIsOver_NeitherSignsInNorGoesOn()
    {
        await using var scope = rig.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<SchoolUser>>();
        var (mail, _) = await NewAsync("supply", SchoolRole.Guest, Instant.Now(TimeProvider.System) + TimeSpan.FromHours(1));
        using var client = rig.Anonymous();
        using var first = await client.SignInAsync(mail, SchoolRig.Password);
        Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        var user = (await users.FindByEmailAsync(mail))!;
        user.EndsAt = Instant.Now(TimeProvider.System) - TimeSpan.FromMinutes(1);
        await users.UpdateAsync(user);
        using var late = rig.Anonymous();
        using var refused = await late.SignInAsync(mail, SchoolRig.Password);
        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("time is over"));
        await Task.Delay(TimeSpan.FromSeconds(4));
        using var open = await client.GetAsync("/account");
        Assert.That(open.Headers.Location?.ToString(), Does.Contain("/sign-in"), "the session outlived the account");
    }

    [Test]
    public void Guest_WithoutALastDay_IsNotMade() =>
        Assert.That(async () => await NewAsync("endless", SchoolRole.Guest), Throws.InstanceOf<UserBooksException>());

    [TestCase("Sandra-x7Q!", "name", TestName = "Password_HoldsTheName_IsRefused")]
    [TestCase("x7!Test-qK9", "school", TestName = "Password_HoldsTheSchool_IsRefused")]
    [TestCase("Elephant-7!x", "whole word", TestName = "Password_HoldsAWord_IsRefused")]
    [Property("Requirement", "A3")]
    public async Task Password_AgainstTheRules_IsRefused(string password, string says)
    {
        await using var scope = rig.Services.CreateAsyncScope();
        var books = scope.ServiceProvider.GetRequiredService<UserBooks>();
        Assert.That(
            () => books.CreateAsync(rig.School, new("s.brightwell@school.example", "Sandra Brightwell", SchoolRole.Teacher), password, null),
            Throws.InstanceOf<UserBooksException>().With.Message.Contains(says));
    }

    [Test]
    [Property("Requirement", "A3")]
    public async Task Password_OneOfTheLast_IsRefusedAndAFreshOneEndsOtherSessions()
    {
        var (mail, _) = await NewAsync("changer", SchoolRole.Teacher);
        using var other = rig.Anonymous();
        using var client = rig.Anonymous();
        (await other.SignInAsync(mail, SchoolRig.Password)).Dispose();
        (await client.SignInAsync(mail, SchoolRig.Password)).Dispose();
        const string Fresh = "Zk4-pWn8-tQx!";
        using var changed = await client.PostAsync("/account?handler=Password", [new("old", SchoolRig.Password), new("fresh", Fresh)], "/account");
        Assert.That(changed.Headers.Location?.ToString(), Is.EqualTo("/account"));
        using var back = await client.PostAsync("/account?handler=Password", [new("old", Fresh), new("fresh", SchoolRig.Password)], "/account");
        Assert.That(await back.Content.ReadAsStringAsync(), Does.Contain("one of your last 5"));
        await Task.Delay(TimeSpan.FromSeconds(4));
        using var shut = await other.GetAsync("/teacher");
        Assert.That(shut.Headers.Location?.ToString(), Does.Contain("/sign-in"));
    }

    [Test]
    public async Task FirstPasswords_Made_MeetTheRulesAndDiffer()
    {
        await using var scope = rig.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<SchoolUser>>();
        var made = Enumerable.Range(0, 200).Select(_ => FirstPasswords.Make()).ToList();
        Assert.That(made, Is.Unique);
        var user = new SchoolUser { SchoolId = rig.School, UserName = "fresh@school.example", DisplayName = "Fresh Person" };
        foreach (var password in made)
        {
            foreach (var rule in users.PasswordValidators)
            {
                Assert.That((await rule.ValidateAsync(users, user, password)).Succeeded, Is.True, password);
            }
        }
    }

    [Test]
    public async Task Technician_MakesResetsAndDisables_PersonFollows()
    {
        var technician = await rig.AsAsync(SchoolRole.Technician);
        using var made = await technician.PostAsync("/technician/users?handler=Add", [new("name", "Nora Quill"), new("mail", "nora@school.example"), new("role", "editor")], "/technician/users");
        var first = First().Match(await made.Content.ReadAsStringAsync()).Groups[1].Value;
        using var nora = rig.Anonymous();
        using var signedIn = await nora.SignInAsync("nora@school.example", first);
        Assert.That(signedIn.Headers.Location?.ToString(), Is.EqualTo("/"));
        using var disabled = await technician.PostAsync("/technician/users?handler=Disable", [new("mail", "nora@school.example")], "/technician/users");
        await Task.Delay(TimeSpan.FromSeconds(4));
        using var shut = await nora.GetAsync("/agreement");
        Assert.That(shut.Headers.Location?.ToString(), Does.Contain("/sign-in"));
        using var twice = await technician.PostAsync("/technician/users?handler=Add", [new("name", "Nora Quill"), new("mail", "nora@school.example"), new("role", "editor")], "/technician/users");
        Assert.That(await twice.Content.ReadAsStringAsync(), Does.Contain("Nothing was changed"));
        using var guest = await technician.PostAsync("/technician/users?handler=Add", [new("name", "Sam Supply"), new("mail", "sam@school.example"), new("role", "guest")], "/technician/users");
        Assert.That(await guest.Content.ReadAsStringAsync(), Does.Contain("needs a last day"));
    }

    private async Task<(string Mail, UserId Id)> NewAsync(string name, string role, Instant? ends = null, bool signs = true)
    {
        await using var scope = rig.Services.CreateAsyncScope();
        var id = await scope.ServiceProvider.GetRequiredService<UserBooks>().CreateAsync(rig.School, new(SchoolRig.Mail(name), name, role, ends), SchoolRig.Password, null);
        if (signs)
        {
            await scope.ServiceProvider.GetRequiredService<IAccessBook>().SignAsync(rig.School, id, 0, default);
        }

        return (SchoolRig.Mail(name), id);
    }

    /// <summary>What the person's app shows now: by the authenticator's own arithmetic over the account's key.</summary>
    private async Task<string> CodeAsync(string mail)
    {
        await using var scope = rig.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<SchoolUser>>();
        return Totp.Now((await users.GetAuthenticatorKeyAsync((await users.FindByEmailAsync(mail))!))!);
    }

    [GeneratedRegex("type this key into the app: <code>([a-z0-9 ]+)</code>")]
    private static partial Regex Key();

    [GeneratedRegex("<li><code>([^<]+)</code></li>")]
    private static partial Regex Recovery();

    [GeneratedRegex("<code>([^<]+)</code>")]
    private static partial Regex First();
}
