using System.Globalization;
using System.Net;
using MediaGuard.Consent.People;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Devices;
using MediaGuard.Records.Publications;
using MediaGuard.Records.Register;
using MediaGuard.Records.Scenes;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests.Tried;

/// <summary>What the technician left out or mistyped is said, nothing is written down, and the right step works afterwards.</summary>
public sealed class TechnicianErrorsTests
{
    private const string Accounts = "/technician/users";
    private const string Edit = "/technician/devices/edit";
    private const string Tokens = "/tokens";

    private SchoolRig rig = null!;
    private PersonId holder;

    private IDeviceBook Devices => rig.Services.GetRequiredService<IDeviceBook>();

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        rig = await SchoolRig.StartAsync();
        await using var head = await rig.Services.GetRequiredService<IHeads>().BeginAsync(rig.School, default);
        holder = head.AddPerson(new NewPerson(PersonKind.Staff, "Rae Reed", "Rae"), null);
        await head.CommitAsync(default);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    public async Task Lending_WithoutAHolderOrADay_LendsNothingUntilTheyAreGiven()
    {
        var page = $"/technician/devices/{rig.Device}";
        KeyValuePair<string, string>[] whole = [new("holder", holder.ToString()), new("from", rig.DayText), new("due", ""), new("version", "2"), new("signed", rig.DayText)];
        foreach (var (field, value) in new[] { ("holder", ""), ("from", ""), ("signed", ""), ("signed", "last week"), ("due", "soon") })
        {
            KeyValuePair<string, string>[] sent = [.. whole.Where(f => f.Key != field), new(field, value)];
            Assert.That(await SendAsync(page + "?handler=Lend", page, sent), Does.Contain("Choose who gets it, and give the day it goes and the day the agreement was signed."), $"{field} “{value}”");
        }

        Assert.That((await Devices.FindAsync(rig.School, rig.Device, default))!.Loans, Is.Empty);
        Assert.That(await SendAsync(page + "?handler=Lend", page, whole), Does.Contain("The loan is written down.").And.Contain("Rae Reed"));
    }

    [Test]
    public async Task Device_WithoutAFirstDayOrWithDaysNobodyCanRead_IsNotSavedAndWhatWasTypedStays()
    {
        var before = (await Devices.ListAsync(rig.School, default)).Count;
        foreach (var (from, until) in new[] { ("", ""), ("soon", ""), (rig.DayText, "for ever") })
        {
            Assert.That(
                await SendAsync(Edit, Edit, new("Label", "Ash iPad"), new("CameraModel", "iPad Air"), new("From", from), new("Until", until)),
                Does.Contain("Give the first day, and days the fields can read.").And.Contain("value=\"Ash iPad\"").And.Contain("value=\"iPad Air\""),
                $"“{from}” to “{until}”");
        }

        Assert.That((await Devices.ListAsync(rig.School, default)).Count, Is.EqualTo(before));
        Assert.That(await SendAsync(Edit, Edit, new("Label", "Ash iPad"), new("CameraModel", "iPad Air"), new("From", rig.DayText)), Does.Contain("Ash iPad").And.Contain("Photos of this model are decided again."));
    }

    [Test]
    public async Task Account_WithoutANameAnAddressOrARole_IsNotMadeAndWhatWasTypedStays()
    {
        foreach (var (name, mail, role) in new[] { (" ", "pia@school.example", "editor"), ("Pia Plover", "pia.school.example", "editor"), ("Pia Plover", "pia@school.example", "king") })
        {
            Assert.That(
                await SendAsync(Accounts + "?handler=Add", Accounts, new("name", name), new("mail", mail), new("role", role)),
                Does.Contain("An account needs a name, an e-mail address and a role.").And.Contain($"value=\"{mail}\"").And.Not.Contain($"<td>{mail}"));
        }

        Assert.That(await SendAsync(Accounts + "?handler=Add", Accounts, new("name", "Pia Plover"), new("mail", "pia@school.example"), new("role", "editor")), Does.Contain("The first password").And.Contain("<td>pia@school.example"));
    }

    [Test]
    public async Task LastDay_OverAlready_MakesNoAccountAndNoToken()
    {
        KeyValuePair<string, string>[] guest = [new("name", "Sol Swift"), new("mail", "sol@school.example"), new("role", "guest")];
        Assert.That(
            await SendAsync(Accounts + "?handler=Add", Accounts, [.. guest, new("until", Day(-1))]),
            Does.Contain("The last day is over already.").And.Contain("value=\"Sol Swift\"").And.Not.Contain("<td>sol@school.example"));
        Assert.That(await SendAsync(Accounts + "?handler=Add", Accounts, [.. guest, new("until", Day(2))]), Does.Contain("The first password").And.Contain("<td>sol@school.example"));

        var before = await TokensAsync();
        Assert.That(
            await SendAsync(Tokens + "?handler=Make", Tokens, new("name", "The old site"), new("until", Day(-1))),
            Does.Contain("The last day is over already.").And.Contain("value=\"The old site\"").And.Contain($"value=\"{Day(-1)}\""));
        Assert.That(await TokensAsync(), Is.EqualTo(before));
        Assert.That(await SendAsync(Tokens + "?handler=Make", Tokens, new("name", "The old site"), new("until", Day(2))), Does.Contain("The new token"));
    }

    [Test]
    public async Task Token_WithoutALastDayTheCalendarHas_IsNotMadeAndItsNameStays()
    {
        var before = await TokensAsync();
        foreach (var until in new[] { "", "some day", "2026-02-30" })
        {
            Assert.That(
                await SendAsync(Tokens + "?handler=Make", Tokens, new("name", "The new site"), new("until", until)),
                Does.Contain("Give the last day the token works, as a day of the calendar.").And.Contain("value=\"The new site\""),
                until);
        }

        Assert.That(await TokensAsync(), Is.EqualTo(before));
        Assert.That(await SendAsync(Tokens + "?handler=Make", Tokens, new("name", "The new site"), new("until", Day(2))), Does.Contain("The new token"));
        Assert.That(await TokensAsync(), Is.EqualTo(before + 1));
    }

    /// <summary>Posts as the technician, and reads the page that is the answer or that it leads to.</summary>
    private async Task<string> SendAsync(string path, string from, params KeyValuePair<string, string>[] fields)
    {
        var technician = await rig.AsAsync(SchoolRole.Technician);
        using var answer = await technician.PostAsync(path, fields, from);
        return WebUtility.HtmlDecode(answer.Headers.Location is { } to ? await technician.ReadAsync(to.ToString()) : await answer.Content.ReadAsStringAsync());
    }

    private async Task<int> TokensAsync() => (await rig.Services.GetRequiredService<ITokenBook>().ListAsync(rig.School, default)).Count;

    private string Day(int fromToday) => rig.Day.AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
