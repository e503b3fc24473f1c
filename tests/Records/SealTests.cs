using MediaGuard.Consent.Incidents;
using MediaGuard.Consent.Register;
using MediaGuard.Ingest.Vault;
using MediaGuard.Media;
using MediaGuard.Publisher.Clearances;
using MediaGuard.Records.Items;
using MediaGuard.Records.Seals;
using MediaGuard.Records.Views;
using Microsoft.EntityFrameworkCore;
using static MediaGuard.Records.Tests.SchoolWorld;

namespace MediaGuard.Records.Tests;

/// <summary>Under seal nothing is done to a picture, whoever asks, until the lead releases it.</summary>
public sealed class SealTests(string provider) : RecordsFixture(provider)
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2);

    [Test]
    [Property("Requirement", "G3")]
    public async Task Seal_OfWhatIsOut_PullsRecallsAndOpensAnIncident()
    {
        var photo = await World.ClearedAsync();
        await World.PassAsync(photo);
        await SealAsync(photo, isIllegal: true);

        Assert.That(await World.QueueAsync(photo), Is.Empty);
        Assert.That((await World.ReleasesAsync(photo)).Single().State, Is.EqualTo(ReleaseState.Recalling));
        Assert.That((await World.VerdictsAsync(photo)).Where(v => v.IsCurrent), Is.Empty);
        var incident = (await Rig.Incidents.ListAsync(World.School, false, None)).Single();
        Assert.That(incident.Kind, Is.EqualTo(IncidentKind.IllegalMaterial));
        Assert.That((await Rig.Incidents.FindAsync(World.School, incident.Id, None))!.IsUnderSeal, Is.True);
        var line = (await Rig.Seals.ListAsync(World.School, None)).Single();
        Assert.That((line.Media, line.Why, line.IsIllegal, line.Incident), Is.EqualTo((photo, "look at this", true, incident.Id)));
        Assert.That((await Rig.Audit.VerifyAsync(World.School, None)).BrokenAt, Is.Null);
    }

    [Test]
    [Property("Requirement", "G3")]
    public async Task Sealed_EveryVerb_IsRefused()
    {
        var photo = await World.ClearedAsync();
        var scene = await World.SceneAsync(photo);
        await SealAsync(photo);
        var row = await World.RowAsync(photo);

        // said, taken back, decided
        await World.SayAsync(Say(AttestationKind.NobodyElse, photo), Say(AttestationKind.RefusedFor, photo), Say(AttestationKind.AskedFor, photo) with { Channel = ChannelId.Website });
        await World.InHeadAsync(head => head.RetractAsync(Office, photo, AttestationKind.NobodyFromOutside, null, null, null, None));
        await using (var db = World.Open())
        {
            Assert.That(db.Attestations.Count(a => a.MediaId == photo && a.RetractedAt == null && a.Kind != AttestationKind.NobodyFromOutside), Is.Zero);
        }

        Assert.That((await World.SceneAsync(photo)).Version, Is.EqualTo(scene.Version));
        await World.DecideAsync(photo);
        Assert.That(await World.QueueAsync(photo), Is.Empty);
        Assert.That((await World.VerdictsAsync(photo)).Where(v => v.IsCurrent), Is.Empty);

        // left, copied, shown
        Assert.That((await World.PassAsync(photo)).Answer, Is.EqualTo(GateAnswer.NotThere));
        Assert.That((await Rig.Views.PhotosAsync(World.School, [photo], Reader.Lead, None)).Single().HasPicture, Is.False);
        Assert.That(await Rig.Views.HeldIdsAsync(World.School, None), Has.None.EqualTo(photo));

        // worked on, looked at again, deleted
        Rig.Clock.Advance(TimeSpan.FromDays(400));
        Assert.That(await Rig.Items.TakeDueAsync(World.School, 10, default, None), Has.None.EqualTo(photo));
        Assert.That(await Rig.Items.LookAgainAsync(World.School, None), Is.Zero);
        VaultObject[] kept = [VaultObject.Original(World.School, photo), VaultObject.Rendition(World.School, row.RenditionId!.Value)];
        Assert.That(await Rig.Items.FindOrphansAsync(World.School, kept, None), Is.Empty);
        Assert.That(await World.InHeadReturnsAsync(head => head.DeleteAsync(Office, photo, [9], None)), Is.Null);
        Assert.That((await World.RowAsync(photo)).Status, Is.EqualTo(MediaStatus.Sealed));
        Assert.That(await World.TrySealAsync(photo), Is.EqualTo(SealOutcome.Standing));
    }

    [Test]
    [Property("Requirement", "G3")]
    public async Task Seal_WhileAStepIsAtWork_TheStepCannotSave()
    {
        var photo = await World.SeenAsync();
        var lease = await World.LeaseAsync(photo);
        await SealAsync(photo);
        Assert.That(async () => await World.InHeadAsync(head => head.SaveDecidedAsync(lease, None)), Throws.InstanceOf<LeaseLostException>());
        Assert.That(async () => await Rig.Items.QuarantineAsync(lease, ReasonCode.Truncated, None), Throws.InstanceOf<LeaseLostException>());
        Assert.That(await Rig.Items.RenewAsync(lease, Long, None), Is.False);
        Assert.That((await World.RowAsync(photo)).Status, Is.EqualTo(MediaStatus.Sealed));
    }

    [Test]
    [Property("Requirement", "G3")]
    public async Task Seal_WhileTheDevicesCopyOrTheOriginalIsBeingRemoved_Waits()
    {
        var photo = await World.ClearedAsync();
        var departing = await World.LeaseAsync(photo);
        Assert.That(await World.TrySealAsync(photo), Is.EqualTo(SealOutcome.AtWork));
        await Rig.Items.SaveDepartedAsync(departing, SourceState.Removed, None);
        var shredding = await World.LeaseAsync(photo);
        Assert.That(await World.TrySealAsync(photo), Is.EqualTo(SealOutcome.AtWork));
        Rig.Clock.Advance(Long);
        Assert.That(await World.TrySealAsync(photo), Is.EqualTo(SealOutcome.Sealed), "the step died; its lease is over");
        Assert.That(async () => await Rig.Items.SaveShreddedAsync(shredding, None), Throws.InstanceOf<LeaseLostException>());
        Assert.That((await World.RowAsync(photo)).ShreddedAt, Is.Null);
    }

    [Test]
    [Property("Requirement", "G3")]
    public async Task Noted_WhileAStepIsAtWork_IsKeptFromEveryChannelAndGoesUnderSealAfterwardsInTheSameIncident()
    {
        var photo = await World.ClearedAsync();
        await Rig.Releases.SaveReleasedAsync(World.School, (await World.PassAsync(photo)).Clearance!.Release, "there", None);
        await World.LeaseAsync(photo);
        await NoteAsync(photo, SealOutcome.AtWork, "a bruise");
        await NoteAsync(photo, SealOutcome.AtWork, "a bruise");

        Assert.That((await Rig.Incidents.FindAsync(World.School, (await OnlyIncidentAsync()).Id, None))!.What, Is.EqualTo("a bruise"), "once");
        Assert.That(await ReasonsAsync(photo), Does.StartWith(nameof(ReasonCode.SentToLead)));
        Assert.That(await World.QueueAsync(photo), Is.Empty);
        Assert.That((await World.ReleasesAsync(photo)).Single().State, Is.EqualTo(ReleaseState.Recalling));
        Assert.That((await World.PassAsync(photo)).Clearance, Is.Null);
        Assert.That(await World.InHeadReturnsAsync(head => head.DeleteAsync(Office, photo, [9], None)), Is.Null);
        Assert.That(await Rig.Items.ShredDueAsync(World.School, photo, None), Is.GreaterThan(World.Now));

        await NoteAsync(photo, SealOutcome.AtWork, "and a burn", isIllegal: true);
        var pending = (await Rig.Seals.PendingAsync(World.School, None)).Single();
        Assert.That((pending.Media, pending.Why, pending.IsIllegal, pending.By), Is.EqualTo((photo, "a bruise\nand a burn", true, Teacher)));
        Rig.Clock.Advance(Long);
        Assert.That(await World.InHeadReturnsAsync(head => head.SealAsync(pending.Media, pending.Why, pending.IsIllegal, pending.By, None)), Is.EqualTo(SealOutcome.Sealed));
        Assert.That((await OnlyIncidentAsync()).Kind, Is.EqualTo(IncidentKind.IllegalMaterial));
        Assert.That(await Rig.Seals.PendingAsync(World.School, None), Is.Empty);
        Assert.That((await Rig.Seals.ListAsync(World.School, None)).Single().Why, Is.EqualTo("a bruise\nand a burn"));

        await NoteAsync(photo, SealOutcome.Standing, "and a cut");
        Assert.That((await Rig.Incidents.FindAsync(World.School, (await OnlyIncidentAsync()).Id, None))!.What, Does.EndWith("and a cut"));
    }

    [Test]
    [Property("Requirement", "G3")]
    public async Task Noted_IncidentClosedBeforeTheSeal_IsDecidedAgainAndNotSealed()
    {
        var photo = await World.ClearedAsync();
        await World.LeaseAsync(photo);
        await NoteAsync(photo, SealOutcome.AtWork, "a shadow");
        var incident = (await OnlyIncidentAsync()).Id;
        await Rig.Incidents.TellAsync(World.School, incident, IncidentParty.Coordinator, "", Office, None);
        Assert.That(await Rig.Incidents.CloseAsync(World.School, incident, "a shadow", Office, None), Is.EqualTo(Incidents.IncidentResult.Done));
        Assert.That(await Rig.Seals.PendingAsync(World.School, None), Is.Empty);
        await World.InHeadAsync(async head =>
        {
            foreach (var due in await head.DueAgainAsync(10, None))
            {
                await DecideAsync(head, due);
            }
        });
        Assert.That(await World.VerdictAsync(photo), Is.EqualTo(Verdict.Cleared));
    }

    [Test]
    public async Task Noted_OfWhatIsGone_OpensAnIncidentOfNoPicture()
    {
        await NoteAsync(MediaId.New(), SealOutcome.NotThere, "it was a bruise");
        var incident = (await Rig.Incidents.FindAsync(World.School, (await OnlyIncidentAsync()).Id, None))!;
        Assert.That((incident.What, incident.Line.Kind), Is.EqualTo(("it was a bruise", IncidentKind.SealedPicture)));
        Assert.That(await Rig.Seals.PendingAsync(World.School, None), Is.Empty);
    }

    [Test]
    [Property("Requirement", "G3")]
    public async Task Unseal_ReturnsToWhereItStoodDecidedAnew()
    {
        var photo = await World.ClearedAsync();
        await World.PassAsync(photo);
        await SealAsync(photo);
        await World.RecordAsync(World.Children[0], Seesaw, ConsentAnswer.Withdrawn);
        Assert.That(await World.InHeadReturnsAsync(head => head.UnsealAsync(photo, "nothing in it", Office, None)), Is.True);
        await World.DecideAsync(photo);
        Assert.That((await World.RowAsync(photo)).Status, Is.EqualTo(MediaStatus.Decided));
        Assert.That(await World.VerdictAsync(photo), Is.Not.EqualTo(Verdict.Cleared), "the register changed meanwhile");
        Assert.That(await Rig.Seals.ListAsync(World.School, None), Is.Empty);
        Assert.That(await World.InHeadReturnsAsync(head => head.UnsealAsync(photo, "again", Office, None)), Is.False);
        Assert.That((await Rig.Incidents.ListAsync(World.School, false, None)), Has.Count.EqualTo(1), "the incident is closed by itself, not with the seal");
    }

    [Test]
    [Property("Requirement", "G3")]
    public async Task Unsealed_WhileTheIncidentIsOpen_NothingOfItIsDestroyed()
    {
        var photo = await World.ClearedAsync();
        await SealAsync(photo);
        await World.InHeadAsync(head => head.UnsealAsync(photo, "nothing in it", Office, None));
        await World.DecideAsync(photo);
        await Rig.Items.SaveDepartedAsync(await World.LeaseAsync(photo), SourceState.Removed, None);
        Assert.That(await World.VerdictsAsync(photo), Has.None.Matches<Rows.VerdictRow>(v => v!.IsCurrent && v.Verdict == Verdict.Held), "no channel holds it");
        var incident = (await Rig.Incidents.ListAsync(World.School, false, None)).Single().Id;
        Assert.That(await Rig.Items.ShredDueAsync(World.School, photo, None), Is.GreaterThan(World.Now));
        Assert.That(await World.InHeadReturnsAsync(head => head.DeleteAsync(Office, photo, [7], None)), Is.Null);
        Assert.That(await Rig.Incidents.NeedsAsync(World.School, photo, None), Is.True);
        await PutOffAsync(photo, World.Now + TimeSpan.FromDays(1));
        Assert.That(await Rig.Items.TakeDueAsync(World.School, 10, default, None), Has.None.EqualTo(photo));

        await Rig.Incidents.TellAsync(World.School, incident, IncidentParty.Coordinator, "", Office, None);
        Assert.That(await Rig.Incidents.CloseAsync(World.School, incident, "nothing in it", Office, None), Is.EqualTo(Incidents.IncidentResult.Done));
        Assert.That(await Rig.Items.ShredDueAsync(World.School, photo, None), Is.LessThanOrEqualTo(World.Now));
        Assert.That(await Rig.Items.TakeDueAsync(World.School, 10, default, None), Does.Contain(photo), "due at once");
        Assert.That(await World.InHeadReturnsAsync(head => head.DeleteAsync(Office, photo, [7], None)), Is.Not.Null);
    }

    [Test]
    public async Task Seal_OfWhatIsNotThere_SaysSo() => Assert.That(await World.TrySealAsync(MediaId.New()), Is.EqualTo(SealOutcome.NotThere));

    private Task NoteAsync(MediaId photo, SealOutcome expected, string why, bool isIllegal = false) => World.InHeadAsync(async head =>
    {
        var outcome = await head.SealAsync(photo, why, isIllegal, Teacher, None);
        Assert.That(outcome, Is.EqualTo(expected));
        await head.NoteWorryAsync(photo, outcome, why, isIllegal, Teacher, None);
        await head.FlushAsync(None);
        if (outcome == SealOutcome.AtWork)
        {
            await DecideAsync(head, photo);
        }
    });

    private async Task<Incidents.IncidentLine> OnlyIncidentAsync() => (await Rig.Incidents.ListAsync(World.School, false, None)).Single();

    private async Task<string> ReasonsAsync(MediaId photo) => (await World.VerdictsAsync(photo)).Single(v => v.IsCurrent).Reasons;

    private async Task PutOffAsync(MediaId photo, Instant until)
    {
        await using var db = World.Open();
        await db.Media.Where(m => m.Id == photo).ExecuteUpdateAsync(set => set.SetProperty(m => m.NotBefore, until), None);
    }

    private async Task SealAsync(MediaId photo, bool isIllegal = false) => Assert.That(await World.TrySealAsync(photo, isIllegal), Is.EqualTo(SealOutcome.Sealed));
}
