using MediaGuard.Journey.Backups;
using MediaGuard.Journey.Inspection;
using MediaGuard.Journey.Loops;
using MediaGuard.Media;
using MediaGuard.Records.Backups;

namespace MediaGuard.Journey.Tests;

/// <summary>What is said of backups by their age, and of loops that do not come round.</summary>
public sealed class BackupFindingsTests
{
    private static readonly Instant Now = Instant.From(new DateTimeOffset(2026, 6, 15, 9, 0, 0, TimeSpan.Zero));
    private static readonly BackupOptions Options = new();

    [TestCase(1, Health.Note)]
    [TestCase(37, Health.Wrong)]
    public void Of_NeverMade_IsWrongOnceItIsDue(int hours, Health expected) =>
        Assert.That(BackupFindings.Of(new BackupState(ArchiveKind.Keys, null, Ago(hours)), Options, Now).Health, Is.EqualTo(expected));

    [TestCase(35, Health.Well, "made 35 hours ago and found whole")]
    [TestCase(37, Health.Wrong, "overdue: the last was made 37 hours ago, and one is due every 1 day")]
    public void Of_Made_IsOverdueAfterADayAndAHalf(int hours, Health expected, string says)
    {
        var finding = Find(ArchiveKind.Books, new BackupNote(Ago(hours), 1, 1, 1, Ago(hours), Ago(hours), "/b"));
        Assert.That((finding.Health, finding.Says), Is.EqualTo((expected, says)));
    }

    [Test]
    public void Of_FoundDamaged_IsWrong() =>
        Assert.That(Find(ArchiveKind.Books, new BackupNote(Ago(1), 1, 1, 1, null, Ago(1), "/b")).Health, Is.EqualTo(Health.Wrong));

    [TestCase(ArchiveKind.Keys, 29, Health.Well)]
    [TestCase(ArchiveKind.Keys, 31, Health.Wrong)]
    [TestCase(ArchiveKind.Books, 31, Health.Well)]
    [TestCase(ArchiveKind.Books, 91, Health.Wrong)]
    public void Of_OldestKept_IsWrongPastItsPeriod(ArchiveKind kind, int days, Health expected) =>
        Assert.That(Find(kind, new BackupNote(Ago(1), 1, 1, 1, Ago(1), Ago(24 * days), "/b")).Health, Is.EqualTo(expected));

    [Test]
    public void Of_NotReadBackForLong_IsANote() =>
        Assert.That(Find(ArchiveKind.Books, new BackupNote(Ago(1), 1, 1, 1, Ago(24 * 32), Ago(24 * 32), "/b")).Health, Is.EqualTo(Health.Note));

    [Test]
    public void Loops_NoneHere_SayNothing_AndOneThatFailedOrStands_IsNamed()
    {
        Assert.That(LoopFindings.Of([], Now), Is.Empty);
        var well = new LoopTurn("SweepLoop", Ago(0), null);
        Assert.That(LoopFindings.Of([well, well with { FailedAt = Ago(1) }], Now).Single().Health, Is.EqualTo(Health.Well));
        var failed = LoopFindings.Of([well, new LoopTurn("NewsLoop", Now, Now - TimeSpan.FromMinutes(3))], Now).Single();
        Assert.That((failed.What, failed.Health), Is.EqualTo(("loop, sending mail", Health.Wrong)));
        var stands = LoopFindings.Of([well, new LoopTurn("ArrivalsLoop", Ago(1), null)], Now).Single();
        Assert.That((stands.What, stands.Says), Is.EqualTo(("loop, taking photos in", "it has not come round for 60 minutes")));
    }

    private static Finding Find(ArchiveKind kind, BackupNote note) => BackupFindings.Of(new BackupState(kind, note, note.At), Options, Now);

    private static Instant Ago(int hours) => Now - TimeSpan.FromHours(hours);
}
