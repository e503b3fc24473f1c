using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MediaGuard.Records;
using MediaGuard.Records.Access;
using MediaGuard.Web.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests.Tried;

/// <summary>What is said of a password, a passkey or a new account that can't be taken, and that nothing was changed by it.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
[NonParallelizable]
public sealed partial class AccountErrorsTests
{
    private const string Fresh = "Zk4-pWn8-tQx!";

    private SchoolRig rig = null!;
    private string sandra = "";

    /// <summary>What happens between reading an account and writing it.</summary>
    private Func<Task> meanwhile = () => Task.CompletedTask;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        rig = await SchoolRig.StartReplacingAsync(services => services.AddScoped<IPasswordValidator<SchoolUser>>(_ => new Colleague(() => meanwhile())));
        sandra = await NewAsync("s.brightwell", "Sandra Brightwell");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [TestCase("Wq7-t!", "A password must have at least 8 characters.", TestName = "Password_Short_IsRefused")]
    [TestCase("Wq7tRv9xKm2", "A password must have at least one sign that is neither a letter nor a digit.", TestName = "Password_WithoutASign_IsRefused")]
    [TestCase("Wqz-tRv-xKm!", "A password must have at least one digit.", TestName = "Password_WithoutADigit_IsRefused")]
    [TestCase("WQ7-TRV9-XKM!", "A password must have at least one small letter.", TestName = "Password_WithoutASmallLetter_IsRefused")]
    [TestCase("wq7-trv9-xkm!", "A password must have at least one capital letter.", TestName = "Password_WithoutACapital_IsRefused")]
    [TestCase("Sandra-x7Q!", "A password must not hold your name or your sign-in name.", TestName = "Password_WithTheName_IsRefused")]
    [TestCase("x7!Test-qK9", "A password must not hold the school's name.", TestName = "Password_WithTheSchool_IsRefused")]
    [TestCase("Elephant-7!x", "A password must not hold a whole word: take letters that spell nothing, such as the first letters of a sentence.", TestName = "Password_WithAWord_IsRefused")]
    public async Task Password_AgainstARule_IsNamedAndTheOldOneHolds(string fresh, string says)
    {
        using var client = await SignedInAsync(sandra);
        using var refused = await ChangeAsync(client, SchoolRig.Password, fresh);
        Assert.That(await PageAsync(refused), Does.Contain(says));
        using var other = rig.Anonymous();
        using var signedIn = await other.SignInAsync(sandra, SchoolRig.Password);
        Assert.That(signedIn.Headers.Location?.ToString(), Is.EqualTo("/"));
    }

    [Test]
    public async Task Password_TheOldOneMistyped_IsTypedAgain()
    {
        using var client = await SignedInAsync(await NewAsync("mistyper", "Mo Tarn"));
        using var refused = await ChangeAsync(client, Fresh, Fresh);
        Assert.That(await PageAsync(refused), Does.Contain("This is not the password used now."));
        using var changed = await ChangeAsync(client, SchoolRig.Password, Fresh);
        Assert.That(changed.Headers.Location?.ToString(), Is.EqualTo("/account"));
    }

    [Test]
    public async Task Password_AccountChangedByAColleagueMeanwhile_IsChangedByRepeatingIt()
    {
        var mail = await NewAsync("busy", "Bo Fenn");
        using var client = await SignedInAsync(mail);
        meanwhile = () => RenameAsync(mail);
        using var refused = await ChangeAsync(client, SchoolRig.Password, Fresh);
        meanwhile = () => Task.CompletedTask;
        Assert.That(await PageAsync(refused), Does.Contain("Somebody else changed this account meanwhile. Load the page again and repeat the last step."));
        using var repeated = await ChangeAsync(client, SchoolRig.Password, Fresh);
        Assert.That(repeated.Headers.Location?.ToString(), Is.EqualTo("/account"), "the old password held until now");
    }

    [TestCase("nora@quill@school.example", "“nora@quill@school.example” is not an e-mail address.", "nora@school.example", TestName = "NewAccount_NoEmailAddress_MakesNothing")]
    public async Task NewAccount_AddressThatCantBe_KeepsWhatWasTypedAndTheRightOneWorks(string mail, string says, string right)
    {
        var technician = await rig.AsAsync(SchoolRole.Technician);
        var before = await CountAsync();
        using var refused = await AddAsync(technician, "Nora Quill", mail);
        Assert.That(await PageAsync(refused), Does.Contain(says).And.Contain("value=\"Nora Quill\"").And.Contain($"value=\"{mail}\""));
        Assert.That(await CountAsync(), Is.EqualTo(before));
        using var made = await AddAsync(technician, "Nora Quill", right);
        Assert.That(await PageAsync(made), Does.Contain("The first password"));
    }

    [Test]
    public async Task NewAccount_GuestWithoutALastDay_IsMadeOnceItIsGiven()
    {
        var technician = await rig.AsAsync(SchoolRole.Technician);
        KeyValuePair<string, string>[] typed = [new("name", "Gus Helper"), new("mail", "gus@school.example"), new("role", SchoolRole.Guest)];
        using var refused = await technician.PostAsync("/technician/users?handler=Add", typed, "/technician/users");
        Assert.That(await PageAsync(refused), Does.Contain("A guest's account needs a last day, and only a guest's has one.").And.Contain("value=\"Gus Helper\""));
        using var over = await technician.PostAsync("/technician/users?handler=Add", [.. typed, new("until", "2020-01-31")], "/technician/users");
        Assert.That(await PageAsync(over), Does.Contain("The last day is over already.").And.Contain("value=\"2020-01-31\""));
        using var made = await technician.PostAsync("/technician/users?handler=Add", [.. typed, new("until", "2199-01-31")], "/technician/users");
        Assert.That(await PageAsync(made), Does.Contain("The first password"));
    }

    [TestCase("o'brien@school.example")]
    [TestCase("nóra@school.example")]
    public async Task NewAccount_AddressWithAnApostropheOrAccent_IsMadeAndSignsIn(string mail)
    {
        using var made = await AddAsync(await rig.AsAsync(SchoolRole.Technician), "Nora O'Brien", mail);
        Assert.That(await PageAsync(made), Does.Contain("The first password"));
    }

    [Test]
    public async Task NewAccount_AddressThatHasOne_MakesNothingAndAnotherAddressWorks()
    {
        var technician = await rig.AsAsync(SchoolRole.Technician);
        var before = await CountAsync();
        using var refused = await AddAsync(technician, "Olu Fisk", SchoolRig.Mail(SchoolRole.Office));
        Assert.That(
            await PageAsync(refused),
            Does.Contain("There is an account with the e-mail address “office@school.example” already.")
                .And.Contain("value=\"Olu Fisk\""));
        Assert.That(await CountAsync(), Is.EqualTo(before));
        using var made = await AddAsync(technician, "Olu Fisk", "olu.fisk@school.example");
        Assert.That(await PageAsync(made), Does.Contain("The first password"));
    }

    [Test]
    public async Task Passkey_TheDeviceMadeNone_IsTriedAgain()
    {
        using var client = await SignedInAsync(await NewAsync("keyless", "Ida Holm"));
        (await client.PostAsync("/account?handler=PasskeyOptions", [], "/account")).Dispose();
        using var refused = await client.PostAsync("/account?handler=Passkey", [new("credential", "{}")], "/account");
        var page = await PageAsync(refused);
        Assert.That(page, Does.Contain("The device did not make a passkey. Try again, or take another device."));
        Assert.That(Key().Count(page), Is.Zero);
        using var added = await AddPasskeyAsync(client);
        Assert.That(added.Headers.Location?.ToString(), Is.EqualTo("/account"));
        Assert.That(Key().Count(await client.ReadAsync("/account")), Is.EqualTo(1));
    }

    [Test]
    public async Task Passkey_NothingWasAskedForBefore_IsNoFault()
    {
        using var client = await SignedInAsync(await NewAsync("hasty", "Lou Park"));
        using var refused = await client.PostAsync("/account?handler=Passkey", [new("credential", "{}")], "/account");
        Assert.That(await PageAsync(refused), Does.Contain("The device did not make a passkey. Try again, or take another device."));
        using var anonymous = rig.Anonymous();
        using var stranger = await anonymous.PostAsync("/sign-in?handler=Passkey", [new("credential", "{}")], "/sign-in");
        Assert.That(await PageAsync(stranger), Does.Contain("This passkey does not open an account here. Try again, or sign in with your password."));
    }

    [Test]
    public async Task Passkey_OneTooMany_IsAddedOnceAnotherIsRemoved()
    {
        const int Most = 10;
        using var client = await SignedInAsync(await NewAsync("collector", "Kit Lowe"));
        for (var i = 0; i < Most; i++)
        {
            (await AddPasskeyAsync(client)).Dispose();
        }

        using var refused = await AddPasskeyAsync(client);
        var page = await PageAsync(refused);
        Assert.That(page, Does.Contain("There are 10 passkeys already. Remove one you no longer use first."));
        Assert.That(Key().Count(page), Is.EqualTo(Most));
        (await client.PostAsync("/account?handler=RemovePasskey", [new("id", Key().Match(page).Groups[1].Value)], "/account")).Dispose();
        using var added = await AddPasskeyAsync(client);
        Assert.That(added.Headers.Location?.ToString(), Is.EqualTo("/account"));
    }

    private static Task<HttpResponseMessage> ChangeAsync(SchoolClient client, string old, string fresh) =>
        client.PostAsync("/account?handler=Password", [new("old", old), new("fresh", fresh)], "/account");

    private static Task<HttpResponseMessage> AddAsync(SchoolClient technician, string name, string mail) =>
        technician.PostAsync("/technician/users?handler=Add", [new("name", name), new("mail", mail), new("role", SchoolRole.Editor)], "/technician/users");

    private static async Task<string> PageAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    private async Task<SchoolClient> SignedInAsync(string mail)
    {
        var client = rig.Anonymous();
        (await client.SignInAsync(mail, SchoolRig.Password)).Dispose();
        return client;
    }

    private async Task<string> NewAsync(string mailName, string name)
    {
        await using var scope = rig.Services.CreateAsyncScope();
        var id = await scope.ServiceProvider.GetRequiredService<UserBooks>().CreateAsync(rig.School, new(SchoolRig.Mail(mailName), name, SchoolRole.Teacher), SchoolRig.Password, null);
        await scope.ServiceProvider.GetRequiredService<IAccessBook>().SignAsync(rig.School, id, 0, default);
        return SchoolRig.Mail(mailName);
    }

    private async Task<int> CountAsync()
    {
        await using var scope = rig.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<UserBooks>().ListAsync(rig.School)).Count;
    }

    private async Task RenameAsync(string mail)
    {
        await using var scope = rig.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<SchoolUser>>();
        var user = (await users.FindByEmailAsync(mail))!;
        user.DisplayName += " the Younger";
        Assert.That((await users.UpdateAsync(user)).Succeeded, Is.True);
    }

    /// <summary>Does what a browser does whose device makes a passkey (Web Authentication level 3).</summary>
    private async Task<HttpResponseMessage> AddPasskeyAsync(SchoolClient client)
    {
        using var options = await client.PostAsync("/account?handler=PasskeyOptions", [], "/account");
        var challenge = JsonNode.Parse(await options.Content.ReadAsStringAsync())!["challenge"]!.GetValue<string>();
        var origin = rig.Address.GetLeftPart(UriPartial.Authority);
        var id = RandomNumberGenerator.GetBytes(32);
        var clientData = JsonSerializer.SerializeToUtf8Bytes(new { type = "webauthn.create", challenge, origin, crossOrigin = false });
        var credential = JsonSerializer.Serialize(new
        {
            id = Base64Url.EncodeToString(id),
            rawId = Base64Url.EncodeToString(id),
            type = "public-key",
            clientExtensionResults = new { },
            response = new { clientDataJSON = Base64Url.EncodeToString(clientData), attestationObject = Base64Url.EncodeToString(Attestation(rig.Address.Host, id)) },
        });
        var token = Token().Match(await client.ReadAsync("/account")).Groups[1].Value;
        using var content = new FormUrlEncodedContent([new("credential", credential), new("__RequestVerificationToken", token)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/account?handler=Passkey", UriKind.Relative)) { Content = content };
        request.Headers.Add("Origin", origin);
        return await client.SendAsync(request);
    }

    /// <summary>A new key of a person who is present and proved it, attested by nobody, in CBOR (RFC 8949).</summary>
    private static byte[] Attestation(string host, byte[] id)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = pair.ExportParameters(includePrivateParameters: false).Q;
        byte[] key = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 32, .. point.X!, 0x22, 0x58, 32, .. point.Y!];
        byte[] data = [.. SHA256.HashData(Encoding.UTF8.GetBytes(host)), 0x45, 0, 0, 0, 0, .. new byte[16], 0, (byte)id.Length, .. id, .. key];
        return [0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data];
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"id\" value=\"([^\"]+)\"")]
    private static partial Regex Key();

    /// <summary>Finds nothing wrong with a password, but takes its time over it.</summary>
    private sealed class Colleague(Func<Task> act) : IPasswordValidator<SchoolUser>
    {
        public async Task<IdentityResult> ValidateAsync(UserManager<SchoolUser> manager, SchoolUser user, string? password)
        {
            await act();
            return IdentityResult.Success;
        }
    }
}
