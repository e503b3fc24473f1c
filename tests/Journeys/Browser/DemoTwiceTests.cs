using System.Globalization;
using System.Security.Cryptography;
using MediaGuard.Tests.Support;
using Microsoft.Data.Sqlite;

namespace MediaGuard.Journeys.Tests.Browser;

/// <summary>What <c>./run</c> does on every start.</summary>
[TestFixture, Category("Slow")]
public sealed class DemoTwiceTests
{
    [Test]
    public async Task Demo_RunAgain_ChangesNothingAndSaysTheSame()
    {
        using var folder = new TempFolder();
        var data = Path.Combine(folder.FullName, "data");
        var first = await ServedDemo.MakeAsync(data);
        var before = Contents(data);
        Assert.That(first.Keys, Is.EquivalentTo(new[] { "teacher", "office", "editor", "lead", "technician" }));

        var second = await ServedDemo.MakeAsync(data);
        Assert.That(second, Is.EqualTo(first));
        Assert.That(Contents(data), Is.EqualTo(before));
    }

    /// <summary>Every file but logs, and of the database every row: its bytes change with each process that opens it.</summary>
    private static List<string> Contents(string data) =>
    [
        .. Directory.GetFiles(data, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Select(f => (Name: Path.GetRelativePath(data, f), Path: f))
            .Where(f => !f.Name.StartsWith("logs", StringComparison.Ordinal) && !f.Name.StartsWith("mediaguard.db", StringComparison.Ordinal))
            .Select(f => $"{f.Name} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f.Path)))}").Order(StringComparer.Ordinal),
        .. Rows(Path.Combine(data, "mediaguard.db")),
    ];

    private static List<string> Rows(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        var tables = Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> '__EFMigrationsLock' ORDER BY name");
        return [.. tables.SelectMany(t => Read(connection, $"SELECT * FROM \"{t}\"").Select(r => $"{t}: {r}").Order(StringComparer.Ordinal))];
    }

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader[i] is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(reader[i], CultureInfo.InvariantCulture))));
        }

        return rows;
    }
}
