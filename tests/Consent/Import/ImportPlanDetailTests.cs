using System.Collections.Immutable;
using MediaGuard.Consent.Import;
using MediaGuard.Media;

namespace MediaGuard.Consent.Tests.Import;

/// <summary>Edges of a plan: the day itself, who is meant, what stands first.</summary>
[Property("Requirement", "C4")]
public sealed class ImportPlanDetailTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly PurposeId Website = new("website");
    private static readonly PurposeId Seesaw = new("seesaw");
    private static readonly KnownClass Oak = new(GroupId.New(), "Oak", false);
    private static readonly KnownClass Ash = new(GroupId.New(), "Ash", false);
    private static readonly ImportLimits Limits = new();

    [Test]
    public void Plan_WithoutOneOfTheThree_SaysWhich()
    {
        Assert.That(Assert.Throws<ArgumentNullException>(() => ImportPlanner.Plan(null!, Register([]), Limits))!.ParamName, Is.EqualTo("content"));
        Assert.That(Assert.Throws<ArgumentNullException>(() => ImportPlanner.Plan(Content([]), null!, Limits))!.ParamName, Is.EqualTo("register"));
        Assert.That(Assert.Throws<ArgumentNullException>(() => ImportPlanner.Plan(Content([]), Register([]), null!))!.ParamName, Is.EqualTo("limits"));
    }

    [Test]
    public void Plan_AFileThatIsRefused_SaysFirstWhy()
    {
        ImmutableArray<ImportRemark> remarks = [new(RemarkKind.YearUnclear, RemarkWeight.Note, 2), new(RemarkKind.RowTooLong, RemarkWeight.Refuses, 3), new(RemarkKind.AnswerUnclear, RemarkWeight.Flag, 2)];
        var plan = ImportPlanner.Plan(Content([Row(1)]) with { Remarks = remarks }, Register([]), Limits);
        Assert.That(plan.Remarks.Select(r => r.Weight), Is.EqualTo(new[] { RemarkWeight.Refuses, RemarkWeight.Flag, RemarkWeight.Note }));
        Assert.That((plan.IsRefused, plan.Changes.Length), Is.EqualTo((true, 0)));
    }

    [TestCase("2026-11-20", false)]
    [TestCase("2026-11-21", true)]
    public void Plan_AnExportOfTomorrow_IsFlaggedAndItsDayNotTaken(string day, bool isLater)
    {
        var plan = ImportPlanner.Plan(Content([Row(1)]) with { ExportedOn = Day(day) }, Register([Person(1)]), Limits);
        Assert.That(plan.Remarks.Select(r => (r.Kind, r.Weight)), Is.EqualTo(isLater ? new[] { (RemarkKind.ExportedLater, RemarkWeight.Flag) } : []));
        Assert.That((plan.Content.ExportedOn, plan.IsRefused), Is.EqualTo((isLater ? null : (DateOnly?)Day(day), false)));
    }

    [Test]
    public void Plan_RowsInAnyOrder_AreAppliedAndFlaggedByTheirNumbers()
    {
        var known = new KnownAnswer(Consent.Register.Standing.Given, true);
        var plan = Plan([Person(1, known), Person(2, known), Person(3) with { IsPupil = false }], Row(2, FileAnswer.Blank), Row(1, FileAnswer.Blank), Row(3));
        Assert.That(plan.Changes.Select(c => (c.Kind, c.Row!.Number)), Is.EqualTo(new[] { (ImportChangeKind.ToNo, 2), (ImportChangeKind.ToNo, 3) }));
        Assert.That(plan.Remarks.Select(r => (r.Weight, r.Row)), Is.EqualTo(new[] { (RemarkWeight.Conflict, (int?)4), (RemarkWeight.Flag, 2), (RemarkWeight.Flag, 3) }));
    }

    [Test]
    public void Plan_AFileThatIsRefused_AsksNothing()
    {
        var plan = Plan([Person(1), Person(2)], Row(7), Row(8));
        Assert.That((plan.IsRefused, plan.Questions.Length), Is.EqualTo((true, 0)));
    }

    [Test]
    public void Plan_KeyOfATeacher_ChangesNothingOfThem() =>
        Assert.That(Plan([Person(1) with { IsPupil = false }, Person(2)], Row(1) with { FullName = "Other Name" }, Row(2)).Changes, Is.Empty);

    [Test]
    public void Plan_ANewKeyWhereOneOfTwoNamesakesIsHere_IsAConflictAboutWhoIsHere()
    {
        var (gone, here) = (Person(1) with { Key = "X1", LeftOn = new DateOnly(2026, 7, 20) }, Person(1));
        var plan = Plan([gone, here, Person(1) with { Key = null }, Person(2)], Row(1) with { Key = "B9" }, Row(2));
        Assert.That(plan.Changes, Is.Empty);
        Assert.That(plan.Remarks.Select(r => (r.Kind, r.Person)), Is.EqualTo(new[] { (RemarkKind.KeyChanged, (PersonId?)here.Id) }));
    }

    [Test]
    public void Plan_OneEnteredByHandWhoIsLinked_TakesOverTheirRow() =>
        Assert.That(Plan([Person(1) with { Key = null }, Person(2)], Row(1) with { Year = 4 }, Row(2)).Changes.Select(c => c.Kind), Is.EquivalentTo(new[] { ImportChangeKind.Linked, ImportChangeKind.YearChanged }));

    [Test]
    public void Plan_OneEnteredByHandInTwoClasses_IsWhoTheRowOfOneMeans() =>
        Assert.That(Plan([Person(1) with { Key = null, Classes = [Oak.Id, Ash.Id] }, Person(2)], Row(1), Row(2)).Count(ImportChangeKind.Linked), Is.EqualTo(1));

    [TestCase("2026-11-19", true)]
    [TestCase("2026-11-20", false)]
    [TestCase("2026-11-21", false)]
    public void Plan_SomebodyNewWhoseLastDayIsOver_IsNotTakenIn(string leaving, bool isOver)
    {
        var plan = Plan([], Row(1) with { Leaving = Day(leaving) });
        Assert.That(plan.Remarks.Select(r => (r.Kind, r.Weight, r.Row)), Is.EqualTo(isOver ? new[] { (RemarkKind.HasLeftAlready, RemarkWeight.Note, (int?)2) } : []));
        Assert.That(plan.Changes.Where(c => c.Kind == ImportChangeKind.NewPerson).Select(c => c.Day), Is.EqualTo(isOver ? [] : new DateOnly?[] { Day(leaving) }));
    }

    [Test]
    public void Plan_AnswersOfOneRow_StandInTheOrderOfTheirPurposes()
    {
        var answers = ImmutableDictionary<PurposeId, FileAnswer>.Empty.Add(Website, FileAnswer.Yes).Add(Seesaw, FileAnswer.Yes).Add(new("press"), FileAnswer.No);
        (ImportChangeKind, string?)[] expected = [(ImportChangeKind.ToYes, "seesaw"), (ImportChangeKind.ToYes, "website"), (ImportChangeKind.FirstNo, "press")];
        Assert.That(Said(Plan([], Row(1) with { Answers = answers })), Is.EquivalentTo(expected));
        Assert.That(Said(Plan([Person(1)], Row(1) with { Answers = answers })), Is.EquivalentTo(expected));
        Assert.That(Said(Plan([], Row(1) with { Answers = answers })).Where(c => c.Item1 == ImportChangeKind.ToYes), Is.EqualTo(expected[..2]));
        Assert.That(Said(Plan([Person(1)], Row(1) with { Answers = answers })).Where(c => c.Item1 == ImportChangeKind.ToYes), Is.EqualTo(expected[..2]));

        static List<(ImportChangeKind, string?)> Said(ImportPlan plan) => [.. plan.Changes.Where(c => c.Purpose is not null).Select(c => (c.Kind, c.Purpose?.Value))];
    }

    [TestCase(true, "Zed", ExpectedResult = true)]
    [TestCase(true, "Forename1", ExpectedResult = false)]
    [TestCase(false, "Zed", ExpectedResult = false, Description = "the file has no such column")]
    public bool Plan_AnotherPreferredName_IsAChangeOfName(bool hasColumn, string preferred)
    {
        var content = Content([Row(1) with { PreferredName = preferred }]);
        return ImportPlanner.Plan(content with { Columns = content.Columns with { Preferred = hasColumn ? 5 : null } }, Register([Person(1)]), Limits).Count(ImportChangeKind.Renamed) == 1;
    }

    [TestCase("2026-11-19", false)]
    [TestCase("2026-11-20", true, Description = "the last day is one of school")]
    [TestCase("2026-11-21", true)]
    public void Plan_ALeavingDay_IsTakenOverAndTheClassUntilThen(string leaving, bool isHere)
    {
        var plan = Plan([Person(1), Person(2)], Row(1) with { Leaving = Day(leaving), Class = "Ash" }, Row(2));
        Assert.That(plan.Changes.Where(c => c.Kind == ImportChangeKind.Left).Select(c => c.Day), Is.EqualTo(new DateOnly?[] { Day(leaving) }));
        Assert.That(plan.Count(ImportChangeKind.ClassChanged), Is.EqualTo(isHere ? 1 : 0));
        Assert.That(Plan([Person(1) with { LeftOn = Day(leaving) }, Person(2)], Row(1) with { Leaving = Day(leaving) }, Row(2)).Changes, Is.Empty, "it is known");
    }

    [TestCase(null, ExpectedResult = null)]
    [TestCase(false, ExpectedResult = null)]
    [TestCase(true, ExpectedResult = true)]
    public bool? Plan_ResponsibilityOfOneWhoHasNone_IsOnlyGivenWhereTheFileSaysSo(bool? said)
    {
        var person = Person(1) with { Guardians = [new KnownGuardian(Guid.CreateVersion7(), "Pat", "pat@example.org", false, false)] };
        return Plan([person], Row(1) with { Contacts = [new FileContact("Pat", "pat@example.org", said)] }).Changes.SingleOrDefault()?.Contact?.HasResponsibility;
    }

    [Test]
    public void Plan_AnotherNameThanAClubs_IsANewClass()
    {
        var plan = ImportPlanner.Plan(Content([Row(1) with { Class = "Elm" }]), Register([Person(1)]) with { Classes = [Oak, new KnownClass(GroupId.New(), "Choir", true)] }, Limits);
        Assert.That(plan.Changes.Select(c => c.Kind), Is.EqualTo(new[] { ImportChangeKind.NewClass, ImportChangeKind.ClassChanged }));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Plan_YearsNobodyNames_AreNotCountedAgainstLastYears(bool isFiles)
    {
        var plan = Plan(
            [.. Enumerable.Range(1, 10).Select(n => n > 4 && !isFiles ? Person(n) with { Year = null } : Person(n))],
            [.. Enumerable.Range(1, 10).Select(n => Row(n) with { Year = n <= 4 ? 2 : isFiles ? null : 3 })]);
        Assert.That(plan.Remarks.Where(r => r.Weight == RemarkWeight.Refuses).Select(r => r.Kind), Is.EqualTo(new[] { RemarkKind.LastYears }));
    }

    [Test]
    public void Plan_NoColumnOfClasses_IsFlaggedOnceHoweverManyHaveNone()
    {
        var content = Content([Row(1) with { Class = "" }, Row(2) with { Class = "" }, Row(3) with { Class = "" }]);
        Assert.That(ImportPlanner.Plan(content with { Columns = content.Columns with { Class = null } }, Register([]), Limits).Remarks.Select(r => r.Kind), Is.EqualTo(new[] { RemarkKind.ClassMissing }));
    }

    [TestCase(true, true, false)]
    [TestCase(true, false, true)]
    [TestCase(false, false, false)]
    [TestCase(false, true, false)]
    public void Plan_AClosingLineThatWasThereLastTime_IsMissed(bool hadOne, bool hasOne, bool isMissed)
    {
        var plan = ImportPlanner.Plan(Content([Row(1)]) with { HasTrailer = hasOne }, Register([Person(1)]) with { LastHadTrailer = hadOne }, Limits);
        Assert.That(plan.Remarks.Select(r => (r.Kind, r.Weight)), Is.EqualTo(isMissed ? new[] { (RemarkKind.TrailerMissing, RemarkWeight.Flag) } : []));
        Assert.That(plan.Questions.Select(q => q.Kind), Is.EqualTo(isMissed ? new[] { ImportQuestionKind.TrailerMissing } : []));
    }

    [TestCase(80, false)]
    [TestCase(79, true)]
    public void Plan_AFifthFewerThanLastTime_AsksTwice(int rows, bool asks)
    {
        var plan = ImportPlanner.Plan(Content([.. Enumerable.Range(1, rows).Select(n => Row(n))]), Register([.. Enumerable.Range(1, rows).Select(n => Person(n))]) with { LastRows = 100 }, Limits);
        Assert.That(plan.Questions.Select(q => (q.Kind, q.Count, q.Of)), Is.EqualTo(asks ? new[] { (ImportQuestionKind.FewerRows, 21, 100) } : []));
    }

    [Test]
    public void Plan_WhoeverLeavesToday_IsHereToday() =>
        Assert.That(Plan([Person(1) with { LeftOn = Today }], Row(7)).Remarks.Select(r => r.Kind), Is.EqualTo(new[] { RemarkKind.NoKeyMatches }));

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static ImportPlan Plan(ImmutableArray<KnownPerson> people, params ImmutableArray<ImportRow> rows) => ImportPlanner.Plan(Content(rows), Register(people), Limits);

    private static KnownRegister Register(ImmutableArray<KnownPerson> people) => new(Today, people, [Oak, Ash]);

    private static ImportContent Content(ImmutableArray<ImportRow> rows) => Plans.Content(rows);

    private static KnownPerson Person(int n, KnownAnswer? website = null) => Plans.Person(n, Oak.Id, website);

    private static ImportRow Row(int n, FileAnswer? website = null) => Plans.Row(n, website);
}
