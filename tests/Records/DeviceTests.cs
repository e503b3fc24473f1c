using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.Incidents;
using MediaGuard.Consent.People;
using MediaGuard.Media;
using MediaGuard.Records.Devices;
using MediaGuard.Records.Register;
using Microsoft.EntityFrameworkCore;
using static MediaGuard.Records.Tests.SchoolWorld;

namespace MediaGuard.Records.Tests;

/// <summary>The inventory says which cameras are trusted; photos follow it, whenever it changes.</summary>
public sealed class DeviceTests(string provider) : RecordsFixture(provider)
{
    private const string Phone = "Pixel 9";

    private NewDevice Exception => new("Ms Reed's phone", "Google", Phone, "G-1", null, World.Today, World.Today.AddDays(7), "Mr Head");

    [Test]
    [Property("Requirement", "D1")]
    public async Task SaveUnderstood_UnknownModel_HoldsAndRaisesOneIncidentAModelAndDay()
    {
        var first = await World.SeenAsync(model: Phone);
        await World.SeenAsync(model: " PIXEL-9 ");
        await World.SeenAsync(model: "Other 3");
        await World.SeenAsync();
        await World.FirstDecisionAsync(first);
        await World.SayAsync(Say(AttestationKind.NobodyFromOutside, first));
        Assert.That((await World.VerdictsAsync(first)).Single(v => v.IsCurrent).Reasons, Is.EqualTo("DeviceUnknown"));
        Assert.That((await IncidentsAsync()).Select(i => i.About), Is.EquivalentTo(new[] { Phone, "Other 3" }));

        Rig.Clock.Advance(TimeSpan.FromDays(1));
        await World.SeenAsync(model: Phone);
        Assert.That((await IncidentsAsync()).Select(i => (i.About, i.Day)), Is.EquivalentTo(new[] { (Phone, World.Today.AddDays(-1)), ("Other 3", World.Today.AddDays(-1)), (Phone, World.Today) }));
        Assert.That((await IncidentsAsync()).Select(i => i.Kind), Has.All.EqualTo(IncidentKind.UnknownCamera));
    }

    [Test]
    [Property("Requirement", "D1")]
    public async Task SaveUnderstood_TwoProcessesAtOnce_RaiseOneIncident()
    {
        await using var beside = Rig.Beside();
        var photos = new List<MediaId>();
        for (var i = 0; i < 8; i++)
        {
            photos.Add(await World.ArrivedAsync());
            await Rig.Items.SaveVaultedAsync(await World.LeaseAsync(photos[i]), None);
        }

        var leases = await Task.WhenAll(photos.Select(p => World.LeaseAsync(p)));
        var understanding = new Ingest.Formats.Understanding(MediaFormat.Jpeg, 800, 600, "Google", Phone, null, null, null, false, [], []);
        await Task.WhenAll(leases.Select((lease, i) => (i % 2 == 0 ? Rig : beside).Items.SaveUnderstoodAsync(lease, understanding, [], None)));
        Assert.That(await IncidentsAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    [Property("Requirement", "D2")]
    public async Task Add_DatedExceptionAfterwards_ClearsHeldPhotosOfItsDaysOnly()
    {
        var early = await HeldAsync();
        Rig.Clock.Advance(TimeSpan.FromDays(1));
        var photo = await HeldAsync();
        var added = await Rig.Devices.AddAsync(World.School, Exception, Office, None);
        Assert.That(added.IsSaved, Is.True);

        Assert.That((await World.RowAsync(photo)).Device, Is.EqualTo(DeviceStanding.Known));
        Assert.That(await World.VerdictAsync(photo), Is.EqualTo(Verdict.Cleared), "decided again with the inventory as it is now");
        Assert.That(await World.QueueAsync(photo), Has.Count.EqualTo(1));
        Assert.That((await World.RowAsync(early)).Device, Is.EqualTo(DeviceStanding.Unknown), "the day before it was permitted");
        Assert.That(await World.VerdictAsync(early), Is.EqualTo(Verdict.Held));
        Assert.That((await Rig.Devices.ListAsync(World.School, None)).Single(), Has.Property("PermittedBy").EqualTo("Mr Head").And.Property("IsPersonal").True);
    }

    [Test]
    [Property("Requirement", "D2")]
    public async Task Edit_ExceptionEndsEarlier_TakesBackWhatWentOut()
    {
        var device = (await Rig.Devices.AddAsync(World.School, Exception, Office, None)).Device;
        Rig.Clock.Advance(TimeSpan.FromDays(2));
        var photo = await World.SeenAsync(model: Phone);
        await World.FirstDecisionAsync(photo);
        await World.SayAsync(Say(AttestationKind.NobodyFromOutside, photo));
        await World.PassAsync(photo);
        Assert.That(await IncidentsAsync(), Is.Empty);

        await Rig.Devices.EditAsync(World.School, device, Exception with { From = World.Today.AddDays(-2), Until = World.Today.AddDays(-1) }, Office, None);
        Assert.That((await World.ReleasesAsync(photo)).Single().State, Is.EqualTo(ReleaseState.Recalling));
        Assert.That(await World.VerdictAsync(photo), Is.EqualTo(Verdict.Held));
        Assert.That((await IncidentsAsync()).Single().About, Is.EqualTo(Phone));
    }

    [Test]
    [Property("Requirement", "D5")]
    public async Task Lose_StopsItsFolderDoubtsItsPhotosAndOpensAnIncident()
    {
        var teacher = await AdultAsync("Ms Reed");
        var ipad = new NewDevice("Oak iPad 3", "Apple", "iPad (9th generation)", "S-3", World.Group, World.Today) { Folder = $"{Folder}/iPad 3", Holder = teacher };
        var device = (await Rig.Devices.AddAsync(World.School, ipad, Office, None)).Device;
        var before = await World.NewAsync($"{Folder}/iPad 3");
        var photo = await World.SeenAsync(model: ipad.Model);
        await World.FirstDecisionAsync(photo);
        await World.SayAsync(Say(AttestationKind.NobodyFromOutside, photo));
        Assert.That(await World.VerdictAsync(photo), Is.EqualTo(Verdict.Cleared));
        Assert.That((await World.RowAsync(before)).DeviceId, Is.EqualTo(device));

        Assert.That((await Rig.Devices.LoseAsync(World.School, device, Office, None)).IsSaved, Is.True);
        Assert.That(await World.NoticeAsync($"{Folder}/IPAD-3/new.jpg"), Is.Null, "its folder is no way in any more");
        Assert.That(await World.NoticeAsync($"{Folder}/other.jpg"), Is.Not.Null);
        Assert.That(await World.VerdictAsync(photo), Is.EqualTo(Verdict.Held));
        Assert.That((await IncidentsAsync()).Select(i => i.Kind), Is.EquivalentTo(new[] { IncidentKind.LostDevice, IncidentKind.UnknownCamera }));
        var detail = (await Rig.Devices.FindAsync(World.School, device, None))!;
        Assert.That((detail.StillOnIt, detail.OldestDay, detail.Device.State, detail.OpenIncident is not null), Is.EqualTo((1, (DateOnly?)World.Today, DeviceState.Lost, true)));

        await Rig.Devices.FindAgainAsync(World.School, device, Office, None);
        Assert.That(await World.NoticeAsync($"{Folder}/ipad 3/new.jpg"), Is.Not.Null);
        Assert.That(await World.VerdictAsync(photo), Is.EqualTo(Verdict.Cleared));
    }

    [Test]
    [Property("Requirement", "D5")]
    public async Task Lose_AnotherOfTheModelIsKept_DoubtsOnlyWhatBearsItsSerial()
    {
        var one = (await Rig.Devices.AddAsync(World.School, new NewDevice("One", "Canon", "IXUS", "S-1", null, World.Today), Office, None)).Device;
        await Rig.Devices.AddAsync(World.School, new NewDevice("Two", "Canon", "IXUS", "S-2", null, World.Today), Office, None);
        await Rig.Devices.LoseAsync(World.School, one, Office, None);
        await using var db = World.Open();
        Assert.That(await DeviceStandings.OfAsync(db, "IXUS", "s 1", World.Today, None), Is.EqualTo(DeviceStanding.Unknown));
        Assert.That(await DeviceStandings.OfAsync(db, "IXUS", "S-2", World.Today, None), Is.EqualTo(DeviceStanding.Known));
        Assert.That(await DeviceStandings.OfAsync(db, "IXUS", null, World.Today, None), Is.EqualTo(DeviceStanding.Known));
        Assert.That(await DeviceStandings.OfAsync(db, " ", "S-1", World.Today, None), Is.EqualTo(DeviceStanding.NotStated));
    }

    [Test]
    [Property("Requirement", "D10")]
    public async Task Lend_NeedsTheSignedAgreementAndTheLeaverGivesItBack()
    {
        var (teacher, child) = (await AdultAsync("Ms Reed"), World.Children[0]);
        var device = (await Rig.Devices.AddAsync(World.School, new NewDevice("Oak iPad", "Apple", "iPad", "S", null, World.Today), Office, None)).Device;
        var loan = new NewLoan(teacher, World.Today, World.Today.AddDays(14), "2026-1", World.Today);
        Assert.That((await Rig.Devices.LendAsync(World.School, device, loan with { SignedVersion = "" }, Office, None)).Wrong, Does.Contain("version of the loan agreement"));
        Assert.That((await Rig.Devices.LendAsync(World.School, device, loan with { SignedOn = World.Today.AddDays(1) }, Office, None)).Wrong, Does.Contain("signed before"));
        Assert.That((await Rig.Devices.LendAsync(World.School, device, loan with { Holder = child }, Office, None)).Wrong, Does.Contain("Only to an adult"));
        Assert.That((await Rig.Devices.LendAsync(World.School, device, loan, Office, None)).IsSaved, Is.True);
        Assert.That((await Rig.Devices.LendAsync(World.School, device, loan, Office, None)).Wrong, Does.Contain("come back first"));

        var leaving = (await Rig.Devices.LeavingAsync(World.School, teacher, None))!;
        Assert.That(leaving.Loans.Select(l => (l.Label, l.SignedVersion, l.DueOn)), Is.EqualTo(new[] { ("Oak iPad", "2026-1", (DateOnly?)World.Today.AddDays(14)) }));
        Assert.That(leaving.Devices.Select(d => (d.Label, d.State)), Is.EqualTo(new[] { ("Oak iPad", DeviceState.OnLoan) }));
        Assert.That(await Rig.Devices.LeavingAsync(World.School, child, None), Is.Null, "no list of a child's");

        await Rig.Devices.ReturnAsync(World.School, device, Office, None);
        Assert.That((await Rig.Devices.LeavingAsync(World.School, teacher, None))!.Loans, Is.Empty);
        Assert.That((await Rig.Devices.FindAsync(World.School, device, None))!.Loans.Single().ReturnedOn, Is.EqualTo(World.Today));
    }

    [Test]
    public async Task Add_BadInput_SaysWhatIsWrongAndSavesNothing()
    {
        var good = new NewDevice("iPad", "Apple", "iPad", "S", null, World.Today);
        foreach (var (bad, says) in new (NewDevice, string)[]
        {
            (good with { Label = "" }, "name"),
            (good with { Model = " - " }, "model"),
            (good with { Until = World.Today.AddDays(-1) }, "last day"),
            (good with { PermittedBy = "Mr Head" }, "permitted until"),
            (good with { Group = GroupId.New() }, "no such class"),
            (good with { Holder = World.Children[0] }, "adult"),
            (good with { Folder = "Nowhere/iPad" }, "class’s folder"),
            (good with { Folder = Folder }, "class’s folder"),
        })
        {
            Assert.That((await Rig.Devices.AddAsync(World.School, bad, Office, None)).Wrong, Does.Contain(says));
        }

        Assert.That(await Rig.Devices.ListAsync(World.School, None), Is.Empty);
        await Rig.Devices.AddAsync(World.School, good with { Folder = $"{Folder}/one" }, Office, None);
        Assert.That((await Rig.Devices.AddAsync(World.School, good with { Folder = $"{Folder}/ONE" }, Office, None)).Wrong, Does.Contain("its own"));
    }

    private async Task<MediaId> HeldAsync()
    {
        var photo = await World.SeenAsync(model: Phone);
        await World.FirstDecisionAsync(photo);
        await World.SayAsync(Say(AttestationKind.NobodyFromOutside, photo));
        Assert.That(await World.VerdictAsync(photo), Is.EqualTo(Verdict.Held));
        return photo;
    }

    private async Task<PersonId> AdultAsync(string name)
    {
        var person = default(PersonId);
        await World.InHeadAsync(head =>
        {
            person = head.AddPerson(new NewPerson(PersonKind.Staff, name, name), Office);
            return Task.CompletedTask;
        });
        return person;
    }

    private Task<IReadOnlyList<Incidents.IncidentLine>> IncidentsAsync() => Rig.Incidents.ListAsync(World.School, false, None);
}
