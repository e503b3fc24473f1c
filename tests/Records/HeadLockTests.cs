using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Publisher.Clearances;
using MediaGuard.Records.Audit;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Tests;

public sealed class HeadLockTests(string provider) : RecordsFixture(provider)
{
    private const int Writers = 8;
    private const int EntriesEach = 50;

    [Test]
    public async Task BeginAsync_ManyWriters_AreOneAfterTheOther()
    {
        await using var beside = Rig.Beside();
        await using (var db = World.Open())
        {
            Assert.That((await db.Heads.SingleAsync(None)).AuditSequence, Is.GreaterThan(0));
        }

        var before = (await Rig.Audit.VerifyAsync(World.School, None)).Entries;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var rig = writer % 2 == 0 ? Rig : beside;
            for (var n = 0; n < EntriesEach; n++)
            {
                await using var head = await rig.Heads.BeginAsync(World.School, None);
                head.Audit("wrote", $"{writer}", $"{n}", null);
                await head.CommitAsync(None);
            }
        })));
        Assert.That(await Rig.Audit.VerifyAsync(World.School, None), Is.EqualTo(new AuditCheck(World.School, before + (Writers * EntriesEach), null)));
        await using var after = World.Open();
        var sequence = await after.Audit.OrderBy(a => a.Sequence).Select(a => a.Sequence).ToListAsync(None);
        Assert.That(sequence, Is.EqualTo(Enumerable.Range(1, sequence.Count).Select(n => (long)n)));
        foreach (var writer in Enumerable.Range(0, Writers).Select(w => $"{w}"))
        {
            var own = await after.Audit.Where(a => a.Act == "wrote" && a.Subject == writer).OrderBy(a => a.Sequence).Select(a => a.Detail).ToListAsync(None);
            Assert.That(own, Is.EqualTo(Enumerable.Range(0, EntriesEach).Select(n => $"{n}")));
        }
    }

    [Test]
    public async Task DisposeAsync_WithoutCommit_LeavesNothing()
    {
        var before = await Rig.Audit.VerifyAsync(World.School, None);
        await using (var head = await Rig.Heads.BeginAsync(World.School, None))
        {
            head.Audit("wrote", "", "", null);
            await head.FlushAsync(None);
        }

        Assert.That(await Rig.Audit.VerifyAsync(World.School, None), Is.EqualTo(before));
    }

    [Test]
    public async Task BeginAsync_OtherSchoolOnPostgres_DoesNotWait()
    {
        if (Rig.IsSqlite)
        {
            Assert.Ignore("SQLite has one writer at a time.");
        }

        var other = await SchoolWorld.MakeAsync(Rig);
        await using var held = await Rig.Heads.BeginAsync(World.School, None);
        await other.InHeadAsync(head =>
        {
            head.Audit("wrote", "", "", null);
            return Task.CompletedTask;
        }).WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System);
    }

    [Test]
    public async Task Gate_RacingAWithdrawal_NothingLeavesAfterItAndEverythingBeforeComesBack()
    {
        await using var beside = Rig.Beside();
        var passed = 0;
        for (var round = 0; round < 10; round++)
        {
            var photo = await World.ClearedAsync();
            var child = World.Children[round % 3];
            using var start = new Barrier(4);
            var gates = Enumerable.Range(0, 3).Select(n => Task.Run(async () =>
            {
                start.SignalAndWait(None);
                return await World.PassAsync(photo);
            })).ToList();
            var withdrawal = Task.Run(async () =>
            {
                start.SignalAndWait(None);
                await World.RecordAsync(child, SchoolWorld.Seesaw, ConsentAnswer.Withdrawn, affected: photo);
            });
            await Task.WhenAll([.. gates, withdrawal]);
            passed += gates.Count(g => g.Result.Answer == GateAnswer.Passed);

            await using var db = World.Open();
            var releases = await World.ReleasesAsync(photo);
            var names = releases.Select(r => r.Id.ToString()).ToList();
            var withdrawn = await db.Audit.Where(a => a.Act == "consent-recorded" && a.Detail == "seesaw Withdrawn").MaxAsync(a => a.Sequence, None);
            var left = await db.Audit.Where(a => a.Act == "leaving" && names.Contains(a.Subject)).Select(a => a.Sequence).ToListAsync(None);
            Assert.That(left, Has.All.LessThan(withdrawn), $"round {round}");
            Assert.That(releases.Select(r => r.State), Has.All.EqualTo(ReleaseState.Recalling), $"round {round}");
            Assert.That(releases.Select(r => r.Name).Distinct().Count(), Is.LessThanOrEqualTo(1), "one copy, one name");
            Assert.That(await World.QueueAsync(photo), Is.Empty);
            Assert.That((await World.PassAsync(photo)).Answer, Is.EqualTo(GateAnswer.Withheld));
            await World.RecordAsync(child, SchoolWorld.Seesaw, ConsentAnswer.Given, affected: photo);
        }

        TestContext.Out.WriteLine($"{passed} of 30 passed the gate before the withdrawal");
    }
}
