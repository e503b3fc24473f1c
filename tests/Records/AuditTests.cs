using MediaGuard.Media;
using MediaGuard.Records.Audit;
using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Tests;

public sealed class AuditTests(string provider) : RecordsFixture(provider)
{
    private const long Victim = 5;
    private long entries;

    [SetUp]
    public async Task CountEntries()
    {
        entries = (await Rig.Audit.VerifyAsync(World.School, None)).Entries;
        Assert.That(entries, Is.GreaterThan(Victim + 1));
    }

    [Test]
    public async Task VerifyAsync_Untouched_Holds()
    {
        await World.InHeadAsync(head =>
        {
            head.Audit("ünïcode 😀", "", "", SchoolWorld.Office);
            return Task.CompletedTask;
        });
        Assert.That(await Rig.Audit.VerifyAsync(World.School, None), Is.EqualTo(new AuditCheck(World.School, entries + 1, null)));
    }

    [Test]
    public async Task VerifyAsync_AnyColumnOfAnEntryChanged_SaysWhich()
    {
        await using var db = World.Open();
        var columns = db.Model.FindEntityType(typeof(AuditRow))!.GetProperties().Select(p => p.Name);
        var changes = new Dictionary<string, Func<string, Task<int>>>
        {
            ["SchoolId"] = _ => db.Database.ExecuteSqlAsync($"UPDATE \"Audit\" SET \"SchoolId\" = {Guid.CreateVersion7()} WHERE \"SchoolId\" = {World.School.Value} AND \"Sequence\" = {Victim}"),
            ["Sequence"] = _ => db.Database.ExecuteSqlAsync($"UPDATE \"Audit\" SET \"Sequence\" = 1000000 WHERE \"SchoolId\" = {World.School.Value} AND \"Sequence\" = {Victim}"),
            ["At"] = _ => At(db, Victim).ExecuteUpdateAsync(s => s.SetProperty(a => a.At, a => new Instant(1)), None),
            ["Actor"] = _ => At(db, Victim).ExecuteUpdateAsync(s => s.SetProperty(a => a.Actor, SchoolWorld.Teacher), None),
            ["Act"] = _ => At(db, Victim).ExecuteUpdateAsync(s => s.SetProperty(a => a.Act, a => a.Act + " "), None),
            ["Subject"] = _ => At(db, Victim).ExecuteUpdateAsync(s => s.SetProperty(a => a.Subject, a => a.Subject + "0"), None),
            ["Detail"] = _ => At(db, Victim).ExecuteUpdateAsync(s => s.SetProperty(a => a.Detail, a => a.Detail + "0"), None),
            ["PreviousHash"] = _ => At(db, Victim).ExecuteUpdateAsync(s => s.SetProperty(a => a.PreviousHash, new byte[32]), None),
            ["Hash"] = _ => At(db, Victim).ExecuteUpdateAsync(s => s.SetProperty(a => a.Hash, new byte[32]), None),
        };
        Assert.That(changes.Keys, Is.EquivalentTo(columns));
        foreach (var (column, change) in changes)
        {
            await MakeSchool();
            Assert.That(await change(column), Is.EqualTo(1), column);
            Assert.That(await Rig.Audit.VerifyAsync(World.School, None), Is.EqualTo(new AuditCheck(World.School, Victim - 1, Victim)), column);
        }

        IQueryable<AuditRow> At(RecordsContext context, long sequence)
        {
            context.School = World.School;
            return context.Audit.Where(a => a.Sequence == sequence);
        }
    }

    [TestCase(false)]
    [TestCase(true)]
    [Property("Requirement", "A1")]
    public async Task VerifyAsync_EntryChangedAndItsHashMadeAnew_SaysItOrTheNext(bool isLast)
    {
        var victim = isLast ? entries : Victim;
        await using (var db = World.Open())
        {
            var entry = await db.Audit.SingleAsync(a => a.Sequence == victim, None);
            entry.Detail += "0";
            entry.Hash = AuditChain.Hash(entry);
            await db.SaveChangesAsync(None);
        }

        var check = await Rig.Audit.VerifyAsync(World.School, None);
        Assert.That((check.BrokenAt, check.MayBeTheOneBefore), Is.EqualTo(((long?)victim + 1, true)));
    }

    [Test]
    public async Task VerifyAsync_EntryMovedToAnotherField_IsFound()
    {
        await using var db = World.Open();
        await db.Audit.Where(a => a.Sequence == Victim)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.Act, a => a.Act + a.Subject).SetProperty(a => a.Subject, ""), None);
        Assert.That((await Rig.Audit.VerifyAsync(World.School, None)).BrokenAt, Is.EqualTo(Victim));
    }

    [Test]
    public async Task VerifyAsync_LastEntryDeleted_IsFound()
    {
        await using var db = World.Open();
        await db.Audit.Where(a => a.Sequence == entries).ExecuteDeleteAsync(None);
        Assert.That(await Rig.Audit.VerifyAsync(World.School, None), Is.EqualTo(new AuditCheck(World.School, entries - 1, entries)));
    }

    [Test]
    public async Task VerifyAsync_EntryInTheMiddleDeleted_IsFound()
    {
        await using var db = World.Open();
        await db.Audit.Where(a => a.Sequence == Victim).ExecuteDeleteAsync(None);
        Assert.That((await Rig.Audit.VerifyAsync(World.School, None)).BrokenAt, Is.EqualTo(Victim));
    }

    [Test]
    public async Task VerifyAsync_HeadTampered_IsFound()
    {
        await using var db = World.Open();
        await db.Heads.ExecuteUpdateAsync(s => s.SetProperty(h => h.AuditHash, new byte[32]), None);
        Assert.That((await Rig.Audit.VerifyAsync(World.School, None)).BrokenAt, Is.EqualTo(entries + 1));
        await MakeSchool();
        db.School = World.School;
        await db.Heads.ExecuteUpdateAsync(s => s.SetProperty(h => h.AuditSequence, h => h.AuditSequence + 1), None);
        Assert.That((await Rig.Audit.VerifyAsync(World.School, None)).BrokenAt, Is.EqualTo(entries + 1));
    }

    [Test]
    public async Task VerifyAsync_SomebodyWrites_NeitherWaitsForTheOther()
    {
        await using var impatient = Rig.Beside(busySeconds: 1);
        await using (var head = await Rig.Heads.BeginAsync(World.School, None))
        {
            head.Audit("wrote", "", "", null);
            await head.FlushAsync(None);
            Assert.That((await impatient.Audit.VerifyAsync(World.School, None)).Entries, Is.EqualTo(entries));
            await head.CommitAsync(None);
        }

        Assert.That((await impatient.Audit.VerifyAsync(World.School, None)).Entries, Is.EqualTo(entries + 1));
    }

    [Test]
    public async Task Search_ByActPersonColleagueAndDay_FindsThoseAlone()
    {
        await World.InHeadAsync(head =>
        {
            head.Audit("seen-to", World.Children[0].ToString(), "", SchoolWorld.Office);
            return Task.CompletedTask;
        });
        Rig.Clock.Advance(TimeSpan.FromDays(1));
        await World.InHeadAsync(head =>
        {
            head.Audit("seen-to", "x", $"about {World.Children[0]}", SchoolWorld.Teacher);
            return Task.CompletedTask;
        });
        async Task<long[]> FoundAsync(AuditQuestion question) => [.. (await Rig.Audit.SearchAsync(World.School, question, 100, None)).Select(l => l.Sequence)];
        var nothing = new AuditQuestion(null, null, null, null);
        Assert.That(await FoundAsync(nothing with { Act = "seen-to" }), Is.EqualTo(new[] { entries + 2, entries + 1 }));
        Assert.That(await FoundAsync(nothing with { Act = "seen-to", Day = World.Today }), Is.EqualTo(new[] { entries + 2 }));
        Assert.That(await FoundAsync(nothing with { Act = "seen-to", Actor = SchoolWorld.Office }), Is.EqualTo(new[] { entries + 1 }));
        Assert.That(await FoundAsync(nothing with { About = World.Children[0].ToString(), Act = "seen-to" }), Has.Length.EqualTo(2));
        Assert.That(await FoundAsync(nothing with { Day = World.Today.AddDays(1) }), Is.Empty);
        Assert.That(await Rig.Audit.ActsAsync(World.School, None), Does.Contain("seen-to").And.Contain("person-added"));
        Assert.That((await Rig.Audit.NamesAsync(World.School, [World.Children[0].ToString(), "x"], None)).Values, Is.EqualTo(new[] { "Child 1" }));
        var read = new List<AuditLine>();
        await foreach (var line in Rig.Audit.ReadAsync(World.School, None))
        {
            read.Add(line);
        }

        Assert.That(read.Select(l => l.Sequence), Is.EqualTo(Enumerable.Range(1, (int)entries + 2)));
        Assert.That(await Rig.Audit.HashAtAsync(World.School, 2, None), Is.EqualTo(read[1].Hash));
    }
}
