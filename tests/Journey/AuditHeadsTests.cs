using System.Text.Json;
using MediaGuard.Journey.Heads;
using MediaGuard.Journey.Inspection;
using MediaGuard.Records;
using MediaGuard.Records.Audit;
using MediaGuard.Records.Scenes;
using MediaGuard.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Journey.Tests;

/// <summary>Whoever may write the database may make its chain whole again. A head signed before gives them away.</summary>
internal sealed class AuditHeadsTests
{
    private TempFolder folder = null!;
    private ServiceProvider services = null!;
    private SchoolInfo school = null!;

    private AuditHeads Heads => services.GetRequiredService<AuditHeads>();

    private string HeadFile => Directory.EnumerateFiles(Path.Combine(Heads.Folder, school.Id.ToString()), "*.json").Single();

    [SetUp]
    public async Task MakeAsync()
    {
        folder = new TempFolder();
        var settings = new ConfigurationBuilder().AddInMemoryCollection().Build();
        services = new ServiceCollection().AddSingleton<IConfiguration>(settings).AddLogging().AddMediaGuard(settings, folder.FullName, TestPaths.Root).BuildServiceProvider();
        await services.GetRequiredService<DatabaseStart>().PrepareAsync(default);
        await services.GetRequiredService<ISchoolBooks>().MakeAsync("Ash Primary", "Europe/London", "", StandardPolicy.Document, default);
        school = (await services.GetRequiredService<IRecordsFactory>().SchoolsAsync(default)).Single();
        await WriteAsync("one", "two", "three");
        Assert.That(await Heads.ExportAsync(school, default), Is.True);
        await WriteAsync("four");
    }

    [TearDown]
    public async Task CloseAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    [Test]
    [Property("Requirement", "A1")]
    public async Task Verify_Untouched_Holds()
    {
        Assert.That(await Heads.VerifyAsync(school.Id, null, default), Is.EqualTo(new[] { new HeadFinding(Path.GetFileNameWithoutExtension(HeadFile), 3, null) }));
        Assert.That(await Heads.ExportAsync(school, default), Is.False, "the first head of a day stays");
        Assert.That(await FindingAsync(), Is.EqualTo(Health.Well));
    }

    [Test]
    [Property("Requirement", "A1")]
    public async Task Verify_WholeChainRewritten_IsCaughtByTheOlderHead()
    {
        await ForgetAsync();
        await WriteAsync("one", "another", "three", "four");
        Assert.That((await services.GetRequiredService<IAuditTrail>().VerifyAsync(school.Id, default)).BrokenAt, Is.Null, "by itself the chain looks whole");
        Assert.That((await Heads.VerifyAsync(school.Id, null, default)).Single().Wrong, Does.Contain("rewritten"));
        Assert.That(await FindingAsync(), Is.EqualTo(Health.Wrong));
    }

    [Test]
    public async Task Verify_ChainCutOff_IsCaught()
    {
        await ForgetAsync();
        await WriteAsync("one");
        Assert.That((await Heads.VerifyAsync(school.Id, null, default)).Single().Wrong, Does.Contain("cut off"));
    }

    [Test]
    public async Task Verify_HeadChangedWithTheChain_IsNotSigned()
    {
        await ForgetAsync();
        await WriteAsync("one", "another", "three", "four");
        var hash = await services.GetRequiredService<IAuditTrail>().HashAtAsync(school.Id, 3, default);
        var head = JsonSerializer.Deserialize<SignedHead>(await File.ReadAllTextAsync(HeadFile), JsonSerializerOptions.Web)!;
        await File.WriteAllTextAsync(HeadFile, JsonSerializer.Serialize(head with { Hash = hash! }, JsonSerializerOptions.Web));
        Assert.That((await Heads.VerifyAsync(school.Id, null, default)).Single().Wrong, Does.Contain("changed, or signed with another key"));
        await File.WriteAllTextAsync(HeadFile, "{");
        Assert.That((await Heads.VerifyAsync(school.Id, null, default)).Single().Wrong, Does.Contain("can't be read"));
    }

    [Test]
    public async Task Verify_CopyKeptElsewhere_Holds()
    {
        using var elsewhere = new TempFolder();
        File.Copy(HeadFile, elsewhere.At("head.json"));
        Assert.That((await Heads.VerifyAsync(school.Id, elsewhere.FullName, default)).Single().Wrong, Is.Null);
    }

    private async Task WriteAsync(params string[] acts)
    {
        foreach (var act in acts)
        {
            await using var head = await services.GetRequiredService<IHeads>().BeginAsync(school.Id, default);
            head.Audit(act, "", "", null);
            await head.CommitAsync(default);
        }
    }

    /// <summary>As somebody would who rewrites the chain from its beginning.</summary>
    private async Task ForgetAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={folder.At("mediaguard.db")}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM Audit; UPDATE Heads SET AuditSequence = 0, AuditHash = x''";
        Assert.That(await command.ExecuteNonQueryAsync(), Is.GreaterThan(1));
    }

    private async Task<Health> FindingAsync() => (await services.GetRequiredService<IDoctor>().ExamineAsync(default)).Single(f => f.What == "signed heads").Health;
}
