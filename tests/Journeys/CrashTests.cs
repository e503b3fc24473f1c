using System.Collections.Immutable;
using MediaGuard.Journey;
using MediaGuard.Journey.Review;
using MediaGuard.Journeys.Tests.Support;
using MediaGuard.Media;
using MediaGuard.Records;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Journeys.Tests;

/// <summary>kill -9 at every boundary of every step, and the same program started again.</summary>
[TestFixture, Parallelizable(ParallelScope.Children), FixtureLifeCycle(LifeCycle.SingleInstance)]
public sealed class CrashTests
{
    private static readonly byte[] Withdrawn = Photos.Draw(1);
    private static readonly byte[] Cleared = Photos.Draw(2);
    private static readonly byte[] Held = Photos.Draw(3);
    private static readonly byte[] NoPicture = Photos.NoPicture(1);
    private static readonly ImmutableArray<byte[]> All = [Withdrawn, Cleared, Held, NoPicture];

    private School origin = null!;

    /// <summary>From the plan itself, so that a new step is covered without a word here.</summary>
    public static IEnumerable<string> Points() =>
    [
        .. Enum.GetValues<MediaStatus>().Where(s => JourneyPlan.NextAfter(s) is not null)
            .SelectMany(s => (string[])[$"journey.{s}.before-lease", $"journey.{s}.leased", $"journey.{s}.saved"]),
        "vault.key-written", "vault.bytes-written", "vault.key-written#5", "vault.bytes-written#5", "vault.key-destroyed", "vault.key-destroyed#2",
        "departure.renamed", "departure.unlinked", "departure.renamed#3", "departure.unlinked#3",
        "release.before-gate", "release.leaving", "release.handed-over", "release.released", "recall.before", "recall.done",
    ];

    /// <summary>A school in which one photo was released and then withdrawn; its copy is still out.</summary>
    [OneTimeSetUp]
    public async Task MakeAsync()
    {
        origin = await School.MakeAsync();
        await using var services = origin.Services();
        origin.Drop("withdrawn.jpg", Withdrawn);
        var drain = services.GetRequiredService<IDrain>();
        await drain.RunAsync(null, default);
        var books = new Books(origin);
        var media = books.Of(Withdrawn)!.Media;
        await origin.ClearAsync(services, media);
        await drain.RunAsync(null, default);
        Assert.That(books.Out(), Has.Count.EqualTo(1), $"the photo to be recalled is out: {books.Of(Withdrawn)}, {books.VerdictOf(media)} {books.ReasonsOf(media)}, {string.Join(",", books.Rows("SELECT State FROM Releases", r => r.GetString(0)))}");
        await services.GetRequiredService<IHumanActs>().TakeBackAsync(origin.Id, origin.Teacher, media, AttestationKind.NobodyFromOutside, null, null, null, default);
        await origin.ClearBeforehandAsync(services, Cleared);
    }

    [OneTimeTearDown]
    public void TearDown() => origin?.Dispose();

    [TestCaseSource(nameof(Points))]
    public async Task Process_KilledAt_LosesAndRepeatsNothing(string point)
    {
        using var school = origin.Copy();
        var books = new Books(school);
        school.Drop("cleared.jpg", Cleared);
        school.Drop("held.jpg", Held);
        school.Drop("no picture.jpg", NoPicture);
        school.Drop("withdrawn again.jpg", Withdrawn);

        var (code, output) = await school.RunAsync("process", ("MEDIAGUARD_FAULT", point));
        Assert.That(code, Is.EqualTo(Mediaguard.Killed), $"{point} was not reached:\n{output}");
        await books.AssertNothingLostAsync(All);

        await Task.Delay(TimeSpan.FromSeconds(1.6), TimeProvider.System); // the dead process's lease
        if (point.StartsWith("journey.", StringComparison.Ordinal) && !point.EndsWith(".saved", StringComparison.Ordinal))
        {
            // the same drain in this process, which has warmed up: there are many of these, and one point of each step starts the program again
            await using var services = school.Services();
            await services.GetRequiredService<IDrain>().RunAsync(null, default);
        }
        else
        {
            (code, output) = await school.RunAsync("process");
            Assert.That(code, Is.Zero.Or.EqualTo(1), output);
        }

        await AssertAtRestAsync(school, output);
    }

    [Test]
    public async Task Process_NotKilled_EndsTheSame()
    {
        using var school = origin.Copy();
        school.Drop("cleared.jpg", Cleared);
        school.Drop("held.jpg", Held);
        school.Drop("no picture.jpg", NoPicture);
        school.Drop("withdrawn again.jpg", Withdrawn);
        var (_, output) = await school.RunAsync("process");
        await AssertAtRestAsync(school, output);
    }

    private static async Task AssertAtRestAsync(School school, string output)
    {
        var books = new Books(school);
        await books.AssertNothingLostAsync(All);
        await books.AssertSoundAsync();
        Assert.Multiple(() =>
        {
            Assert.That(books.Of(Cleared)?.Status, Is.EqualTo(MediaStatus.Shredded), output);
            Assert.That(books.Of(Held)?.Status, Is.EqualTo(MediaStatus.Departed), output);
            Assert.That(books.Of(NoPicture)?.Status, Is.EqualTo(MediaStatus.Quarantined), output);
            Assert.That(books.Of(NoPicture)?.Reason, Is.EqualTo(nameof(ReasonCode.FormatNotSupported)).Or.EqualTo(nameof(ReasonCode.NotAPicture)));
            Assert.That(books.Items().Count(i => i.Status == MediaStatus.Gone), Is.EqualTo(1), "the duplicate");
            Assert.That(books.InShare(), Is.Empty, "originals are gone from the share");
            Assert.That(books.Out(), Has.Count.EqualTo(1), "the cleared one is out, the withdrawn one came back");
            Assert.That(books.Rows("SELECT State FROM Releases ORDER BY Id", r => r.GetString(0)), Is.EqualTo(new[] { "Recalled", "Released" }));
        });
    }
}
