using MediaGuard.Media;
using MediaGuard.Records.Looking;
using Microsoft.EntityFrameworkCore;
using static MediaGuard.Records.Tests.SchoolWorld;

namespace MediaGuard.Records.Tests;

public sealed class SideLogTests(string provider) : RecordsFixture(provider)
{
    [Test]
    [Property("Requirement", "A1")]
    public async Task Looks_NotedWrittenAndChained_Hold()
    {
        for (var i = 0; i < 20; i++)
        {
            Assert.That(Rig.Looks.TryNote(World.School, Teacher, MediaId.New(), new RenditionId(Guid.CreateVersion7()), LookSize.Thumb), Is.True);
        }

        await Rig.Looks.FlushAsync(None);
        Assert.That(await Rig.Looks.VerifyAsync(World.School, None), Is.EqualTo(new SideLogCheck(World.School, 0, 20, null)));
        Assert.That(await Rig.Looks.ChainAsync(World.School, None), Is.EqualTo(20));
        Assert.That(await Rig.Looks.ChainAsync(World.School, None), Is.Zero);
        Assert.That(await Rig.Looks.VerifyAsync(World.School, None), Is.EqualTo(new SideLogCheck(World.School, 20, 0, null)));
        Assert.That((await Rig.Audit.VerifyAsync(World.School, None)).BrokenAt, Is.Null);
    }

    [Test]
    public async Task Verify_ALookChangedTakenAwayOrAdded_SaysWhere()
    {
        await using var db = World.Open();
        var changes = new Dictionary<string, Func<Task<int>>>
        {
            ["who"] = () => OneOf(db).ExecuteUpdateAsync(s => s.SetProperty(v => v.UserId, Office), None),
            ["what"] = () => OneOf(db).ExecuteUpdateAsync(s => s.SetProperty(v => v.MediaId, MediaId.New()), None),
            ["which"] = () => OneOf(db).ExecuteUpdateAsync(s => s.SetProperty(v => v.RenditionId, new RenditionId(Guid.CreateVersion7())), None),
            ["how"] = () => OneOf(db).ExecuteUpdateAsync(s => s.SetProperty(v => v.Size, "view"), None),
            ["when"] = () => OneOf(db).ExecuteUpdateAsync(s => s.SetProperty(v => v.At, new Instant(1)), None),
            ["unchained"] = () => OneOf(db).ExecuteUpdateAsync(s => s.SetProperty(v => v.ChainedIn, 0L), None),
            ["moved"] = () => OneOf(db).ExecuteUpdateAsync(s => s.SetProperty(v => v.ChainedIn, 1L), None),
            ["gone"] = () => OneOf(db).ExecuteDeleteAsync(None),
        };
        foreach (var (name, change) in changes)
        {
            await MakeSchool();
            db.School = World.School;
            await LookAsync(await World.DecidedAsync());
            await LookAsync(await World.DecidedAsync());
            await Rig.Looks.ChainAsync(World.School, None);
            Assert.That((await Rig.Looks.VerifyAsync(World.School, None)).BrokenAt, Is.Null, name);
            Assert.That(await change(), Is.EqualTo(1), name);
            Assert.That((await Rig.Looks.VerifyAsync(World.School, None)).BrokenAt, Is.Not.Null, name);
        }

        IQueryable<Rows.ViewRow> OneOf(RecordsContext context)
        {
            var one = context.Views.AsNoTracking().AsEnumerable().First().Id;
            return context.Views.Where(v => v.Id == one);
        }
    }

    [Test]
    public async Task OfPerson_NamedPossibleAndAbsent_CountsWhatMayShowThem()
    {
        var child = World.Children[0];
        var (named, possible, absent, elsewhere) = (await World.DecidedAsync(), await World.DecidedAsync(), await World.DecidedAsync(), await World.SeenAsync(folder: "Elsewhere"));
        await World.SayAsync(Say(AttestationKind.InPicture, named) with { Person = child }, Say(AttestationKind.Absent, absent) with { Person = child });
        foreach (var photo in new[] { named, possible, absent, elsewhere, possible })
        {
            await LookAsync(photo);
        }

        Rig.Clock.Advance(TimeSpan.FromDays(1));
        await LookAsync(named, LookSize.Copy);
        var lines = await Rig.Looks.OfPersonAsync(World.School, child, None);
        Assert.That(
            lines.Select(l => (l.User, l.Day, l.Pictures, l.Named, l.Copies)),
            Is.EqualTo(new[] { (Teacher, World.Today, 1, 1, 1), (Teacher, World.Today.AddDays(-1), 2, 1, 0) }));
        var other = await MakeOtherAsync();
        Assert.That(await Rig.Looks.OfPersonAsync(other, child, None), Is.Empty);
    }

    [Test]
    [Property("Requirement", "A1")]
    public async Task OfPerson_InThePoolByTheCamerasDayOrAsAVisitor_CountsIt()
    {
        var child = World.Children[0];
        var visitors = await World.InHeadReturnsAsync(head => Task.FromResult(head.AddGroup("Visitors", asksSeesaw: true, null)));
        await World.InHeadAsync(head =>
        {
            head.AddMembership(child, visitors, World.Today.AddDays(-40), World.Today.AddDays(-30), null);
            head.AddMembership(child, visitors, World.Today.AddDays(-1), null, null);
            return Task.CompletedTask;
        });
        await Rig.Groups.EndAsync(World.School, child, (await Rig.RegisterViews.PersonAsync(World.School, child, Views.Reader.Office, None))!.Groups.Single(g => g.Group == Folder).Id, World.Today.AddDays(-2), null, None);
        var elsewhere = await World.InHeadReturnsAsync(head => Task.FromResult(head.AddGroup("Elsewhere", asksSeesaw: true, null)));
        await World.InHeadAsync(head =>
        {
            head.AddMembership(World.Children[1], elsewhere, World.Today.AddDays(-40), null, null);
            return Task.CompletedTask;
        });
        var taken = await World.SeenAsync(taken: World.Today.AddDays(-5).ToDateTime(new TimeOnly(10, 0)));
        var (visited, added, other) = (await World.SeenAsync(folder: "Elsewhere"), await World.SeenAsync(folder: "Elsewhere"), await World.SeenAsync());
        await World.InHeadAsync(head => head.AttestAsync(
            Teacher, [Say(AttestationKind.PoolAddsGroup, visited) with { Group = visitors }, Say(AttestationKind.PoolAddsPerson, added) with { Person = child }], None));
        foreach (var photo in new[] { taken, visited, added, other })
        {
            Assert.That((await World.SceneAsync(photo)).Pool!.Contains(child), Is.EqualTo(photo != other), "what the rules say");
            await LookAsync(photo);
        }

        Assert.That((await Rig.Looks.OfPersonAsync(World.School, child, None)).Single().Pictures, Is.EqualTo(3));
        Assert.That((await Rig.Subjects.ReadAsync(World.School, child, None))!.Photos.Select(p => p.Media), Is.EquivalentTo(new[] { taken, visited, added }));
        await Rig.Register.ProtectAsync(World.School, child, "order", Office, None);
        foreach (var photo in new[] { taken, visited, added, other })
        {
            await World.FirstDecisionAsync(photo);
        }

        Assert.That((await Rig.RegisterViews.ProtectedWaitingAsync(World.School, Views.Reader.Lead, None)).Select(w => w.Media), Is.EquivalentTo(new[] { taken, visited, added }));
    }

    [Test]
    public async Task TryNote_BooksOutOfReach_RefusesOnceTooManyWait()
    {
        await using var beside = Rig.Beside();
        var (media, rendition) = (MediaId.New(), new RenditionId(Guid.CreateVersion7()));
        var taken = 0;
        while (beside.Looks.TryNote(World.School, Teacher, media, rendition, LookSize.View))
        {
            Assert.That(++taken, Is.LessThanOrEqualTo(SideLog.MostWaiting));
        }

        Assert.That(taken, Is.EqualTo(SideLog.MostWaiting));
        await beside.Looks.FlushAsync(None);
        Assert.That(beside.Looks.TryNote(World.School, Teacher, media, rendition, LookSize.View), Is.True);
    }

    private async Task<SchoolId> MakeOtherAsync() => (await SchoolWorld.MakeAsync(Rig)).School;

    private async Task LookAsync(MediaId photo, LookSize size = LookSize.Thumb)
    {
        Rig.Looks.TryNote(World.School, Teacher, photo, new RenditionId(photo.Value), size);
        await Rig.Looks.FlushAsync(None);
    }
}
