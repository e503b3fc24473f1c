using System.Diagnostics;
using System.Globalization;
using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Register;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Bench.Consent;

/// <summary>A school whose photos all went out: media with two faces and a word each, verdicts, queue entries and releases, written by the database itself.</summary>
internal static class PhotoRows
{
    private const int Children = 3;
    private const int ClassSize = 28;
    private const int SetsOfAChild = 50;
    private const int OtherSets = 500;

    /// <summary>Fills the school. Each child is possible in one photo in so many, in none of which another of these children is.</summary>
    public static async Task<List<PersonId>> FillAsync(BenchSchool school, int photos, int oneIn)
    {
        var (people, group) = await PeopleAsync(school);
        await using var db = school.Open();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        for (var set = 0; set < (Children * SetsOfAChild) + OtherSets; set++)
        {
            var child = set / SetsOfAChild;
            var members = Enumerable.Range(0, ClassSize - 1).Select(n => people[Children + ((set + (n * 7)) % (people.Count - Children))]).Distinct();
            db.PeopleSets.AddRange(members.Concat(child < Children ? [people[child]] : []).Select(p => new PeopleSetRow { SchoolId = school.School, SetId = Id(SetNumber + set), PersonId = p }));
        }

        var media = new MediaId(Id(0));
        var rendition = new RenditionId(Id(0));
        db.Media.Add(new MediaRow { SchoolId = school.School, Id = media, Status = MediaStatus.Departed, RenditionId = rendition, GroupId = group, Sight = Sight.Seen, ArrivedOn = new DateOnly(2026, 6, 15), Sha256 = new byte[32] });
        db.Faces.Add(new FaceRow { SchoolId = school.School, Id = new FaceId(Id(0)), MediaId = media, RenditionId = rendition, Number = 1, Width = 90, Height = 90, SeenBy = "bench" });
        db.Attestations.Add(new AttestationRow { SchoolId = school.School, Id = Id(0), MediaId = media, Kind = AttestationKind.NobodyFromOutside, By = new UserId(Id(0)) });
        db.Verdicts.Add(new VerdictRow { SchoolId = school.School, Id = Id(0), MediaId = media, Channel = "seesaw", IsCurrent = true, EngineVersion = Before, RestsOn = Guid.Empty });
        db.Queue.Add(new QueueRow { SchoolId = school.School, MediaId = media, Channel = "seesaw", RenditionId = rendition, State = QueueState.Released, RestsOn = Guid.Empty });
        db.Releases.Add(new ReleaseRow { SchoolId = school.School, Id = new ReleaseId(Id(0)), MediaId = media, RenditionId = rendition, Channel = "seesaw", Name = "0", State = ReleaseState.Released, RestsOn = Guid.Empty });
        await db.SaveChangesAsync();

        var id = Number(db, "n");
        var set1 = $"CASE WHEN n % {oneIn} < {Children} THEN (n % {oneIn}) * {SetsOfAChild} + (n / {oneIn}) % {SetsOfAChild} ELSE {Children * SetsOfAChild} + n % {OtherSets} END";
        var restsOn = Number(db, $"({SetNumber} + {set1})");
        await MultiplyAsync<MediaRow>(db, photos, ("Id", id));
        await MultiplyAsync<FaceRow>(db, 2 * photos, ("Id", id), ("MediaId", Number(db, "((n + 1) / 2)")));
        await MultiplyAsync<AttestationRow>(db, photos, ("Id", id), ("MediaId", id));
        await MultiplyAsync<VerdictRow>(db, photos, ("Id", id), ("MediaId", id), ("RestsOn", restsOn));
        await MultiplyAsync<QueueRow>(db, photos, ("MediaId", id), ("RestsOn", restsOn));
        await MultiplyAsync<ReleaseRow>(db, photos, ("Id", id), ("MediaId", id), ("Name", "'r' || n"), ("RestsOn", restsOn));
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
        return people[..Children];
    }

    /// <summary>As many rows as a withdrawal touches changed once, by key, in a transaction of their own.</summary>
    public static async Task<TimeSpan> TouchAsync(RecordsContext db, int rows)
    {
        var last = Id(rows);
        var began = Stopwatch.GetTimestamp();
        await db.Database.ExecuteSqlAsync($"UPDATE \"Media\" SET \"Attempt\" = \"Attempt\" + 1 WHERE \"SchoolId\" = {db.School.Value} AND \"Id\" <= {last}");
        return Stopwatch.GetElapsedTime(began);
    }

    /// <summary>Exactly the photos in which the child was possible are pulled and on recall; the first of them are decided again and let nothing go, all others are due to be.</summary>
    public static async Task CheckAsync(BenchSchool school, PersonId child, int touched, int? concerned)
    {
        await using var db = school.Open();
        var sets = db.PeopleSets.Where(s => s.PersonId == child).Select(s => (Guid?)s.SetId);
        var affected = (await db.Releases.Where(r => sets.Contains(r.RestsOn)).Select(r => r.MediaId).ToListAsync()).ToHashSet();
        var again = (await db.Media.Where(m => m.DecideAgain != null).Select(m => m.Id).ToListAsync()).ToHashSet();
        var recalled = (await db.Releases.Where(r => r.State == ReleaseState.Recalling).Select(r => r.MediaId).ToListAsync()).ToHashSet();
        var queued = await db.Queue.CountAsync(q => sets.Contains(q.RestsOn));
        var decided = (await db.Verdicts.Where(v => v.IsCurrent && v.EngineVersion != Before && v.Verdict != Verdict.Cleared).Select(v => v.MediaId).ToListAsync()).ToHashSet();
        if (affected.Count != touched || concerned != touched || queued != 0 || decided.Count != Math.Min(Redecider.AtOnce, touched) || !affected.SetEquals(again.Concat(decided)) || again.Overlaps(decided) || !affected.SetEquals(recalled))
        {
            throw new InvalidOperationException($"{affected.Count} affected, {concerned} said to be, {queued} still queued, {decided.Count} decided, {again.Count} due again, {recalled.Count} on recall.");
        }

        // the next child's withdrawal is counted from nothing
        await db.Media.ExecuteUpdateAsync(set => set.SetProperty(m => m.DecideAgain, (Instant?)null));
        await db.Releases.ExecuteUpdateAsync(set => set.SetProperty(r => r.State, ReleaseState.Released));
        await db.Verdicts.Where(v => v.EngineVersion != Before).ExecuteDeleteAsync();
        await db.Verdicts.ExecuteUpdateAsync(set => set.SetProperty(v => v.IsCurrent, true));
    }

    private const int SetNumber = 10_000_000;

    /// <summary>The engine of the verdicts that were there before anybody took back anything.</summary>
    private const string Before = "before";

    private static Guid Id(int number) => Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"{number:X8}-0000-7000-8000-000000000000"));

    /// <summary><see cref="Id"/> in the database's own words.</summary>
    private static string Number(RecordsContext db, string number) => db is PostgresRecords
        ? $"(lpad(to_hex({number}), 8, '0') || '-0000-7000-8000-000000000000')::uuid"
        : $"printf('%08X-0000-7000-8000-000000000000', {number})";

    private static async Task MultiplyAsync<T>(RecordsContext db, int times, params (string Column, string Expression)[] different)
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var columns = type.GetProperties().Select(p => p.GetColumnName(table)!).ToList();
        var values = columns.Select(c => different.FirstOrDefault(d => d.Column == c) is { Expression: { } e } ? e : $"\"{c}\"");
        var series = db is PostgresRecords
            ? $"generate_series(1, {times}) AS s(n)"
            : $"(WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {times}) SELECT n FROM s)";
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
#pragma warning disable EF1002, EF1003 // the names are this program's own
        await db.Database.ExecuteSqlRawAsync($"INSERT INTO \"{table.Name}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", values)} FROM \"{table.Name}\" CROSS JOIN {series}");
#pragma warning restore EF1002, EF1003
    }

    private static async Task<(List<PersonId> People, GroupId Class)> PeopleAsync(BenchSchool school)
    {
        await using var head = await school.Services.GetRequiredService<IHeads>().BeginAsync(school.School, default);
        var people = Enumerable.Range(0, 400).Select(n => head.AddPerson(new NewPerson(PersonKind.Pupil, $"Child {n}", $"C{n}"), null)).ToList();
        var group = head.AddGroup("Bench Class", asksSeesaw: true, null);
        foreach (var member in people[..ClassSize])
        {
            head.AddMembership(member, group, new DateOnly(2025, 9, 1), null, null);
        }

        foreach (var child in people[..Children])
        {
            head.RecordConsent(child, new PurposeId("seesaw"), ConsentAnswer.Given, head.Today.AddDays(-9), null, "form", "", null);
        }

        await head.CommitAsync(default);
        return (people, group);
    }
}
