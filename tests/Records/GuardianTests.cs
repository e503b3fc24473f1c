using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Parents;
using MediaGuard.Records.Register;
using Microsoft.EntityFrameworkCore;
using static MediaGuard.Records.Tests.SchoolWorld;

namespace MediaGuard.Records.Tests;

/// <summary>Who said it counts: any no of somebody with parental responsibility stands until the lead records otherwise, and only they themselves may turn it.</summary>
public sealed class GuardianTests(string provider) : RecordsFixture(provider)
{
    private PersonId Child => World.Children[0];

    [Test]
    [Property("Requirement", "C5")]
    public async Task Give_WhereTheOtherParentRefused_IsTheLeadsAlone()
    {
        var (one, two) = (await ParentAsync("One"), await ParentAsync("Two"));
        await RefuseAsync(one);
        Assert.That(await GiveAsync(two), Is.EqualTo(GiveResult.RefusalStands));
        Assert.That(await GiveAsync(null), Is.EqualTo(GiveResult.RefusalStands), "nobody in particular is not the one who refused");
        Assert.That(await StandingAsync(), Is.EqualTo("no"));
        Assert.That(await GiveAsync(two, isLead: true), Is.EqualTo(GiveResult.Recorded));
        Assert.That(await StandingAsync(), Is.EqualTo("yes"));
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Give_ByTheOneWhoRefused_IsRecorded()
    {
        var one = await ParentAsync("One");
        await RefuseAsync(one);
        Assert.That(await GiveAsync(one), Is.EqualTo(GiveResult.Recorded));
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Give_WhereBothRefused_NeedsBothOrTheLead()
    {
        var (one, two) = (await ParentAsync("One"), await ParentAsync("Two"));
        await RefuseAsync(one);
        await RefuseAsync(two);
        Assert.That(await GiveAsync(one), Is.EqualTo(GiveResult.RefusalStands), "the other's stands");
        Assert.That(await GiveAsync(two), Is.EqualTo(GiveResult.RefusalStands));
        Assert.That(await GiveAsync(one, isLead: true), Is.EqualTo(GiveResult.Recorded));
        await RefuseAsync(two);
        Assert.That(await GiveAsync(two), Is.EqualTo(GiveResult.Recorded), "the lead recorded otherwise of what was said before");
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Give_WhereSomebodyNotOnRecordRefused_IsTheLeadsAlone()
    {
        var one = await ParentAsync("One");
        await RefuseAsync(null);
        Assert.That(await GiveAsync(one), Is.EqualTo(GiveResult.RefusalStands));
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Responsibility_WithoutIt_NoYesCountsAndNoNoOutweighsThoseWhoHaveIt()
    {
        var parent = await ParentAsync("Parent");
        var aunt = await ParentAsync("Aunt", hasResponsibility: false);
        Assert.That(await GiveAsync(aunt, isLead: true), Is.EqualTo(GiveResult.NoResponsibility));
        await RefuseAsync(aunt);
        Assert.That(await StandingAsync(), Is.EqualTo("no"), "a no is a no until somebody with responsibility says otherwise");
        Assert.That(await GiveAsync(parent), Is.EqualTo(GiveResult.Recorded));
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Edit_OfTheOneWhoRefused_LeavesTheirResponsibilityUntilTheLeadRecordsOtherwise()
    {
        var (one, two) = (await ParentAsync("One"), await ParentAsync("Two"));
        await RefuseAsync(one);
        var without = new GuardianEdit("One", "One@example.org", false);
        Assert.That(await Rig.Guardians.EditAsync(World.School, Child, one, without, Office, None), Is.EqualTo(GiveResult.RefusalStands));
        Assert.That(await GiveAsync(two), Is.EqualTo(GiveResult.RefusalStands));
        Assert.That(await StandingAsync(), Is.EqualTo("no"));
        Assert.That(await Rig.Guardians.EditAsync(World.School, Child, two, without with { Name = "Two" }, Office, None), Is.EqualTo(GiveResult.Recorded), "who said nothing");
        Assert.That(await Rig.Guardians.EditAsync(World.School, World.Children[1], one, without, Office, None), Is.EqualTo(GiveResult.NoSuchPerson));

        Assert.That(await GiveAsync(null, isLead: true), Is.EqualTo(GiveResult.Recorded));
        Assert.That(await Rig.Guardians.EditAsync(World.School, Child, one, without, Office, None), Is.EqualTo(GiveResult.Recorded));
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task End_OfTheGuardianWhoRefused_LeavesTheNoStanding()
    {
        var (one, two) = (await ParentAsync("One"), await ParentAsync("Two"));
        await RefuseAsync(one);
        await Rig.Guardians.EndAsync(World.School, Child, one, Office, None);
        Assert.That(await GiveAsync(two), Is.EqualTo(GiveResult.RefusalStands));
        Assert.That(await GiveAsync(one), Is.EqualTo(GiveResult.NoResponsibility), "they may say yes no longer");
    }

    [Test]
    [Property("Requirement", "C8")]
    public async Task Give_OfAProtectedChild_AnswersLikeAnotherParentsNo()
    {
        var one = await ParentAsync("One");
        await Rig.Register.ProtectAsync(World.School, Child, "court order", Office, None);
        Assert.That(await GiveAsync(one), Is.EqualTo(GiveResult.RefusalStands));
    }

    [Test]
    public async Task Refuse_ByAGuardian_IsWrittenDownWithThem()
    {
        var one = await ParentAsync("One");
        await RefuseAsync(one);
        await using var db = World.Open();
        Assert.That((await db.Consents.OrderByDescending(c => c.Sequence).FirstAsync(None)).GuardianId, Is.EqualTo(one));
        var stranger = await Rig.Guardians.AddAsync(World.School, World.Children[1], new GuardianEdit("Stranger", "", true), Office, None);
        Assert.That(await Rig.Register.RefuseAsync(World.School, Child, [Website], "telephone", "", stranger, Office, None), Is.Null, "another child's parent");
        Assert.That(await GiveAsync(stranger), Is.EqualTo(GiveResult.NoResponsibility));
    }

    [Test]
    public async Task Edit_OfAddressOrResponsibility_EndsTheLinkThatWentOut()
    {
        var one = await ParentAsync("One");
        foreach (var edit in new[] { new GuardianEdit("One", "new@example.org", true), new GuardianEdit("One", "new@example.org", false) })
        {
            var link = await Rig.Parents.MakeAsync(World.School, Child, one, TimeSpan.FromDays(9), Office, None);
            Assert.That(await Rig.Guardians.EditAsync(World.School, Child, one, edit with { Name = "Renamed", Email = (await ListAsync()).Email, HasResponsibility = true }, Office, None), Is.EqualTo(GiveResult.Recorded));
            Assert.That((await Rig.Parents.OpenAsync(link!.Token, None)).Standing, Is.EqualTo(LinkStanding.Open), "another name changes nothing");
            await Rig.Guardians.EditAsync(World.School, Child, one, edit, Office, None);
            Assert.That((await Rig.Parents.OpenAsync(link.Token, None)).Standing, Is.EqualTo(LinkStanding.Ended), $"{edit.Email} {edit.HasResponsibility}");
        }

        Assert.That(await Rig.Parents.MakeAsync(World.School, Child, one, TimeSpan.FromDays(9), Office, None), Is.Null, "without responsibility there is no link");
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Edit_TurnsOutToHaveResponsibility_TheirNoStandsAndRecalls()
    {
        var (mother, father) = (await ParentAsync("Mother"), await ParentAsync("Father", hasResponsibility: false));
        await RefuseAsync(father);
        Assert.That(await GiveAsync(mother), Is.EqualTo(GiveResult.Recorded), "nobody knew better");
        var photo = await World.ClearedAsync();
        await World.SayAsync(Say(AttestationKind.AskedFor, photo) with { Channel = ChannelId.Website });
        await World.PassAsync(photo, ChannelId.Website);

        await KnowAsync(father);
        Assert.That(await StandingAsync(), Is.EqualTo("no"));
        Assert.That((await World.ReleasesAsync(photo)).Single().State, Is.EqualTo(ReleaseState.Recalling));
        Assert.That((await World.QueueAsync(photo)).Select(q => q.Channel), Is.EqualTo(new[] { "seesaw" }), "they said nothing about Seesaw");
        Assert.That(await World.VerdictAsync(photo, "website"), Is.EqualTo(Verdict.Held));
        Assert.That(await GiveAsync(mother), Is.EqualTo(GiveResult.RefusalStands));
        Assert.That(await GiveAsync(mother, isLead: true), Is.EqualTo(GiveResult.Recorded));
        await KnowAsync(father);
        Assert.That(await StandingAsync(), Is.EqualTo("yes"), "known before: nothing is said anew");
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Edit_TurnsOutToHaveResponsibilityOnceTheYesRanOut_TheirNoStands()
    {
        var (mother, father) = (await ParentAsync("Mother"), await ParentAsync("Father", hasResponsibility: false));
        await RefuseAsync(father);
        await Rig.Register.GiveAsync(World.School, Child, Website, World.Today, "form", "drawer", mother, false, Office, None);
        Rig.Clock.Advance(TimeSpan.FromDays(1));
        await KnowAsync(father);
        Assert.That(await GiveAsync(mother), Is.EqualTo(GiveResult.RefusalStands));
    }

    [Test]
    public async Task Edit_TurnsOutToHaveResponsibility_SaysNothingAnewThatStandsOrTheyTookBack()
    {
        var (one, two) = (await ParentAsync("One"), await ParentAsync("Two", hasResponsibility: false));
        await RefuseAsync(two);
        var before = await SaidAsync();
        await KnowAsync(two);
        Assert.That(await SaidAsync(), Is.EqualTo(before), "it stands as it is");
        Assert.That(await GiveAsync(one), Is.EqualTo(GiveResult.RefusalStands));

        Assert.That(await GiveAsync(two), Is.EqualTo(GiveResult.Recorded));
        await Rig.Guardians.EditAsync(World.School, Child, two, new GuardianEdit("Two", "", false), Office, None);
        await KnowAsync(two);
        Assert.That(await StandingAsync(), Is.EqualTo("yes"), "their last word was a yes");
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Edit_ResponsibilityTakenAwayAndGivenBack_WhatTheLeadOverrodeStaysOverridden()
    {
        var (mother, father) = (await ParentAsync("Mother"), await ParentAsync("Father"));
        await RefuseAsync(father);
        Assert.That(await GiveAsync(mother, isLead: true), Is.EqualTo(GiveResult.Recorded));
        await TakeAwayAndGiveBackAsync();
        Assert.That(await StandingAsync(), Is.EqualTo("yes"));

        await RefuseAsync(father);
        Assert.That(await StandingAsync(), Is.EqualTo("no"), "said later, it wins again");
        Assert.That(await GiveAsync(mother), Is.EqualTo(GiveResult.RefusalStands));
        Assert.That(await GiveAsync(father), Is.EqualTo(GiveResult.Recorded));
        await RefuseAsync(mother);
        await TakeAwayAndGiveBackAsync();
        Assert.That(await StandingAsync(), Is.EqualTo("no"), "the mother's");

        async Task TakeAwayAndGiveBackAsync()
        {
            Assert.That(await Rig.Guardians.EditAsync(World.School, Child, father, new GuardianEdit("Father", "", false), Office, None), Is.EqualTo(GiveResult.Recorded));
            Assert.That(await KnowAsync(father), Is.EqualTo(GiveResult.Recorded));
        }
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Edit_TurnsOutToHaveResponsibility_TheLeadsYesOverAnothersNoLeavesTheirs()
    {
        var (mother, father) = (await ParentAsync("Mother"), await ParentAsync("Father", hasResponsibility: false));
        await RefuseAsync(father);
        await RefuseAsync(mother);
        Assert.That(await GiveAsync(null, isLead: true), Is.EqualTo(GiveResult.Recorded), "the mother's no stood, and the father's did not count");
        await KnowAsync(father);
        Assert.That(await StandingAsync(), Is.EqualTo("no"));
    }

    private async Task<int> SaidAsync()
    {
        await using var db = World.Open();
        return await db.Consents.CountAsync(None);
    }

    private Task<GiveResult> KnowAsync(Guid guardian) => Rig.Guardians.EditAsync(World.School, Child, guardian, new GuardianEdit("Known", "", true), Office, None);

    private async Task<GuardianLine> ListAsync() => (await Rig.Guardians.ListAsync(World.School, Child, None)).Single();

    private async Task<Guid> ParentAsync(string name, bool hasResponsibility = true) =>
        (await Rig.Guardians.AddAsync(World.School, Child, new GuardianEdit(name, $"{name}@example.org", hasResponsibility), Office, None))!.Value;

    private Task<int?> RefuseAsync(Guid? guardian) => Rig.Register.RefuseAsync(World.School, Child, [Website], "telephone", "", guardian, Office, None);

    private Task<GiveResult> GiveAsync(Guid? guardian, bool isLead = false) =>
        Rig.Register.GiveAsync(World.School, Child, Website, null, "form", "drawer", guardian, isLead, Office, None);

    private async Task<string> StandingAsync() =>
        (await Rig.RegisterViews.PersonAsync(World.School, Child, Views.Reader.Office, None))!.Person.Standings.Single(s => s.Purpose == Website).Word;
}
