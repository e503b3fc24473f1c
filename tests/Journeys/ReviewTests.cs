using MediaGuard.Journey;
using MediaGuard.Journey.Review;
using MediaGuard.Journeys.Tests.Support;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Scenes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Journeys.Tests;

/// <summary>What people's acts can and can't bring about.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class ReviewTests
{
    private static readonly byte[] Photo = Photos.Draw(80);

    private School school = null!;
    private Books books = null!;
    private ServiceProvider services = null!;
    private MediaId media;

    [SetUp]
    public async Task SetUpAsync()
    {
        school = await School.MakeAsync();
        books = new Books(school);
        services = school.Services();
        school.Drop("photo.jpg", Photo);
        await services.GetRequiredService<IDrain>().RunAsync(null, default);
        media = books.Of(Photo)!.Media;
    }

    [TearDown]
    public async Task TearDownAsync()
    {
        await services.DisposeAsync();
        school.Dispose();
    }

    [Test]
    public async Task Approve_WhereSomebodyRefused_ClearsNothing()
    {
        var acts = services.GetRequiredService<IHumanActs>();
        await acts.SayAsync(
            school.Id,
            school.Teacher,
            [new(AttestationKind.InPicture) { Media = media, Person = school.Refuser }, new(AttestationKind.NobodyFromOutside) { Media = media }],
            default);
        var standing = (await acts.ApproveTogetherAsync(school.Id, school.Teacher, media, [], ChannelId.Seesaw, [], default))[media];
        await services.GetRequiredService<IDrain>().RunAsync(null, default);
        Assert.That(standing, Does.Contain(ReasonCode.PersonRefused));
        Assert.That(books.VerdictOf(media), Is.EqualTo(nameof(Verdict.Refused)));
        Assert.That(books.Out(), Is.Empty);
    }

    [Test]
    public async Task Approve_WhereNobodySaidAnything_ClearsNothing()
    {
        var standing = (await services.GetRequiredService<IHumanActs>().ApproveTogetherAsync(school.Id, school.Teacher, media, [], ChannelId.Seesaw, [], default))[media];
        Assert.That(standing, Is.Not.Empty);
        Assert.That(books.VerdictOf(media), Is.EqualTo(nameof(Verdict.Held)));
    }

    [TestCase(MediaStatus.Quarantined)]
    [TestCase(MediaStatus.Sealed)]
    [TestCase(MediaStatus.Gone)]
    public async Task Say_OfWhatRestsApart_StoresNoVerdictAndReleasesNothing(MediaStatus status)
    {
        Execute($"UPDATE Media SET Status = {(int)status}; DELETE FROM Verdicts;");
        await school.ClearAsync(services, media);
        await services.GetRequiredService<IDrain>().RunAsync(null, default);
        Assert.That(books.Rows("SELECT COUNT(*) FROM Verdicts", r => r.GetInt32(0)).Single(), Is.Zero);
        Assert.That(books.Rows("SELECT COUNT(*) FROM Queue", r => r.GetInt32(0)).Single(), Is.Zero);
        Assert.That(books.Out(), Is.Empty);
    }

    [Test]
    public async Task Depart_WithOurCopyDamaged_LeavesTheDevicesCopy()
    {
        var other = Photos.Draw(81);
        school.Drop("other.jpg", other);
        var (code, _) = await school.RunAsync("process", ("MEDIAGUARD_FAULT", "journey.Decided.before-lease"));
        Assert.That(code, Is.EqualTo(Mediaguard.Killed));
        var stored = Directory.EnumerateFiles(Path.Combine(school.Data, "store"), books.Of(other)!.Media.Value.ToString("N"), SearchOption.AllDirectories).Single(f => f.Contains("original", StringComparison.Ordinal));
        var bytes = await File.ReadAllBytesAsync(stored);
        bytes[^20] ^= 1;
        await File.WriteAllBytesAsync(stored, bytes);
        await school.RunAsync("process");
        Assert.That(books.Of(other)!.Reason, Is.EqualTo(nameof(ReasonCode.CustodyBroken)));
        Assert.That(await File.ReadAllBytesAsync(Path.Combine(school.Class, "other.jpg")), Is.EqualTo(other));
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(school.Data, "mediaguard.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
