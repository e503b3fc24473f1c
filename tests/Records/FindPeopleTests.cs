using MediaGuard.Consent.People;
using MediaGuard.Media;
using MediaGuard.Records.Register;

namespace MediaGuard.Records.Tests;

/// <summary>Whom a name typed so far may mean.</summary>
public sealed class FindPeopleTests(string provider) : RecordsFixture(provider)
{
    private static readonly UserId Teacher = new(Guid.CreateVersion7());
    private static readonly DateOnly Since = new(2025, 9, 1);
    private PersonId zoe;
    private PersonId ada;
    private PersonId visitor;
    private PersonId left;

    [SetUp]
    public Task FillAsync() => World.InHeadAsync(async head =>
    {
        var other = head.AddGroup("Oak Class", asksSeesaw: false, null);
        zoe = head.AddPerson(new NewPerson(PersonKind.Pupil, "Zoë Ashworth", "Zoë"), null);
        ada = head.AddPerson(new NewPerson(PersonKind.Pupil, "Adaeze Childers", "Ada"), null);
        visitor = head.AddPerson(new NewPerson(PersonKind.Visitor, "Chidi Visitor", "Chidi"), null);
        left = head.AddPerson(new NewPerson(PersonKind.Pupil, "Chiara Gone", "Chiara"), null);
        head.AddMembership(zoe, other, Since, null, null);
        head.AddMembership(ada, other, Since, null, null);
        head.LetTeach(Teacher, World.Group);
        await head.FlushAsync(None);
        await head.LeaveAsync(left, head.Today.AddDays(-1), null, None);
    });

    [Test]
    public async Task FindPeopleAsync_TheOffice_FindsTheClassFirstThenTheSchoolByAnyWordWithoutAccents()
    {
        var photo = await World.SeenAsync();
        var found = await FindAsync(photo, null, "chi");
        Assert.That(found.Select(f => f.Id), Is.EqualTo(new[] { World.Children[0], World.Children[1], World.Children[2], ada, visitor }), "leavers are not found");
        Assert.That(found.Select(f => (f.IsOfThePhoto, f.Kind, f.Group)).Distinct(), Is.EqualTo(new (bool, string?, string?)[]
        {
            (true, null, SchoolWorld.Folder), (false, null, "Oak Class"), (false, "visitor", null),
        }));
        Assert.That((await FindAsync(photo, null, "zoe ash")).Single().Id, Is.EqualTo(zoe));
        Assert.That((await FindAsync(photo, null, "ada")).Single().Id, Is.EqualTo(ada), "by the name they go by");
        Assert.That(await FindAsync(photo, null, "hild"), Is.Empty, "a word is found from its beginning");
        Assert.That(await FindAsync(photo, null, "chi", 2), Has.Count.EqualTo(2));
        Assert.That((await FindAsync(photo, null, "")).Select(f => f.Id), Is.EqualTo(World.Children), "nothing typed yet: whom it may show");
    }

    [Test]
    public async Task FindPeopleAsync_ATeacher_FindsTheOwnClassesPeopleOnly()
    {
        var photo = await World.SeenAsync();
        Assert.That((await FindAsync(photo, Teacher, "chi")).Select(f => f.Id), Is.EqualTo(World.Children));
        Assert.That(await Rig.Views.MayBeNamedAsync(World.School, photo, Teacher, World.Children[0], None), Is.True);
        Assert.That(await Rig.Views.MayBeNamedAsync(World.School, photo, Teacher, zoe, None), Is.False);
        Assert.That(await Rig.Views.MayBeNamedAsync(World.School, photo, null, zoe, None), Is.True);
        Assert.That(await Rig.Views.MayBeNamedAsync(World.School, photo, null, left, None), Is.False);
        var elsewhere = await SchoolWorld.MakeAsync(Rig);
        Assert.That(await Rig.Views.MayBeNamedAsync(World.School, photo, null, elsewhere.Children[0], None), Is.False);
    }

    private Task<IReadOnlyList<Views.FoundPerson>> FindAsync(MediaId photo, UserId? teacher, string typed, int atMost = 20) =>
        Rig.Views.FindPeopleAsync(World.School, photo, teacher, typed, atMost, None);
}
