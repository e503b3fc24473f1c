using MediaGuard.Consent.People;
using MediaGuard.Media;
using MediaGuard.Records.Register;
using MediaGuard.Records.Views;
using Microsoft.EntityFrameworkCore;
using static MediaGuard.Records.Tests.SchoolWorld;

namespace MediaGuard.Records.Tests;

/// <summary>Belonging to a class or club on days, by hand, and the end of a school year.</summary>
public sealed class GroupTests(string provider) : RecordsFixture(provider)
{
    private PersonId Child => World.Children[0];

    [Test]
    [Property("Requirement", "C6")]
    public async Task Join_AClubForSomeDays_MakesThemPossibleOnThoseDaysOnly()
    {
        var club = await ClubAsync();
        var (first, last) = (World.Today.AddDays(-3), World.Today.AddDays(3));
        Assert.That(await JoinAsync(club, first, last), Is.EqualTo(JoinResult.Recorded));
        Assert.That(await JoinAsync(club, last, null), Is.EqualTo(JoinResult.AlreadyIn), "both days are included");
        Assert.That(await JoinAsync(club, last.AddDays(1), null), Is.EqualTo(JoinResult.Recorded));
        Assert.That(await JoinAsync(club, first, first.AddDays(-1)), Is.EqualTo(JoinResult.EndsBefore));
        Assert.That(await Rig.Groups.JoinAsync(World.School, Child, GroupId.New(), first, null, null, None), Is.EqualTo(JoinResult.NotThere));
        Assert.That((await HistoryAsync()).Groups.Count(g => g.IsClub), Is.EqualTo(2));
        Assert.That((await HistoryAsync()).Person.Class, Is.EqualTo(Folder), "a club ends no class");
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Join_OfTheClassInThePast_DecidesItsPhotosAgainAndRecallsThem()
    {
        var photo = await World.ClearedAsync();
        await World.PassAsync(photo);
        var (_, newcomer) = await Rig.Register.AddPersonAsync(World.School, new PersonEdit("pupil", "Child 4", "C4", "", 3, null, null), null, None);
        await Rig.Groups.JoinAsync(World.School, newcomer, World.Group, World.Today.AddDays(-1), null, Office, None);
        Assert.That((await World.ReleasesAsync(photo)).Single().State, Is.EqualTo(ReleaseState.Recalling), "nobody asked the newcomer's family");
    }

    [Test]
    public async Task End_OnADay_IsTheirLastAndLaterPhotosDoNotCountThem()
    {
        var membership = (await HistoryAsync()).Groups.Single();
        Assert.That(await EndAsync(membership.Id, membership.From.AddDays(-1)), Is.EqualTo(JoinResult.EndsBefore));
        Assert.That(await EndAsync(Guid.CreateVersion7(), World.Today), Is.EqualTo(JoinResult.NotThere));
        Assert.That(await Rig.Groups.EndAsync(World.School, World.Children[1], membership.Id, World.Today, null, None), Is.EqualTo(JoinResult.NotThere), "another child's");
        Assert.That(await EndAsync(membership.Id, World.Today), Is.EqualTo(JoinResult.Recorded));
        Assert.That((await Rig.Views.PeopleAsync(World.School, World.Group, None)).Select(p => p.Id), Does.Contain(Child));
        Rig.Clock.Advance(TimeSpan.FromDays(1));
        Assert.That((await Rig.Views.PeopleAsync(World.School, World.Group, None)).Select(p => p.Id), Does.Not.Contain(Child));
    }

    [Test]
    [Property("Requirement", "C6")]
    public async Task RollOver_EachClassToItsNext_MovesEverybodyAtOnceAndTheOldestLeave()
    {
        var (oak, club) = (await GroupAsync("Oak"), await ClubAsync());
        var (_, oldest) = await Rig.Register.AddPersonAsync(World.School, new PersonEdit("pupil", "Old One", "Old", "", 6, null, oak), null, None);
        var (_, teacher) = await Rig.Register.AddPersonAsync(World.School, new PersonEdit("staff", "Ms Staff", "Ms", "", null, null, World.Group), null, None);
        await Rig.Register.EditPersonAsync(World.School, Child, new PersonEdit("pupil", "Child 1", "C1", "", 5, null, null), null, None);
        await JoinAsync(club, World.Today, null);
        await Rig.Groups.JoinAsync(World.School, oldest, club, World.Today, null, Office, None);
        var last = World.Today.AddDays(10);

        // the younger class takes the place of the one that leaves
        var done = await Rig.Groups.RollOverAsync(World.School, new Dictionary<GroupId, GroupId?> { [World.Group] = oak, [oak] = null }, last, Office, None);
        Assert.That(done, Is.EqualTo((3, 1)));
        Assert.That((await Rig.Groups.SizesAsync(World.School, None)).Select(s => (s.Name, s.Pupils)), Is.EqualTo(new[] { ("Oak", 1), (Folder, 3) }), "today is as it was");
        Rig.Clock.Advance(TimeSpan.FromDays(11));
        Assert.That((await Rig.Groups.SizesAsync(World.School, None)).Select(s => (s.Name, s.Pupils)), Is.EqualTo(new[] { ("Oak", 3), (Folder, 0) }));
        var child = (await HistoryAsync()).Person;
        Assert.That((child.Class, child.YearGroup, child.HasLeft), Is.EqualTo(("Oak", (int?)6, false)));
        Assert.That((await Rig.RegisterViews.PersonAsync(World.School, oldest, Reader.Office, None))!.Person, Has.Property(nameof(RegisterLine.LeftOn)).EqualTo(last));
        Assert.That((await Rig.RegisterViews.PersonAsync(World.School, teacher, Reader.Office, None))!.Person.Class, Is.EqualTo(Folder), "staff stay");
        Assert.That((await HistoryAsync()).Groups.Single(g => g.IsClub).Until, Is.Null, "clubs stay");
        Assert.That((await Rig.RegisterViews.PersonAsync(World.School, oldest, Reader.Office, None))!.Groups.Select(g => g.Until), Is.All.EqualTo(last), "but not of those who leave");
        Assert.That((await Rig.Audit.VerifyAsync(World.School, None)).BrokenAt, Is.Null);
    }

    [Test]
    public async Task RollOver_ToAClubOrToItself_MovesNobody()
    {
        var club = await ClubAsync();
        Assert.That(await Rig.Groups.RollOverAsync(World.School, new Dictionary<GroupId, GroupId?> { [World.Group] = club, [club] = null }, World.Today, Office, None), Is.EqualTo((0, 0)));
        Assert.That(await Rig.Groups.RollOverAsync(World.School, new Dictionary<GroupId, GroupId?> { [World.Group] = World.Group }, World.Today, Office, None), Is.EqualTo((0, 0)));
    }

    private Task<GroupId> ClubAsync() => GroupAsync("Choir", isClub: true);

    private async Task<GroupId> GroupAsync(string name, bool isClub = false)
    {
        await Rig.Register.AddGroupAsync(World.School, name, isClub, false, null, None);
        await using var db = World.Open();
        return await db.Groups.Where(g => g.Name == name).Select(g => g.Id).SingleAsync(None);
    }

    private Task<JoinResult> JoinAsync(GroupId group, DateOnly from, DateOnly? until) => Rig.Groups.JoinAsync(World.School, Child, group, from, until, Office, None);

    private Task<JoinResult> EndAsync(Guid membership, DateOnly last) => Rig.Groups.EndAsync(World.School, Child, membership, last, Office, None);

    private async Task<PersonHistory> HistoryAsync() => (await Rig.RegisterViews.PersonAsync(World.School, Child, Reader.Office, None))!;
}
