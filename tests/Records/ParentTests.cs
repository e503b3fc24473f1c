using MediaGuard.Consent.Biometrics;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Parents;
using MediaGuard.Records.Register;
using Microsoft.EntityFrameworkCore;
using static MediaGuard.Records.Tests.SchoolWorld;

namespace MediaGuard.Records.Tests;

/// <summary>What a guardian reaches by their link: their own child, a no that holds at once, a yes that waits.</summary>
public sealed class ParentTests(string provider) : RecordsFixture(provider)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(90);

    private PersonId Child => World.Children[0];

    [Test]
    public async Task Make_KeepsTheHashAloneAndTheTokenOpens()
    {
        var guardian = await ParentAsync();
        var link = (await Rig.Parents.MakeAsync(World.School, Child, guardian, Lasts, Office, None))!;
        var (standing, visit) = await Rig.Parents.OpenAsync(link.Token, None);
        Assert.That((standing, visit!.Person, visit.Guardian, visit.School), Is.EqualTo((LinkStanding.Open, Child, guardian, World.School)));
        Assert.That(link.Token.Replace("-", "", StringComparison.Ordinal), Has.Length.EqualTo(32).And.Matches("^[0-9a-hjkmnp-tv-z]+$"), "32 letters of 5 bits");
        await using var db = World.Open();
        var row = await db.ParentLinks.AsNoTracking().SingleAsync(None);
        Assert.That(row.TokenHash, Has.Length.EqualTo(32));
        Assert.That(await db.Audit.AnyAsync(a => a.Detail.Contains(link.Token) || a.Subject.Contains(link.Token), None), Is.False);
        Assert.That(Enumerable.Range(0, 1000).Select(_ => ParentToken.Make()).Distinct().Count(), Is.EqualTo(1000));
    }

    [Test]
    public async Task Open_TypedFromPaper_ForgivesWhatLooksAlike()
    {
        var link = (await Rig.Parents.MakeAsync(World.School, Child, await ParentAsync(), Lasts, Office, None))!;
        var typed = link.Token.ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal).Replace('0', 'O').Replace('1', 'l');
        Assert.That((await Rig.Parents.OpenAsync(typed, None)).Standing, Is.EqualTo(LinkStanding.Open));
        foreach (var wrong in new[] { "", "x", link.Token[..^1], link.Token + "2", new string('é', 32), (link.Token[0] == '2' ? '3' : '2') + link.Token[1..] })
        {
            Assert.That(await Rig.Parents.OpenAsync(wrong, None), Is.EqualTo((LinkStanding.Wrong, default(ParentVisit))), wrong);
        }
    }

    [Test]
    public async Task Open_ExpiredEndedOrReplaced_LeadsNowhere()
    {
        var guardian = await ParentAsync();
        var first = (await Rig.Parents.MakeAsync(World.School, Child, guardian, Lasts, Office, None))!;
        var second = (await Rig.Parents.MakeAsync(World.School, Child, guardian, Lasts, Office, None))!;
        Assert.That((await StandingOfAsync(first), await StandingOfAsync(second)), Is.EqualTo((LinkStanding.Ended, LinkStanding.Open)), "the newer takes the older's place");
        Rig.Clock.Advance(Lasts - TimeSpan.FromSeconds(1));
        Assert.That(await StandingOfAsync(second), Is.EqualTo(LinkStanding.Open));
        Rig.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await StandingOfAsync(second), Is.EqualTo(LinkStanding.Expired));
        var third = (await Rig.Parents.MakeAsync(World.School, Child, guardian, Lasts, Office, None))!;
        Assert.That(await Rig.Parents.EndAsync(World.School, Child, guardian, Office, None), Is.True);
        Assert.That(await StandingOfAsync(third), Is.EqualTo(LinkStanding.Ended));
        Assert.That(await Rig.Parents.MakeAsync(World.School, World.Children[1], guardian, Lasts, Office, None), Is.Null, "another child's");
    }

    [Test]
    public async Task Open_HolderHasNoResponsibilityAnyMore_LeadsNowhere()
    {
        var guardian = await ParentAsync();
        var link = (await Rig.Parents.MakeAsync(World.School, Child, guardian, Lasts, Office, None))!;
        await using (var db = World.Open())
        {
            await db.Guardians.Where(g => g.Id == guardian).ExecuteUpdateAsync(set => set.SetProperty(g => g.HasResponsibility, false), None);
        }

        Assert.That(await StandingOfAsync(link), Is.EqualTo(LinkStanding.Ended), "whatever took it from them left the link");
    }

    [Test]
    public async Task MakeToSend_TheEarlierWorksUntilItIsHandedOver()
    {
        var guardian = await ParentAsync();
        var first = (await Rig.Parents.MakeAsync(World.School, Child, guardian, Lasts, Office, None))!;
        var lost = await ToSendAsync();
        await Rig.Parents.SentAsync(World.School, lost, isHandedOver: false, Office, None);
        Assert.That((await StandingOfAsync(first), await StandingOfAsync(lost)), Is.EqualTo((LinkStanding.Open, LinkStanding.Ended)));

        var (earlier, later) = (await ToSendAsync(), await ToSendAsync());
        await Rig.Parents.SentAsync(World.School, later, isHandedOver: true, Office, None);
        await Rig.Parents.SentAsync(World.School, earlier, isHandedOver: true, Office, None);
        Assert.That(
            (await StandingOfAsync(first), await StandingOfAsync(earlier), await StandingOfAsync(later)),
            Is.EqualTo((LinkStanding.Ended, LinkStanding.Ended, LinkStanding.Open)),
            "of two sent at once one works");

        async Task<NewLink> ToSendAsync()
        {
            Rig.Clock.Advance(TimeSpan.FromSeconds(1));
            return (await Rig.Parents.MakeToSendAsync(World.School, Child, guardian, Lasts, Office, None))!;
        }
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Refuse_OfWhatIsOut_RecallsInTheSameTransactionAndShowsWhatBecomesOfIt()
    {
        var media = await World.ClearedAsync();
        await World.PassAsync(media);
        var release = (await World.ReleasesAsync(media)).Single().Id;
        await Rig.Releases.SaveReleasedAsync(World.School, release, "there", None);
        var visit = await VisitAsync();
        Assert.That((await ViewAsync(visit)).Copies, Is.Empty);

        await Rig.Parents.RefuseAsync(visit, Seesaw, None);
        Assert.That((await World.ReleasesAsync(media)).Single().State, Is.EqualTo(ReleaseState.Recalling));
        Assert.That((await ViewAsync(visit)).Copies, Is.EqualTo(new[] { new CopyCount("Seesaw", 1, 0) }));
        await Rig.Releases.SaveRecalledAsync(World.School, release, "gone", TimeSpan.Zero, None);
        Assert.That((await ViewAsync(visit)).Copies, Is.EqualTo(new[] { new CopyCount("Seesaw", 0, 1) }));
        var purpose = (await ViewAsync(visit)).Purposes.Single(p => p.Purpose == Seesaw);
        Assert.That((purpose.Word, purpose.SaidNo), Is.EqualTo(("no", true)));
    }

    [Test]
    public async Task View_OfAnotherFamilysRecall_ShowsNothing()
    {
        var media = await World.ClearedAsync();
        await World.PassAsync(media);
        await Rig.Register.RefuseAsync(World.School, World.Children[1], [Seesaw], "telephone", "", Office, None);
        var visit = await VisitAsync();
        Assert.That((await ViewAsync(visit)).Copies, Is.Empty, "this family said yes");
        Rig.Clock.Advance(TimeSpan.FromMinutes(1));
        await Rig.Parents.RefuseAsync(visit, Seesaw, None);
        Assert.That((await ViewAsync(visit)).Copies, Is.Empty, "it was on its way back before this no");
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Refuse_OfEverything_IncludesComparingFacesAndIsWrittenOnce()
    {
        var visit = await VisitAsync();
        await Rig.Parents.RefuseAsync(visit, null, None);
        await Rig.Parents.RefuseAsync(visit, null, None);
        await using var db = World.Open();
        var said = await db.Consents.AsNoTracking().Where(c => c.GuardianId == visit.Guardian).Select(c => c.Purpose).ToListAsync(None);
        Assert.That(said, Is.EquivalentTo(new[] { "seesaw", "website", BiometricPerson.Purpose.Value }));
        Assert.That((await db.Guardians.AsNoTracking().SingleAsync(g => g.Id == visit.Guardian, None)).ObjectedOn, Is.EqualTo(World.Today), "an objection outweighs every consent");
        Assert.That((await Rig.Audit.VerifyAsync(World.School, None)).BrokenAt, Is.Null);
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Ask_ChangesNothingUntilTheOfficeConfirms()
    {
        await Rig.Register.RefuseAsync(World.School, Child, [Website], "form", "", await ParentAsync(), Office, None);
        var visit = await VisitAsync(await FirstParentAsync());
        await Rig.Parents.AskAsync(visit, Website, None);
        await Rig.Parents.AskAsync(visit, Website, None);
        await Rig.Parents.AskAsync(visit, Seesaw, None);
        var purpose = (await ViewAsync(visit)).Purposes.Single(p => p.Purpose == Website);
        Assert.That((purpose.Word, purpose.IsAsked), Is.EqualTo(("no", true)));
        var request = (await Rig.Requests.WaitingAsync(World.School, None)).Single();
        Assert.That((request.Person, request.Purpose, request.Guardian, request.Class), Is.EqualTo((Child, "Website", "Parent", (string?)Folder)), "asked once, and not for what is given already");

        Assert.That(await Rig.Requests.ConfirmAsync(World.School, request.Id, false, Office, None), Is.EqualTo(GiveResult.Recorded));
        Assert.That((await ViewAsync(visit)).Purposes.Single(p => p.Purpose == Website).Word, Is.EqualTo("yes"));
        Assert.That(await Rig.Requests.WaitingAsync(World.School, None), Is.Empty);
        await using var db = World.Open();
        var row = await db.Consents.AsNoTracking().OrderByDescending(c => c.Sequence).FirstAsync(None);
        Assert.That((row.GuardianId, row.How, row.Evidence.Length > 0, row.RecordedBy), Is.EqualTo(((Guid?)visit.Guardian, HowSaid.Link, true, (UserId?)Office)));
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Confirm_AfterTheParentSaidNo_RecordsNothing()
    {
        await Rig.Register.RefuseAsync(World.School, Child, [Website], "form", "", await ParentAsync(), Office, None);
        var visit = await VisitAsync(await FirstParentAsync());
        await Rig.Parents.AskAsync(visit, Website, None);
        var request = (await Rig.Requests.WaitingAsync(World.School, None)).Single();
        await Rig.Parents.RefuseAsync(visit, Website, None);
        Assert.That(await Rig.Requests.ConfirmAsync(World.School, request.Id, true, Office, None), Is.Null);
        Assert.That((await ViewAsync(visit)).Purposes.Single(p => p.Purpose == Website).Word, Is.EqualTo("no"));
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Confirm_WhereTheOtherParentRefused_WaitsForTheLead()
    {
        var (one, two) = (await ParentAsync(), await ParentAsync("Other"));
        await Rig.Register.RefuseAsync(World.School, Child, [Website], "telephone", "", two, Office, None);
        var visit = await VisitAsync(one);
        await Rig.Parents.AskAsync(visit, Website, None);
        var request = (await Rig.Requests.WaitingAsync(World.School, None)).Single().Id;
        Assert.That(await Rig.Requests.ConfirmAsync(World.School, request, false, Office, None), Is.EqualTo(GiveResult.RefusalStands));
        Assert.That(await Rig.Requests.WaitingAsync(World.School, None), Has.Count.EqualTo(1));
        Assert.That(await Rig.Requests.ConfirmAsync(World.School, request, true, Office, None), Is.EqualTo(GiveResult.Recorded));
    }

    [Test]
    public async Task Decline_SetsItAside()
    {
        await Rig.Register.RefuseAsync(World.School, Child, [Website], "form", "", await ParentAsync(), Office, None);
        var visit = await VisitAsync(await FirstParentAsync());
        await Rig.Parents.AskAsync(visit, Website, None);
        var request = (await Rig.Requests.WaitingAsync(World.School, None)).Single().Id;
        Assert.That(await Rig.Requests.DeclineAsync(World.School, request, Office, None), Is.True);
        Assert.That(await Rig.Requests.DeclineAsync(World.School, request, Office, None), Is.False);
        Assert.That((await ViewAsync(visit)).Purposes.Single(p => p.Purpose == Website).Word, Is.EqualTo("no"));
    }

    [Test]
    [Property("Requirement", "C8")]
    public async Task View_OfAProtectedChild_ReadsLikeTheOtherParentsNo()
    {
        await Rig.Register.ProtectAsync(World.School, Child, "court order", Office, None);
        var hidden = await ViewAsync(await VisitAsync());
        var open = World.Children[1];
        await Rig.Register.RefuseAsync(World.School, open, [Seesaw, Website], "telephone", "", Office, None);
        var guardian = (await Rig.Guardians.AddAsync(World.School, open, new GuardianEdit("Parent", "", true), Office, None))!.Value;
        var (_, visit) = await Rig.Parents.OpenAsync((await Rig.Parents.MakeAsync(World.School, open, guardian, Lasts, Office, None))!.Token, None);
        var plain = await ViewAsync(visit!);
        Assert.That(hidden.Purposes.Where(p => p.Purpose != BiometricPerson.Purpose), Is.EqualTo(plain.Purposes.Where(p => p.Purpose != BiometricPerson.Purpose)));
    }

    private Task<ParentView> ViewAsync(ParentVisit visit) => Rig.Parents.ViewAsync(visit, None);

    private async Task<LinkStanding> StandingOfAsync(NewLink link) => (await Rig.Parents.OpenAsync(link.Token, None)).Standing;

    private async Task<Guid> ParentAsync(string name = "Parent") => (await Rig.Guardians.AddAsync(World.School, Child, new GuardianEdit(name, "", true), Office, None))!.Value;

    private async Task<Guid> FirstParentAsync() => (await Rig.Guardians.ListAsync(World.School, Child, None))[0].Id;

    private async Task<ParentVisit> VisitAsync(Guid? guardian = null)
    {
        var link = (await Rig.Parents.MakeAsync(World.School, Child, guardian ?? await ParentAsync(), Lasts, Office, None))!;
        return (await Rig.Parents.OpenAsync(link.Token, None)).Visit!;
    }
}
