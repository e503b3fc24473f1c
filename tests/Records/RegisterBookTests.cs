using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Register;
using MediaGuard.Records.Views;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Tests;

/// <summary>What people write into the register by hand, and what each of them may read there.</summary>
public sealed class RegisterBookTests(string provider) : RecordsFixture(provider)
{
    private PersonId Child => World.Children[0];

    [Test]
    [Property("Requirement", "C5")]
    public async Task Refuse_OfAReleasedPhotosChild_RecallsInTheSameTransaction()
    {
        var media = await World.ClearedAsync();
        await World.PassAsync(media);
        Assert.That(await Rig.Register.RefuseAsync(World.School, Child, [SchoolWorld.Seesaw], "telephone", "", SchoolWorld.Office, None), Is.EqualTo(1));
        Assert.That((await World.ReleasesAsync(media)).Single().State, Is.EqualTo(ReleaseState.Recalling));
        await using var db = World.Open();
        Assert.That((await db.Consents.OrderByDescending(c => c.Sequence).FirstAsync(None)).Answer, Is.EqualTo(ConsentAnswer.Withdrawn), "it had been given");
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Give_AfterARefusal_IsTheLeadsAlone()
    {
        await Rig.Register.RefuseAsync(World.School, Child, [SchoolWorld.Website], "telephone", "", SchoolWorld.Office, None);
        Assert.That(await GiveAsync(isLead: false), Is.EqualTo(GiveResult.RefusalStands));
        Assert.That(await WordAsync("website"), Is.EqualTo("no"));
        Assert.That(await GiveAsync(isLead: true), Is.EqualTo(GiveResult.Recorded));
        Assert.That(await WordAsync("website"), Is.EqualTo("yes"));
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Give_OfARecalledPhotosChild_QueuesNothingByItself()
    {
        var (outside, waiting) = (await World.ClearedAsync(), await World.ClearedAsync());
        await World.PassAsync(outside);
        await Rig.Register.RefuseAsync(World.School, Child, [SchoolWorld.Seesaw], "telephone", "", null, None);
        await Rig.Register.GiveAsync(World.School, Child, SchoolWorld.Seesaw, null, "form", "", true, null, None);
        Assert.That(await World.QueueAsync(outside), Is.Empty);
        Assert.That((await World.ReleasesAsync(outside)).Single().State, Is.EqualTo(ReleaseState.Recalling));
        Assert.That(await World.QueueAsync(waiting), Has.Count.EqualTo(1), "what was never outside may go now");
    }

    /// <summary>The clock stands still here, so an earlier change carries the same moment.</summary>
    [Test]
    [Property("Requirement", "C5")]
    public async Task Refuse_CountsThePhotosItIsAboutAndNoOthers()
    {
        var concerned = await World.ClearedAsync();
        var apart = await World.DecidedAsync();
        await World.SayAsync(SchoolWorld.Say(AttestationKind.InPicture, apart) with { Person = World.Children[1] }, SchoolWorld.Say(AttestationKind.NobodyElse, apart));
        await World.InHeadAsync(head =>
        {
            head.RecordConsent(World.Children[1], SchoolWorld.Website, ConsentAnswer.Refused, World.Today, null, "form", "", null);
            head.RecordConsent(Child, SchoolWorld.Website, ConsentAnswer.Refused, World.Today, null, "form", "", null);
            return Task.CompletedTask;
        });
        await using (var db = World.Open())
        {
            Assert.That(await db.Media.Where(m => m.DecideAgain != null).Select(m => m.Id).ToListAsync(None), Is.EquivalentTo(new[] { concerned, apart }), "both wait to be decided again");
        }

        Assert.That(await Rig.Register.RefuseAsync(World.School, Child, [SchoolWorld.Seesaw], "telephone", "", null, None), Is.EqualTo(1));
    }

    [Test]
    [Property("Requirement", "C8")]
    public async Task Protect_ToEverybodyButTheLead_LooksExactlyLikeARefusal([Values] LawfulBasis basis)
    {
        await World.InHeadAsync(head =>
        {
            head.SetPolicy(SchoolWorld.Policy with { Purposes = [.. new[] { SchoolWorld.Seesaw, SchoolWorld.Website }.Select(p => new PurposeSetting { Purpose = p.Value, Basis = basis })] }, null);
            return Task.CompletedTask;
        });
        var other = World.Children[1];
        await Rig.Register.RefuseAsync(World.School, other, [SchoolWorld.Seesaw, SchoolWorld.Website], "telephone", "call", SchoolWorld.Office, None);
        await Rig.Register.ProtectAsync(World.School, Child, "court order", SchoolWorld.Office, None);
        foreach (var reader in new[] { Reader.Office, Reader.Teacher })
        {
            var (hidden, open) = (await HistoryAsync(Child, reader), await HistoryAsync(other, reader));
            Assert.That(hidden, Is.EqualTo(open), $"{reader}");
            Assert.That(await Rig.RegisterViews.ProtectedAsync(World.School, reader, None), Is.Empty);
        }

        Assert.That(await HistoryAsync(Child, Reader.Lead), Is.Not.EqualTo(await HistoryAsync(other, Reader.Lead)));
        Assert.That((await Rig.RegisterViews.ProtectedAsync(World.School, Reader.Lead, None)).Single().Reason, Is.EqualTo("court order"));
        var people = await Rig.Views.PeopleAsync(World.School, World.Group, None);
        Assert.That(people.Single(p => p.Id == Child).MayAppearOn, Is.EqualTo(people.Single(p => p.Id == other).MayAppearOn).And.Empty);
        Assert.That(await GiveAsync(isLead: false), Is.EqualTo(GiveResult.RefusalStands), "the same answer as after a refusal");
    }

    [Test]
    [Property("Requirement", "C8")]
    public async Task Protect_InAPhotosPage_HasTheReasonsOfARefusal()
    {
        var (a, b) = (await World.ClearedAsync(), await World.ClearedAsync());
        await World.SayAsync(SchoolWorld.Say(AttestationKind.InPicture, a) with { Person = Child }, SchoolWorld.Say(AttestationKind.Absent, a) with { Person = World.Children[1] });
        await World.SayAsync(SchoolWorld.Say(AttestationKind.InPicture, b) with { Person = World.Children[1] }, SchoolWorld.Say(AttestationKind.Absent, b) with { Person = Child });
        await Rig.Register.ProtectAsync(World.School, Child, "court order", SchoolWorld.Office, None);
        await Rig.Register.RefuseAsync(World.School, World.Children[1], [SchoolWorld.Seesaw, SchoolWorld.Website], "telephone", "", SchoolWorld.Office, None);
        var reasons = (await Rig.Views.PhotosAsync(World.School, [a, b], Reader.Office, None)).Select(p => string.Join(';', p.On(ChannelId.Seesaw)!.Reasons.Select(r => r.Sentence))).ToList();
        Assert.That(reasons[0], Is.Not.Empty.And.EqualTo(reasons[1]));
    }

    [Test]
    [Property("Requirement", "C8")]
    public async Task Protect_InAnImport_IsAConflictLikeARefusal()
    {
        await Rig.Register.ProtectAsync(World.School, Child, "court order", SchoolWorld.Office, None);
        await Rig.Register.RefuseAsync(World.School, World.Children[1], [SchoolWorld.Seesaw, SchoolWorld.Website], "telephone", "", SchoolWorld.Office, None);
        var file = "UPN,Full Name,Reg,Website consent\n" + string.Join('\n', Enumerable.Range(1, 3).Select(n => $"C{n},Child {n},Willow Class,Yes")) + "\n";
        var preview = await Rig.Imports.PreviewAsync(World.School, new ImportRequest(System.Text.Encoding.UTF8.GetBytes(file), new ImportColumns()), None);
        Assert.That(preview.Remarks.Select(r => (r.Code, r.Row)), Is.EqualTo(new[] { ("refusal-on-record", (int?)2), ("refusal-on-record", 3) }));
    }

    [Test]
    [Property("Requirement", "C8")]
    public async Task Policy_WithAPurposeMore_TellsNobodyProtectedApart()
    {
        var (other, press) = (World.Children[1], new PurposeId("press"));
        await Rig.Register.ProtectAsync(World.School, Child, "court order", SchoolWorld.Office, None);
        await Rig.Register.RefuseAsync(World.School, other, [SchoolWorld.Seesaw, SchoolWorld.Website], "telephone", "", SchoolWorld.Office, None);
        Rig.Clock.Advance(TimeSpan.FromDays(2));
        Assert.That((await Rig.Policies.ApplyAsync(World.School, 1, [new ChannelEdit("press", ["press"], false, false, 0)], SchoolWorld.Office, None)).Problems, Is.Empty);
        var third = (await Rig.RegisterViews.PersonAsync(World.School, World.Children[2], Reader.Office, None))!.Person.Standings.Single(s => s.Purpose == press).Word;
        Assert.That(third, Is.Not.EqualTo("no"), "who did not refuse everything refuses nothing more");

        foreach (var reader in new[] { Reader.Office, Reader.Teacher })
        {
            Assert.That(await HistoryAsync(Child, reader), Is.EqualTo(await HistoryAsync(other, reader)), $"{reader}");
        }

        foreach (var child in new[] { Child, other })
        {
            Assert.That(await Rig.Register.GiveAsync(World.School, child, press, null, "form", "", false, SchoolWorld.Office, None), Is.EqualTo(GiveResult.RefusalStands));
        }

        var file = "UPN,Full Name,Reg,Press consent\n" + string.Join('\n', Enumerable.Range(1, 3).Select(n => $"C{n},Child {n},Willow Class,Yes")) + "\n";
        var preview = await Rig.Imports.PreviewAsync(World.School, new ImportRequest(System.Text.Encoding.UTF8.GetBytes(file), new ImportColumns()), None);
        Assert.That(preview.Remarks.Select(r => (r.Code, r.Row)), Is.EqualTo(new[] { ("refusal-on-record", (int?)2), ("refusal-on-record", 3) }));

        await Rig.Register.EndProtectionAsync(World.School, Child, SchoolWorld.Office, None);
        Assert.That(await WordAsync("press"), Is.EqualTo("no"));
    }

    [Test]
    [Property("Requirement", "C8")]
    public async Task EndProtection_LeavesTheRefusalsStanding()
    {
        await Rig.Register.ProtectAsync(World.School, Child, "court order", SchoolWorld.Office, None);
        Assert.That(await Rig.Register.EndProtectionAsync(World.School, Child, SchoolWorld.Office, None), Is.True);
        Assert.That((await WordAsync("website"), await WordAsync("seesaw")), Is.EqualTo(("no", "no")));
        Assert.That(await Rig.RegisterViews.ProtectedAsync(World.School, Reader.Lead, None), Is.Empty);
    }

    [Test]
    [Property("Requirement", "C1")]
    public async Task Ending_OfAYesThatEndsWithTheSchoolYear_IsListedUpToItsLastDay()
    {
        await World.InHeadAsync(head =>
        {
            head.SetPolicy(SchoolWorld.Policy with { Purposes = [new PurposeSetting { Purpose = "website", Lasts = ConsentLength.SchoolYear }] }, null);
            return Task.CompletedTask;
        });
        await Rig.Register.GiveAsync(World.School, Child, SchoolWorld.Website, null, "form", "", false, null, None);
        var last = new DateOnly(World.Today.Month >= 9 ? World.Today.Year + 1 : World.Today.Year, 8, 31);
        var days = last.DayNumber - World.Today.DayNumber;
        Assert.That(await Rig.RegisterViews.EndingAsync(World.School, days - 1, None), Is.Empty);
        Assert.That((await Rig.RegisterViews.EndingAsync(World.School, days, None)).Select(e => (e.Person, e.LastDay)), Is.EqualTo(new[] { (Child, last) }));
    }

    [Test]
    [Property("Requirement", "C7")]
    public async Task Age_PastTheLimit_RaisesTheAlarmAndReachesTheRules()
    {
        await Rig.Register.ConfirmAsync(World.School, SchoolWorld.Office, None);
        var confirmed = World.Today;
        Rig.Clock.Advance(TimeSpan.FromDays(35));
        Assert.That((await Rig.RegisterViews.AgeAsync(World.School, None)).IsStale, Is.False);
        Rig.Clock.Advance(TimeSpan.FromDays(1));
        Assert.That((await Rig.RegisterViews.AgeAsync(World.School, None)).IsStale, Is.True);
        var media = await World.DecidedAsync();
        await using var head = await Rig.Heads.BeginAsync(World.School, None);
        Assert.That((await head.LoadGroundAsync(media, None))!.Register.ConfirmedOn, Is.EqualTo(confirmed));
    }

    [Test]
    [Property("Requirement", "C6")]
    public async Task People_StaffAndVolunteers_AreOnTheRegisterToo()
    {
        var (result, person) = await Rig.Register.AddPersonAsync(World.School, new PersonEdit("volunteer", "Vic Helper", "Vic", " v1 ", null, null, World.Group), null, None);
        Assert.That(result, Is.EqualTo(GiveResult.Recorded));
        Assert.That((await Rig.RegisterViews.PeopleAsync(World.School, "vic hel", null, false, None)).Select(p => (p.Id, p.Kind, p.Key, p.Class)), Is.EqualTo(new[] { (person, "volunteer", (string?)"V1", (string?)SchoolWorld.Folder) }));
        Assert.That((await Rig.Register.AddPersonAsync(World.School, new PersonEdit("staff", "Other", "O", "V1", null, null, null), null, None)).Result, Is.EqualTo(GiveResult.Taken));
    }

    [Test]
    public async Task Nicknames_OfAPerson_AreFoundShownAndLookedForInPhotos()
    {
        var edit = new PersonEdit("pupil", "Amelia Stonecrop", "Amelia", "", 3, null, World.Group) { Nicknames = " Millie ;Ämes, millie" };
        var (_, person) = await Rig.Register.AddPersonAsync(World.School, edit, null, None);
        async Task<string?> FoundAsync(string search) => (await Rig.RegisterViews.PeopleAsync(World.School, search, null, false, None)).SingleOrDefault(p => p.Id == person)?.Nicknames;
        Assert.That((await FoundAsync("millie"), await FoundAsync("AMES"), await FoundAsync("nobody")), Is.EqualTo(("Millie, Ämes", "Millie, Ämes", (string?)null)));
        Assert.That((await Rig.Names.ReadAsync(World.School, None)).People.Single(p => p.Id == person).Nicknames, Is.EqualTo(new[] { "Millie", "Ämes" }));

        await Rig.Register.EditPersonAsync(World.School, person, edit with { Nicknames = "" }, null, None);
        Assert.That((await FoundAsync("millie"), await FoundAsync("amelia")), Is.EqualTo(((string?)null, "")));
        Assert.That((await Rig.Names.ReadAsync(World.School, None)).People.Single(p => p.Id == person).Nicknames, Is.Empty);
    }

    [Test]
    public async Task EditPerson_LeftOnSetAndCleared_StopsAndAllowsNewReleases()
    {
        var media = await World.ClearedAsync();
        var edit = new PersonEdit("pupil", "Child 1", "C1", "", 3, World.Today.AddDays(-1), null);
        Assert.That(await Rig.Register.EditPersonAsync(World.School, Child, edit, null, None), Is.EqualTo(GiveResult.Recorded));
        Assert.That(await World.QueueAsync(media), Is.Empty);
        await Rig.Register.EditPersonAsync(World.School, Child, edit with { LeftOn = null }, null, None);
        Assert.That(await World.QueueAsync(media), Has.Count.EqualTo(1));
    }

    [Test]
    [Property("Requirement", "C6")]
    public async Task EditPerson_LastDaySet_EndsClassAndClubWithItAndHoldsNothingLater()
    {
        var (club, edit) = (await ClubAsync(), new PersonEdit("pupil", "Child 1", "C1", "", 3, World.Today, World.Group));
        await Rig.Groups.JoinAsync(World.School, Child, club, World.Today.AddDays(-9), null, null, None);
        await Rig.Register.EditPersonAsync(World.School, Child, edit, null, None);
        await Rig.Register.EditPersonAsync(World.School, Child, edit with { YearGroup = 4 }, null, None);
        Assert.That((await GroupsAsync()).Select(g => g.Until), Is.EqualTo(new DateOnly?[] { World.Today, World.Today }), "saying it again adds nothing");

        Assert.That((await World.SceneAsync(await World.DecidedAsync())).Pool, Does.Contain(Child), "it is their last day");
        Rig.Clock.Advance(TimeSpan.FromDays(1));
        var later = await World.ClearedAsync();
        Assert.That(await World.VerdictAsync(later), Is.EqualTo(Verdict.Cleared));
    }

    [Test]
    [Property("Requirement", "C6")]
    public async Task EditPerson_LastDayLongAgo_EndsTheClassTodayAndNotBefore()
    {
        await Rig.Register.EditPersonAsync(World.School, Child, new PersonEdit("pupil", "Child 1", "C1", "", 3, World.Today.AddDays(-20), null), null, None);
        Assert.That((await GroupsAsync()).Single().Until, Is.EqualTo(World.Today), "they may still be in a picture of today");
        var (_, gone) = await Rig.Register.AddPersonAsync(World.School, new PersonEdit("pupil", "Child 4", "C4", "", 3, World.Today.AddDays(3), World.Group), null, None);
        Assert.That((await Rig.RegisterViews.PersonAsync(World.School, gone, Reader.Office, None))!.Groups.Single().Until, Is.EqualTo(World.Today.AddDays(3)));
    }

    [TestCase(null)]
    [TestCase(60)]
    [Property("Requirement", "C6")]
    public async Task EditPerson_LastDayTakenBackOrLater_OpensWhatItHadEnded(int? days)
    {
        var (club, left) = (await ClubAsync(), World.Today.AddDays(5));
        await Rig.Register.AddGroupAsync(World.School, "Oak", false, false, null, None);
        await using var db = World.Open();
        var oak = await db.Groups.Where(g => g.Name == "Oak").Select(g => g.Id).SingleAsync(None);
        await Rig.Groups.JoinAsync(World.School, Child, club, World.Today, null, null, None);
        var edit = new PersonEdit("pupil", "Child 1", "C1", "", 3, left, null);
        await Rig.Register.EditPersonAsync(World.School, Child, edit with { LeftOn = null, Class = oak }, null, None);
        await Rig.Register.EditPersonAsync(World.School, Child, edit, null, None);
        Assert.That((await GroupsAsync()).ToDictionary(g => g.Group, g => g.Until), Is.EquivalentTo(new Dictionary<string, DateOnly?> { ["Oak"] = left, ["Choir"] = left, [SchoolWorld.Folder] = World.Today }));

        DateOnly? stays = days is { } more ? World.Today.AddDays(more) : null;
        Rig.Clock.Advance(TimeSpan.FromDays(10));
        var photo = await World.DecidedAsync();
        await World.SayAsync(SchoolWorld.Say(AttestationKind.PoolAddsGroup, photo) with { Group = club }, SchoolWorld.Say(AttestationKind.NobodyFromOutside, photo));
        Assert.That((await World.SceneAsync(photo)).Pool, Does.Not.Contain(Child));
        await Rig.Register.EditPersonAsync(World.School, Child, edit with { LeftOn = stays }, null, None);
        Assert.That((await GroupsAsync()).ToDictionary(g => g.Group, g => g.Until), Is.EquivalentTo(new Dictionary<string, DateOnly?> { ["Oak"] = stays, ["Choir"] = stays, [SchoolWorld.Folder] = left.AddDays(-5) }));
        Assert.That((await World.SceneAsync(photo)).Pool, Does.Contain(Child));
        await using var after = World.Open();
        Assert.That(await after.Verdicts.AnyAsync(v => v.MediaId == photo && v.IsCurrent && after.PeopleSets.Any(s => s.SetId == v.RestsOn && s.PersonId == Child), None)
            || await after.Media.AnyAsync(m => m.Id == photo && m.DecideAgain != null, None), "photos of the days between are decided again");
    }

    [Test]
    public async Task AddGroup_WithAFolderThereAlready_IsTaken()
    {
        Assert.That(await Rig.Register.AddGroupAsync(World.School, "willow  CLASS", false, false, null, None), Is.EqualTo(GiveResult.Taken));
        Assert.That(await Rig.Register.AddGroupAsync(World.School, "Choir", true, false, null, None), Is.EqualTo(GiveResult.Recorded));
    }

    private async Task<GroupId> ClubAsync()
    {
        await Rig.Register.AddGroupAsync(World.School, "Choir", true, false, null, None);
        await using var db = World.Open();
        return await db.Groups.Where(g => g.Name == "Choir").Select(g => g.Id).SingleAsync(None);
    }

    private async Task<IReadOnlyList<MembershipView>> GroupsAsync() => (await Rig.RegisterViews.PersonAsync(World.School, Child, Reader.Office, None))!.Groups;

    private Task<GiveResult> GiveAsync(bool isLead) =>
        Rig.Register.GiveAsync(World.School, Child, SchoolWorld.Website, null, "form", "drawer", isLead, SchoolWorld.Office, None);

    private async Task<string> WordAsync(string purpose) =>
        (await Rig.RegisterViews.PersonAsync(World.School, Child, Reader.Office, None))!.Person.Standings.Single(s => s.Purpose.Value == purpose).Word;

    private async Task<string> HistoryAsync(PersonId person, Reader reader)
    {
        var history = (await Rig.RegisterViews.PersonAsync(World.School, person, reader, None))!;
        return string.Join('\n', history.Consents.OrderBy(c => c.Purpose).ThenBy(c => c.Word).Select(c => $"{c.Purpose} {c.Word} {c.From} {c.Until} {c.How} {c.Evidence} {c.By}")
            .Concat(history.Person.Standings.Select(s => $"{s.Purpose} {s.Word} {s.Until}")));
    }
}
