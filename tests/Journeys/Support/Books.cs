using MediaGuard.Ingest.Vault;
using MediaGuard.Media;
using MediaGuard.Records.Audit;
using MediaGuard.Records.Items;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Journeys.Tests.Support;

/// <summary>Reads a school's rows, vault and folders as they lie on disk, and asserts what must hold of them.</summary>
internal sealed class Books(School school)
{
    public sealed record Item(MediaId Media, MediaStatus Status, string Reason, string Waiting, byte[] Sha256, bool IsShredded, Guid? Rendition, string SightFailure);

    public List<Item> Items() => Rows(
        "SELECT Id, Status, Reason, Waiting, Sha256, ShreddedAt, RenditionId, SightFailure FROM Media ORDER BY Id",
        r => new Item(
            new MediaId(Guid.Parse(r.GetString(0))),
            (MediaStatus)r.GetInt32(1),
            r.GetString(2),
            r.GetString(3),
            r.IsDBNull(4) ? [] : (byte[])r[4],
            !r.IsDBNull(5),
            r.IsDBNull(6) ? null : Guid.Parse(r.GetString(6)),
            r.GetString(7)));

    /// <summary>The item that holds these bytes; null before they arrived.</summary>
    public Item? Of(byte[] content) => Items().SingleOrDefault(i => i.Status != MediaStatus.Gone && i.Sha256.AsSpan().SequenceEqual(School.Sha(content).AsSpan()));

    public string? VerdictOf(MediaId media, string channel = "seesaw") =>
        Rows($"SELECT Verdict FROM Verdicts WHERE IsCurrent AND Channel = '{channel}' AND MediaId = '{Text(media)}'", r => ((Verdict)r.GetInt32(0)).ToString()).SingleOrDefault();

    public string ReasonsOf(MediaId media, string channel = "seesaw") =>
        Rows($"SELECT Reasons FROM Verdicts WHERE IsCurrent AND Channel = '{channel}' AND MediaId = '{Text(media)}'", r => r.GetString(0)).SingleOrDefault() ?? "";

    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(school.Data, "mediaguard.db")};Pooling=False;Default Timeout=20");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>Every photo is whole somewhere: in the share, in the vault, or, once nobody needs the original, as its rendition.</summary>
    public async Task AssertNothingLostAsync(IEnumerable<byte[]> photos)
    {
        await using var services = school.Services();
        var vault = services.GetRequiredService<IVault>();
        var inShare = Directory.EnumerateFiles(school.Share, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Select(f => Convert.ToHexString(School.Sha(File.ReadAllBytes(f)).AsSpan())).ToHashSet();
        foreach (var photo in photos)
        {
            var sha = School.Sha(photo);
            var item = Of(photo);
            var isHeld = item is not null
                && (await vault.VerifyAsync(VaultObject.Original(school.Id, item.Media), new VaultReceipt(sha, photo.Length), default)
                    || (item.Status is MediaStatus.Departed or MediaStatus.Shredded && await IsRenditionWholeAsync(vault, item)));
            Assert.That(isHeld || inShare.Contains(Convert.ToHexString(sha.AsSpan())), Is.True, $"a photo is whole nowhere; its item: {item}");
        }
    }

    /// <summary>Nothing out that was not decided, nothing twice, no orphan, audit whole.</summary>
    public async Task AssertSoundAsync()
    {
        await using var services = school.Services();
        var vault = services.GetRequiredService<IVault>();
        var items = Items();
        Assert.That(items.Where(i => i.Sha256.Length > 0 && i.Status != MediaStatus.Gone).GroupBy(i => Convert.ToHexString(i.Sha256)).Where(g => g.Count() > 1), Is.Empty, "taken twice");
        Assert.That(Rows("SELECT COUNT(*) FROM Queue GROUP BY MediaId, Channel", r => r.GetInt32(0)), Is.All.EqualTo(1), "twice in a queue");
        AssertReleasesDecided();

        var objects = new List<VaultObject>();
        await foreach (var name in vault.ListAsync(default))
        {
            objects.Add(name);
        }

        Assert.That(await services.GetRequiredService<IItemLedger>().FindOrphansAsync(school.Id, objects, default), Is.Empty, "orphans in the vault");
        var keys = Directory.EnumerateFiles(Path.Combine(school.Data, "keyring", "objects"), "*", SearchOption.AllDirectories).Count();
        Assert.That(keys, Is.EqualTo(objects.Count), "keys nobody needs");
        foreach (var item in items.Where(i => i.Status is >= MediaStatus.Arrived and <= MediaStatus.Quarantined))
        {
            if (!item.IsShredded && item.Sha256.Length > 0)
            {
                Assert.That(await vault.HasKeyAsync(VaultObject.Original(school.Id, item.Media), default), Is.True, $"no original of {item}");
            }

            if (item.Rendition is not null)
            {
                Assert.That(await IsRenditionWholeAsync(vault, item), Is.True, $"no rendition of {item}");
            }
        }

        Assert.That((await services.GetRequiredService<IAuditTrail>().VerifyAsync(school.Id, default)).BrokenAt, Is.Null, "the audit chain is broken");
    }

    /// <summary>Names of what lies in the share, hidden files too, folders not.</summary>
    public IEnumerable<string> InShare() =>
        Directory.EnumerateFiles(school.Share, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }).Select(f => Path.GetFileName(f)!);

    /// <summary>Release names of the copies that lie in the released folder, whole or in parts.</summary>
    public List<string> Out() => !Directory.Exists(school.Released)
        ? []
        : [.. Directory.EnumerateFiles(school.Released, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Select(f => Path.GetFileName(f)!).Where(n => n != ".mediaguard-channel").Select(n => n.TrimStart('.').Split('.')[0])];

    private void AssertReleasesDecided()
    {
        var undecided = Rows(
            """
            SELECT r.Id FROM Releases r WHERE NOT EXISTS (SELECT 1 FROM Verdicts v WHERE v.MediaId = r.MediaId AND v.Channel = r.Channel AND v.Verdict = 0
              AND v.SceneVersion = r.SceneVersion AND v.RegisterVersion = r.RegisterVersion AND v.PolicyVersion = r.PolicyVersion)
            """,
            r => r.GetString(0));
        Assert.That(undecided, Is.Empty, "a release without a Cleared verdict of its versions");
        var standing = Rows("SELECT Name FROM Releases WHERE State <> 'Recalled'", r => r.GetString(0));
        Assert.That(Out(), Is.Unique, "a copy twice in the released folder");
        Assert.That(Out(), Is.SubsetOf(standing), "a copy outside without a release that stands");
        Assert.That(Rows("SELECT COUNT(*) FROM Releases WHERE State IN ('Leaving', 'Released') GROUP BY MediaId, Channel", r => r.GetInt32(0)), Is.All.EqualTo(1), "released twice");
    }

    private async Task<bool> IsRenditionWholeAsync(IVault vault, Item item)
    {
        if (item.Rendition is not { } id)
        {
            return false;
        }

        var (sha, length) = Rows($"SELECT Sha256, Length FROM Renditions WHERE Id = '{Text(id)}'", r => ((byte[])r[0], r.GetInt64(1))).Single();
        return await vault.VerifyAsync(VaultObject.Rendition(school.Id, new RenditionId(id)), new VaultReceipt([.. sha], length), default);
    }

    private static string Text(MediaId media) => Text(media.Value);

    private static string Text(Guid id) => id.ToString().ToUpperInvariant();
}
