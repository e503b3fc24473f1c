using System.Text.RegularExpressions;
using MediaGuard.Journeys.Tests.Support;
using MediaGuard.Tests.Support;
using Npgsql;

namespace MediaGuard.Journeys.Tests;

/// <summary>What a trust runs: PostgreSQL, blobs, and several workers at once on one job store.</summary>
[Category("Postgres")]
public sealed partial class ManyWorkersTests
{
    private const string Canary = "Zyxquilla";
    private const int Photos = 20;

    private string connection = "";

    [Test]
    public async Task TwoServesAndAProcess_AtOnce_TakeEveryPhotoOnce()
    {
        await using var blobs = await AzuriteServer.StartAsync(default);
        connection = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        using var school = await School.MakeAsync(Canary + " Vantongeren", new Dictionary<string, string>
        {
            ["Database:Provider"] = "postgres",
            ["Database:ConnectionString"] = connection,
            ["Vault:Store"] = "azure",
            ["Vault:AzureConnectionString"] = blobs.ConnectionString,
            ["Journey:Jobs"] = "postgres",
            ["Journey:LeaseFor"] = "00:00:10",
            ["Journey:HandOutAgainAfter"] = "00:00:15",
        });
        byte[][] all = [.. Enumerable.Range(0, Photos).Select(n => Support.Photos.Draw(n))];
        var cleared = all.Take(Photos / 2).ToArray();
        await using (var services = school.Services())
        {
            await school.ClearBeforehandAsync(services, cleared);
        }

        await using var one = school.Serve();
        await using var two = school.Serve();
        await Eventually.HoldsAsync(() => IsUp(one) && IsUp(two), () => one.Output + two.Output, TimeSpan.FromMinutes(3));
        for (var n = 0; n < Photos; n++)
        {
            school.Drop(n < Photos / 2 ? $"{n}.jpg" : $"{n} {Canary}.jpg", all[n]); // a name in the file's name holds the photo
        }

        var (code, output) = await school.RunAsync("process");
        Assert.That(code, Is.Zero, output);
        var story = () => $"{string.Join('\n', Rows("SELECT \"Status\" || ' ' || \"Waiting\" || ' ' || \"Reason\" FROM \"Media\""))}\n{one.Output}\n{two.Output}\n{output}";
        await Eventually.HoldsAsync(
            () => Rows("SELECT 1 FROM \"Media\" WHERE \"Status\" IN (70, 80)").Count == Photos && Rows("SELECT 1 FROM \"Releases\" WHERE \"State\" = 'Released'").Count == cleared.Length,
            story,
            TimeSpan.FromMinutes(3));
        await one.KillAsync();
        await two.KillAsync();

        TestContext.Out.WriteLine($"steps: {Steps(one)} and {Steps(two)} by the two servers, of {8 * Photos}; the rest by process");
        Assert.Multiple(() =>
        {
            AssertOnce(cleared.Length, story());
            Assert.That(Directory.EnumerateFiles(school.Share, "*", SearchOption.AllDirectories), Is.Empty, "originals are gone from the share");
            Assert.That(Directory.EnumerateFiles(school.Released, "*.jpg", SearchOption.AllDirectories).Count(), Is.EqualTo(cleared.Length));
            Assert.That(Directory.Exists(Path.Combine(school.Data, "store")), Is.False, "bytes are in the blob store");
            Assert.That(Steps(one) + Steps(two), Is.Positive, "the servers took their part");
            AssertJobsNameNobody();
        });
    }

    private static bool IsUp(Mediaguard serve)
    {
        Assert.That(serve.HasExited, Is.False, serve.Output);
        return serve.Output.Contains("MediaGuard listens on", StringComparison.Ordinal);
    }

    private static int Steps(Mediaguard serve) => Step().Count(serve.Output);

    /// <summary>Every photo, every effect, one time.</summary>
    private void AssertOnce(int cleared, string story)
    {
        // one server may list a file in the moment another takes it from the share: that row finds no source, holds no bytes and ends by itself
        Assert.That(
            Rows("SELECT \"Id\"::text FROM \"Media\" WHERE NOT (\"Status\" = 220 AND \"Reason\" = 'SourceVanished' AND \"Sha256\" IS NULL)"), Has.Count.EqualTo(Photos), "noticed once " + story);
        Assert.That(Rows("SELECT encode(\"Sha256\", 'hex') FROM \"Media\" WHERE \"Sha256\" IS NOT NULL"), Has.Count.EqualTo(Photos).And.Unique);
        foreach (var kind in new[] { "vaulted", "departed" })
        {
            Assert.That(Rows($"SELECT \"MediaId\"::text FROM \"Receipts\" WHERE \"Kind\" = '{kind}'"), Has.Count.EqualTo(Photos).And.Unique, kind);
        }

        Assert.That(Rows("SELECT \"MediaId\" || \"Channel\" FROM \"Queue\""), Has.Count.EqualTo(cleared).And.Unique, "none twice in a queue");
        Assert.That(Rows("SELECT \"MediaId\" || \"Channel\" FROM \"Releases\""), Has.Count.EqualTo(cleared).And.Unique, "none released twice");
        Assert.That(Rows("SELECT \"MediaId\" || \"Channel\" FROM \"Verdicts\" WHERE \"IsCurrent\""), Has.Count.EqualTo(Photos).And.Unique);
    }

    private void AssertJobsNameNobody()
    {
        var tables = Rows("SELECT table_name FROM information_schema.tables WHERE table_schema = 'hangfire'");
        var rows = tables.SelectMany(t => Rows($"SELECT row_to_json(t)::text FROM hangfire.\"{t}\" t")).ToList();
        Assert.That(rows, Has.Some.Contains("AdvanceAsync"), "the job tables were looked at");
        Assert.That(rows, Has.None.Contains(Canary).IgnoreCase);
        Assert.That(rows, Has.None.Contains(".jpg").IgnoreCase);
    }

    private List<string> Rows(string sql)
    {
        using var database = new NpgsqlConnection(connection);
        database.Open();
        using var command = new NpgsqlCommand(sql, database);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(Convert.ToString(reader[0], System.Globalization.CultureInfo.InvariantCulture)!);
        }

        return rows;
    }

    [GeneratedRegex(" -> [A-Z][a-z]+ in [0-9]+ ms")]
    private static partial Regex Step();
}
