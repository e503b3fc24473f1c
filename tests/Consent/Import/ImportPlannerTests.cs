using System.Collections.Immutable;
using MediaGuard.Consent.Import;
using MediaGuard.Consent.Register;
using MediaGuard.Media;

namespace MediaGuard.Consent.Tests.Import;

/// <summary>A file held against the register.</summary>
[Property("Requirement", "C4")]
public sealed class ImportPlannerTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly PurposeId Website = new("website");
    private static readonly PurposeId Seesaw = new("seesaw");
    private static readonly KnownClass Oak = new(GroupId.New(), "Oak", false);

    [TestCase(Standing.Given, true, FileAnswer.Yes, null, null)]
    [TestCase(Standing.Given, true, FileAnswer.No, ImportChangeKind.ToNo, null)]
    [TestCase(Standing.Given, true, FileAnswer.Blank, ImportChangeKind.ToNo, RemarkKind.BlankWhereYes)]
    [TestCase(Standing.Given, true, FileAnswer.Unclear, ImportChangeKind.ToNo, RemarkKind.BlankWhereYes)]
    [TestCase(Standing.Refused, true, FileAnswer.Yes, null, RemarkKind.RefusalOnRecord)]
    [TestCase(Standing.Refused, true, FileAnswer.No, null, null)]
    [TestCase(Standing.Refused, true, FileAnswer.Blank, null, null)]
    [TestCase(Standing.Refused, true, FileAnswer.Unclear, null, null)]
    [TestCase(Standing.Refused, false, FileAnswer.Yes, ImportChangeKind.ToYes, null)]
    [TestCase(Standing.Refused, false, FileAnswer.No, ImportChangeKind.FirstNo, null)]
    [TestCase(Standing.Refused, false, FileAnswer.Blank, null, null)]
    [TestCase(Standing.Expired, true, FileAnswer.Yes, null, RemarkKind.RanOut)]
    [TestCase(Standing.Expired, true, FileAnswer.No, ImportChangeKind.FirstNo, null)]
    [TestCase(Standing.Expired, true, FileAnswer.Blank, null, null)]
    [TestCase(Standing.NotOnRecord, false, FileAnswer.Yes, ImportChangeKind.ToYes, null)]
    [TestCase(Standing.NotOnRecord, false, FileAnswer.No, ImportChangeKind.FirstNo, null)]
    [TestCase(Standing.NotOnRecord, false, FileAnswer.Blank, null, null)]
    [TestCase(Standing.NotOnRecord, false, FileAnswer.Unclear, null, null)]
    public void Plan_EveryStandingAndAnswer_ChangesAsTheTableSays(Standing standing, bool isSaid, FileAnswer answer, ImportChangeKind? change, RemarkKind? remark)
    {
        var plan = Plan([Person(1, new KnownAnswer(standing, isSaid))], Row(1, answer));
        Assert.That(plan.Changes.Select(c => (ImportChangeKind?)c.Kind), Is.EqualTo(change is null ? [] : new[] { change }));
        Assert.That(plan.Remarks.Select(r => ((RemarkKind?)r.Kind, r.Row)), Is.EqualTo(remark is null ? [] : new[] { (remark, (int?)2) }));
    }

    [Test]
    public void Plan_AColumnTheFileLacks_SaysNothing() =>
        Assert.That(Plan([Person(1, new KnownAnswer(Standing.Given, true))], Row(1) with { Answers = ImmutableDictionary<PurposeId, FileAnswer>.Empty }).Changes, Is.Empty);

    [Test]
    public void Plan_NewPupil_GetsClassAndOnlyClearAnswers()
    {
        var row = Row(1) with { Answers = new Dictionary<PurposeId, FileAnswer> { [Website] = FileAnswer.Unclear, [Seesaw] = FileAnswer.Yes }.ToImmutableDictionary(), Class = "Elm" };
        var plan = Plan([], row);
        Assert.That(plan.Changes.Select(c => (c.Kind, c.Purpose)), Is.EqualTo(new (ImportChangeKind, PurposeId?)[]
        {
            (ImportChangeKind.NewClass, null), (ImportChangeKind.NewPerson, null), (ImportChangeKind.ClassChanged, null), (ImportChangeKind.ToYes, Seesaw),
        }));
        Assert.That(plan.Questions, Is.Empty, "a first import has nothing to compare with");
    }

    [Test]
    public void Plan_PupilNoLongerListed_LeftToday()
    {
        var plan = Plan([.. Enumerable.Range(1, 10).Select(n => Person(n))], [.. Enumerable.Range(2, 9).Select(n => Row(n))]);
        Assert.That(plan.Changes.Select(c => (c.Kind, c.Day)), Is.EqualTo(new[] { (ImportChangeKind.Left, (DateOnly?)Today) }));
        Assert.That(plan.Questions, Is.Empty);
    }

    [Test]
    public void Plan_PersonEnteredByHand_NeverLeavesByImport() =>
        Assert.That(Plan([Person(1), Person(2) with { Key = null }, Person(3) with { IsPupil = false }], Row(1)).Changes, Is.Empty);

    [TestCase(20, 80, null)]
    [TestCase(21, 79, ImportQuestionKind.ManyLeft)]
    [TestCase(50, 50, ImportQuestionKind.ManyLeft)]
    public void Plan_HalfTheSchoolMissing_AsksTwice(int missing, int listed, ImportQuestionKind? asks)
    {
        var plan = Plan([.. Enumerable.Range(1, 100).Select(n => Person(n))], [.. Enumerable.Range(missing + 1, listed).Select(n => Row(n))]);
        Assert.That(plan.Questions.Select(q => (ImportQuestionKind?)q.Kind), Is.EqualTo(asks is null ? [] : new[] { asks }));
    }

    [TestCase(10, false)]
    [TestCase(11, true)]
    public void Plan_ManyFlipsToYes_AskTwice(int flips, bool asks)
    {
        var plan = Plan(
            [.. Enumerable.Range(1, 100).Select(n => Person(n, n <= flips ? KnownAnswer.None : new KnownAnswer(Standing.Given, true)))],
            [.. Enumerable.Range(1, 100).Select(n => Row(n, FileAnswer.Yes))]);
        Assert.That(plan.Questions.Any(q => q.Kind == ImportQuestionKind.ManyToYes), Is.EqualTo(asks));
        Assert.That(plan.Count(ImportChangeKind.ToYes), Is.EqualTo(flips));
    }

    [TestCase(25, false)]
    [TestCase(26, true)]
    public void Plan_ManyNamesChanged_AskTwice(int renamed, bool asks)
    {
        var plan = Plan(
            [.. Enumerable.Range(1, 100).Select(n => Person(n))], [.. Enumerable.Range(1, 100).Select(n => n <= renamed ? Row(n) with { FullName = "Other Name" } : Row(n))]);
        Assert.That(plan.Questions.Any(q => q.Kind == ImportQuestionKind.ManyRenamed), Is.EqualTo(asks));
    }

    [TestCase("Millie", "", ExpectedResult = true)]
    [TestCase("Millie", "Ames", ExpectedResult = true)]
    [TestCase("Millie", "Millie", ExpectedResult = false)]
    [TestCase("", "Millie", ExpectedResult = false, Description = "an empty cell says nothing")]
    public bool Plan_NicknamesOfTheFile_AreAChangeOfName(string inFile, string known) =>
        Plan([Person(1) with { Nicknames = known }], [Row(1) with { Nicknames = inFile }]).Changes.Any(c => c.Kind == ImportChangeKind.Renamed);

    [Test]
    public void Plan_ManyFlipsToNo_AskTwiceBecauseTheyRecall()
    {
        var plan = Plan(
            [.. Enumerable.Range(1, 10).Select(n => Person(n, new KnownAnswer(Standing.Given, true)))], [.. Enumerable.Range(1, 10).Select(n => Row(n, n <= 2 ? FileAnswer.Blank : FileAnswer.Yes))]);
        Assert.That(plan.Questions.Select(q => q.Kind), Is.EqualTo(new[] { ImportQuestionKind.ManyToNo }));
    }

    [Test]
    public void Plan_LastYearsFileByYearGroups_IsRefused()
    {
        var plan = Plan([.. Enumerable.Range(1, 10).Select(n => Person(n))], [.. Enumerable.Range(1, 10).Select(n => Row(n) with { Year = n < 4 ? 3 : 2 })]);
        AssertRefused(plan, RemarkKind.LastYears);
    }

    [Test]
    public void Plan_NewYearsFile_IsNotRefused() =>
        Assert.That(Plan([.. Enumerable.Range(1, 10).Select(n => Person(n))], [.. Enumerable.Range(1, 10).Select(n => Row(n) with { Year = 4 })]).Count(ImportChangeKind.YearChanged), Is.EqualTo(10));

    [Test]
    public void Plan_ExportOlderThanTheLast_IsRefused()
    {
        var register = Register([Person(1)]) with { LastExportedOn = new DateOnly(2026, 11, 10) };
        AssertRefused(ImportPlanner.Plan(Content([Row(1)]) with { ExportedOn = new DateOnly(2026, 11, 9) }, register, new ImportLimits()), RemarkKind.OlderExport);
        Assert.That(ImportPlanner.Plan(Content([Row(1)]) with { ExportedOn = new DateOnly(2026, 11, 10) }, register, new ImportLimits()).IsRefused, Is.False);
    }

    [Test]
    public void Plan_OtherKeyColumnThanLastTime_IsRefused() => AssertRefused(Plan([Person(1), Person(2)], Row(7), Row(8)), RemarkKind.NoKeyMatches);

    [Test]
    public void Plan_NoRows_IsRefused() => AssertRefused(Plan([Person(1)]), RemarkKind.Empty);

    [Test]
    public void Plan_CountNoLongerThere_AsksTwice() => Assert.That(
        ImportPlanner.Plan(Content([Row(1)]), Register([Person(1)]) with { LastHadTrailer = true }, new ImportLimits()).Questions.Select(q => q.Kind), Is.EqualTo(new[] { ImportQuestionKind.TrailerMissing }));

    [Test]
    public void Plan_NamesakeEnteredByHandInTheSameClass_IsLinked() =>
        Assert.That(Plan([Person(1) with { Key = null }], Row(1)).Changes.Select(c => c.Kind), Is.EqualTo(new[] { ImportChangeKind.Linked }));

    [Test]
    public void Plan_NamesakeEnteredByHandElsewhere_IsAConflict()
    {
        var plan = Plan([Person(1) with { Key = null, Classes = [GroupId.New()] }], Row(1));
        Assert.That(plan.Changes, Is.Empty);
        Assert.That(plan.Remarks.Single(), Has.Property("Kind").EqualTo(RemarkKind.SameName).And.Property("Weight").EqualTo(RemarkWeight.Conflict));
    }

    [Test]
    public void Plan_KeyOfATeacher_IsAConflict() => Assert.That(
        Plan([Person(1) with { IsPupil = false }, Person(2)], Row(1), Row(2)).Remarks.Select(r => r.Kind), Is.EqualTo(new[] { RemarkKind.NotAPupil }));

    [Test]
    public void Plan_LeaverListedAgain_ReturnsAndManyAskTwice()
    {
        var plan = Plan([Person(1) with { LeftOn = new DateOnly(2026, 7, 20) }, Person(2)], Row(1), Row(2));
        Assert.That(plan.Changes.Select(c => c.Kind), Is.EqualTo(new[] { ImportChangeKind.Returned }));
        Assert.That(plan.Questions.Select(q => q.Kind), Is.EqualTo(new[] { ImportQuestionKind.ManyReturned }));
    }

    [Test]
    public void Plan_LeavingDatePassed_KeepsTheNoAndTheDay()
    {
        var plan = Plan([Person(1, new KnownAnswer(Standing.Given, true)), Person(2)], Row(1, FileAnswer.No) with { Leaving = new DateOnly(2026, 10, 23) }, Row(2));
        Assert.That(plan.Changes.Select(c => (c.Kind, c.Day)), Is.EqualTo(new[] { (ImportChangeKind.Left, (DateOnly?)new DateOnly(2026, 10, 23)), (ImportChangeKind.ToNo, null) }));
    }

    [Test]
    public void Plan_SameFileAgain_ChangesNothing() =>
        Assert.That(Plan([Person(1, new KnownAnswer(Standing.Given, true)), Person(2, new KnownAnswer(Standing.Refused, true))], Row(1, FileAnswer.Yes), Row(2, FileAnswer.No)).Changes, Is.Empty);

    [Test]
    public void Plan_ClassNamedLikeAClub_MovesNobody()
    {
        var register = Register([Person(1)]);
        var plan = ImportPlanner.Plan(Content([Row(1) with { Class = "Choir" }]), register with { Classes = [.. register.Classes, new KnownClass(GroupId.New(), "choir", true)] }, new ImportLimits());
        Assert.That(plan.Changes, Is.Empty);
        Assert.That(plan.Remarks.Single().Kind, Is.EqualTo(RemarkKind.ClassIsAClub));
    }

    private static void AssertRefused(ImportPlan plan, RemarkKind kind)
    {
        Assert.That(plan.Remarks.Where(r => r.Weight == RemarkWeight.Refuses).Select(r => r.Kind), Is.EqualTo(new[] { kind }));
        Assert.That(plan.Changes, Is.Empty);
    }

    private static ImportPlan Plan(ImmutableArray<KnownPerson> people, params ImmutableArray<ImportRow> rows) => ImportPlanner.Plan(Content(rows), Register(people), new ImportLimits());

    private static KnownRegister Register(ImmutableArray<KnownPerson> people) => new(Today, people, [Oak]);

    private static ImportContent Content(ImmutableArray<ImportRow> rows) => new(
        "UTF-8", ",", "sims", [], new ColumnPlan(0, null, 1, 2, null, 3, 4, null, null, ImmutableSortedDictionary<string, int>.Empty), rows, null, false, false, []);

    private static KnownPerson Person(int n, KnownAnswer? website = null) => new(
        PersonId.New(), true, Files.Key(n), $"Forename{n} Surname{n}", $"Forename{n}", 3, null, [Oak.Id],
        website is null ? ImmutableDictionary<PurposeId, KnownAnswer>.Empty : ImmutableDictionary<PurposeId, KnownAnswer>.Empty.Add(Website, website));

    private static ImportRow Row(int n, FileAnswer? website = null) => new(
        n + 1, Files.Key(n), $"Forename{n} Surname{n}", $"Forename{n}", "Oak", 3, null,
        website is { } answer ? ImmutableDictionary<PurposeId, FileAnswer>.Empty.Add(Website, answer) : ImmutableDictionary<PurposeId, FileAnswer>.Empty);
}
