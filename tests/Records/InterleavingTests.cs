using System.Diagnostics;
using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Register;
using MediaGuard.Tests.Support;
using MediaGuard.Walker;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Tests;

/// <summary>
/// Two processes of four threads each do what people and steps do, at random, on one database; one of them is killed halfway and started again. Afterwards
/// what left, what stands and what was begun is held against what people had said by then.
/// </summary>
[NonParallelizable]
public sealed class InterleavingTests(string provider) : RecordsFixture(provider)
{
    private const int Steps = 14_000;
    private const int StepsToBreak = 500;
    private const int MoreSteps = 3_000;
    private const int MostRounds = 4;

    private string? memory;

    /// <summary>In memory where there is such a place: processes are killed here, power is not cut, and a walk waits for nothing but the disk.</summary>
    protected override string? DataFolder => memory ??= Provider == "sqlite" && Directory.Exists("/dev/shm") ? Directory.CreateDirectory($"/dev/shm/mediaguard-walk-{Guid.CreateVersion7():N}").FullName : null;

    [OneTimeTearDown]
    public void Remove()
    {
        if (memory is not null)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(memory, recursive: true);
        }
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Walk_AnyInterleaving_NothingLeavesOnAnOldAnswer()
    {
        var seed = Environment.TickCount & 0xFFFFFF;
        var found = await WalkAsync(seed, Steps, "");
        TestContext.Out.WriteLine($"seed {seed}: {found}");
        Assert.That(found.Broken, Is.Empty, $"seed {seed}: {found.Broken.FirstOrDefault()}");
        Assert.Multiple(() =>
        {
            Assert.That(found.Left, Is.GreaterThan(Findings.LeastLeft), "enough left to mean something");
            Assert.That(found.Recalled, Is.GreaterThan(Findings.LeastRecalled));
            Assert.That(found.Begun, Is.GreaterThan(Findings.LeastBegun));
            Assert.That(found.Blurred, Is.GreaterThan(Findings.LeastBlurred));
        });
    }

    /// <summary>The walk can fail: with the gate's own decision taken out it does.</summary>
    [Test]
    public async Task Walk_GateDecidesNothing_IsFound() => Assert.That((await WalkAsync(7, StepsToBreak, "gate")).Broken, Has.Some.StartsWith("left"));

    /// <summary>The walk can fail: with the head lock taken out, what was done has no order any more, or something leaves, stands or waits on an old answer. Acts that collide are not counted.</summary>
    [Test]
    public async Task Walk_HeadLockTakenOut_IsFound() => Assert.That(
        (await WalkAsync(7, StepsToBreak, "lock")).Broken, Has.Some.Not.StartWith("process"));

    private async Task<Findings> WalkAsync(int seed, int steps, string without)
    {
        await FurnishAsync();
        using var folder = new TempFolder();
        var journal = folder.FullName;
        var orders = new WalkOrders(
            Rig.Options.Provider, Rig.Options.ConnectionString, Rig.Options.DataFolder, World.School.Value, seed, steps / 2, Threads: 4, CrashAfter: 0, without, journal);
        var complaints = new List<string>();
        complaints.AddRange(await Task.WhenAll(RunAsync(orders), CrashAndGoOnAsync(orders with { Seed = seed + 100 })));
        for (var round = 1; ; round++)
        {
            complaints.Add(await RunAsync(orders with { Steps = 0 })); // everything that is still due is decided
            var found = await LookAsync(journal, complaints.FindAll(c => c.Length > 0));
            if (found.MeansSomething || found.Broken.Count > 0 || steps != Steps || round > MostRounds)
            {
                return found;
            }

            complaints.AddRange(await Task.WhenAll(
                RunAsync(orders with { Seed = seed + (round * 1000), Steps = MoreSteps / 2 }), RunAsync(orders with { Seed = seed + (round * 1000) + 100, Steps = MoreSteps / 2 })));
        }
    }

    /// <summary>Two of the children are known to exports, a register that was confirmed today, and a class that may visit.</summary>
    private async Task FurnishAsync()
    {
        foreach (var (child, n) in World.Children.Skip(1).Select((c, i) => (c, i)))
        {
            await Rig.Register.EditPersonAsync(World.School, child, new PersonEdit("pupil", $"Child {n}", "C", $"K{n}", null, null, null), null, None);
        }

        await World.InHeadAsync(head =>
        {
            head.ConfirmRegister(Instant.Now(TimeProvider.System).DayIn(World.Info.Zone), null);
            var visiting = head.AddGroup("Visiting", false, null);
            var guest = head.AddPerson(new NewPerson(PersonKind.Pupil, "Guest", "G"), null);
            head.AddMembership(guest, visiting, head.Today, null, null);
            head.RecordConsent(guest, SchoolWorld.Seesaw, ConsentAnswer.Given, head.Today, null, "form", "", null);
            return Task.CompletedTask;
        });
    }

    private static async Task<string> CrashAndGoOnAsync(WalkOrders orders)
    {
        var half = orders.Steps / 2;
        await RunAsync(orders with { CrashAfter = half });
        return await RunAsync(orders with { Seed = orders.Seed + 50, Steps = half });
    }

    /// <returns>What the process complained of; empty when it ended well.</returns>
    private static async Task<string> RunAsync(WalkOrders orders)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(TestContext.CurrentContext.TestDirectory, "mediaguard-walker.dll"));
        start.ArgumentList.Add(orders.ToString());
        using var process = Process.Start(start)!;
        var complaint = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? "" : $"exit {process.ExitCode}: {complaint[..Math.Min(complaint.Length, 1500)]}";
    }

    private async Task<Findings> LookAsync(string journal, List<string> complaints)
    {
        await using var db = World.Open();
        var truth = await Truth.ReadAsync(db, World.Group);
        var releases = await db.Releases.AsNoTracking().ToListAsync(None);
        var audit = await db.Audit.AsNoTracking().OrderBy(a => a.Sequence).ToListAsync(None);
        var broken = complaints.ConvertAll(c => $"process {c}");

        var left = audit.Where(a => a.Act == "leaving").ToList();
        foreach (var entry in left)
        {
            var parts = entry.Detail.Split(' ');
            var release = releases.Single(r => r.Id.ToString() == entry.Subject);
            if (!truth.Allows(release.MediaId, release.RenditionId, parts[0], entry.At.Microseconds))
            {
                broken.Add($"left at {entry.Sequence} on an old answer: {truth.Explain(release.MediaId, parts[0], entry.At.Microseconds)}");
            }
        }

        var now = audit.Max(a => a.At.Microseconds);
        var standing = releases.Where(r => r.State is ReleaseState.Leaving or ReleaseState.Released).ToList();
        foreach (var release in standing.Where(r => !truth.MayStayOut(r, now, now)
            || truth.ChangesOf(r.MediaId).Any(at => at > r.LeavingAt.Microseconds && !truth.MayStayOut(r, at, r.LeavingAt.Microseconds))))
        {
            broken.Add($"{release.Id} lost its ground and has no recall");
        }

        var waiting = await db.Queue.AsNoTracking().ToListAsync(None);
        broken.AddRange(waiting.Where(q => !truth.Allows(q.MediaId, q.RenditionId, q.Channel, now)).Select(q => $"{q.MediaId} is queued on an old answer"));

        var lines = Directory.EnumerateFiles(journal).SelectMany(File.ReadLines).Where(l => l.EndsWith('}')).Select(JournalLine.Parse).ToList();
        var begun = lines.Where(l => l.Kind == "begin").ToList();
        foreach (var begin in begun)
        {
            var release = releases.Single(r => r.Id.Value == begin.Subject);
            var noes = lines.Where(l => l.Kind == "no" && l.Clock < begin.Clock && l.Purpose == release.Channel && l.At > release.LeavingAt.Microseconds);
            if (noes.Any(no => !truth.MayStayOut(release, no.At, release.LeavingAt.Microseconds)))
            {
                broken.Add($"{release.Id} was begun after a no");
            }
        }

        if (audit.Zip(audit.Skip(1)).Any(pair => pair.First.At > pair.Second.At))
        {
            broken.Add("the log's order is not the order of time");
        }

        if ((await Rig.Audit.VerifyAsync(World.School, None)).BrokenAt is { } at)
        {
            broken.Add($"the log is broken at {at}");
        }

        return new Findings(broken, left.Count, releases.Count(r => r.State is ReleaseState.Recalling or ReleaseState.Recalled), standing.Count, begun.Count, releases.Count(r => r.RenditionId.Value != r.MediaId.Value), audit.Count);
    }

    private sealed record Findings(List<string> Broken, int Left, int Recalled, int Standing, int Begun, int Blurred, int Entries)
    {
        public const int LeastLeft = 200;
        public const int LeastRecalled = 100;
        public const int LeastBegun = 20;
        public const int LeastBlurred = 3;

        /// <summary>Whether enough left, came back, was begun and was blurred; which walk it takes, chance decides.</summary>
        public bool MeansSomething => Left > LeastLeft && Recalled > LeastRecalled && Begun > LeastBegun && Blurred > LeastBlurred;

        public override string ToString() => $"{Left} left, {Recalled} recalled, {Standing} stand, {Begun} begun, {Blurred} blurred, {Entries} log entries, {Broken.Count} broken";
    }
}
