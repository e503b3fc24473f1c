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

    [TestCase(false, Description = "the old number is not listed")]
    [TestCase(true, Description = "nor do they still go here")]
    public void Plan_ANewKeyForANameWhoseKeyIsGone_IsAConflictAndNobodyIsNewOrLeaves(bool hasLeft)
    {
        var bo = Person(1, new KnownAnswer(Standing.Refused, true)) with { LeftOn = hasLeft ? new DateOnly(2026, 7, 20) : null };
        var plan = Plan([bo, Person(2)], Row(1, FileAnswer.Yes) with { Key = "B9" }, Row(2));
        Assert.That(plan.Changes, Is.Empty, "another number must not make another child, of whom nobody refused anything");
        Assert.That(plan.Remarks.Select(r => (r.Kind, r.Weight, r.Row, r.Detail, r.Person)), Is.EqualTo(new[] { (RemarkKind.KeyChanged, RemarkWeight.Conflict, (int?)2, "B9", (PersonId?)bo.Id) }));
    }

    [Test]
    public void Plan_ANewKeyOnceItWasEnteredByHand_IsThePersonItWasEnteredFor()
    {
        var same = Plan([Person(1, new KnownAnswer(Standing.Refused, true)) with { Key = "B9" }, Person(2)], Row(1, FileAnswer.Yes) with { Key = "B9" }, Row(2));
        Assert.That(same.Remarks.Select(r => r.Kind), Is.EqualTo(new[] { RemarkKind.RefusalOnRecord }));
        var (old, another) = (Person(1, new KnownAnswer(Standing.Refused, true)), Person(1) with { Key = "B9" });
        var plan = Plan([old, another, Person(2)], Row(1, FileAnswer.Yes) with { Key = "B9" }, Row(2));
        Assert.That(plan.Changes.Select(c => (c.Kind, c.Person)), Is.EqualTo(new (ImportChangeKind, PersonId?)[] { (ImportChangeKind.Left, old.Id), (ImportChangeKind.ToYes, another.Id) }));
    }

    [Test]
    public void Plan_ANamesakeWhoIsListed_KeepsNobodyOut() =>
        Assert.That(Plan([Person(1), Person(2)], Row(1), Row(2), Row(1) with { Number = 4, Key = "B9" }).Changes.Select(c => c.Kind), Is.EqualTo(new[] { ImportChangeKind.NewPerson, ImportChangeKind.ClassChanged }));

    [TestCase(true, ImportChangeKind.Linked, Description = "whoever was entered by hand is the new one")]
    [TestCase(false, null, Description = "which of both?")]
    public void Plan_ANewKeyForALostOneAndSomebodyEnteredByHand_IsLinkedOnlyWhereOneHasLeft(bool hasLeft, ImportChangeKind? change)
    {
        var plan = Plan([Person(1) with { LeftOn = hasLeft ? new DateOnly(2026, 7, 20) : null }, Person(1) with { Key = null }, Person(2)], Row(1) with { Key = "B9" }, Row(2));
        Assert.That(plan.Changes.Select(c => (ImportChangeKind?)c.Kind), Is.EqualTo(change is null ? [] : new[] { change }));
    }

    [TestCase("A000000000002", "")]
    [TestCase("", "Forename2 Surname2")]
    [TestCase("", "forename2  SURNAME2")]
    public void Plan_ARowThatWasLeftOut_MakesNobodyLeave(string key, string name)
    {
        var content = Content([Row(1)]) with { LeftOut = [new LeftOutRow(key, name)] };
        Assert.That(ImportPlanner.Plan(content, Register([Person(1), Person(2)]), new ImportLimits()).Changes, Is.Empty);
        Assert.That(ImportPlanner.Plan(content with { LeftOut = [new LeftOutRow("", "")] }, Register([Person(1), Person(2)]), new ImportLimits()).Changes.Select(c => c.Kind), Is.EqualTo(new[] { ImportChangeKind.Left }));
    }

    [TestCase("2026-07-20")]
    [TestCase("2026-12-18")]
    public void Plan_ALeavingDateThatIsUnclear_BringsNobodyBackAndMovesNoLeaver(string leftOn)
    {
        var leaver = Person(1) with { LeftOn = DateOnly.Parse(leftOn, System.Globalization.CultureInfo.InvariantCulture), Classes = [] };
        var row = Row(1) with { IsLeavingUnclear = true };
        Assert.That(ImportPlanner.Plan(Content([row, Row(2)]) with { HasLeaving = true }, Register([leaver, Person(2)]), new ImportLimits()).Changes.Select(c => c.Kind),
            Is.EqualTo(leaver.LeftOn < Today ? [] : new[] { ImportChangeKind.ClassChanged }));
    }

    [TestCase("2026-11-19", false, true)]
    [TestCase("2026-11-20", false, true, Description = "the morning's file lacked them, the afternoon's has them")]
    [TestCase("2026-11-21", false, false, Description = "the file says nothing of who will leave")]
    [TestCase("2026-11-21", true, true)]
    public void Plan_ListedWithoutALeavingDate_IsBackUnlessTheFileSaysNothingOfLeaving(string leftOn, bool hasLeaving, bool isBack)
    {
        var leaver = Person(1) with { LeftOn = DateOnly.Parse(leftOn, System.Globalization.CultureInfo.InvariantCulture) };
        var plan = ImportPlanner.Plan(Content([Row(1)]) with { HasLeaving = hasLeaving }, Register([leaver]), new ImportLimits());
        Assert.That(plan.Count(ImportChangeKind.Returned), Is.EqualTo(isBack ? 1 : 0));
    }

    [Test]
    public void Plan_NoClassForWhoHasNone_IsFlaggedInItsRowAndOnceWithoutTheColumn()
    {
        ImmutableArray<KnownPerson> people = [Person(1), Person(2) with { Classes = [] }];
        ImmutableArray<ImportRow> rows = [Row(1) with { Class = "" }, Row(2) with { Class = "-" }, Row(3) with { Class = "" }];
        Assert.That(Missing(Content(rows)), Is.EqualTo(new[] { (RemarkWeight.Flag, (int?)3), (RemarkWeight.Flag, 4) }), "who has a class keeps it");
        var without = Content(rows);
        Assert.That(Missing(without with { Columns = without.Columns with { Class = null } }), Is.EqualTo(new[] { (RemarkWeight.Flag, (int?)null) }));

        IEnumerable<(RemarkWeight, int?)> Missing(ImportContent content) =>
            ImportPlanner.Plan(content, Register(people), new ImportLimits()).Remarks.Where(r => r.Kind == RemarkKind.ClassMissing).Select(r => (r.Weight, r.Row));
    }

    [TestCase(25, false)]
    [TestCase(26, true)]
    public void Plan_ManyIntoAnotherClass_AskTwice(int moved, bool asks)
    {
        var plan = Plan([.. Enumerable.Range(1, 100).Select(n => Person(n))], [.. Enumerable.Range(1, 100).Select(n => n <= moved ? Row(n) with { Class = "Elm" } : Row(n))]);
        Assert.That(plan.Questions.Any(q => q.Kind == ImportQuestionKind.ManyMoved), Is.EqualTo(asks));
    }

    [TestCase(25, false)]
    [TestCase(26, true)]
    public void Plan_ManyOtherAddresses_AskTwiceAndAFirstOneDoesNotCount(int changed, bool asks)
    {
        var plan = Plan(
            [.. Enumerable.Range(1, 200).Select(n => Person(n) with { Guardians = [new KnownGuardian(Guid.CreateVersion7(), $"Parent {n}", n <= 100 ? $"p{n}@example.org" : "", true, false)] })],
            [.. Enumerable.Range(1, 200).Select(n => Row(n) with { Contacts = [new FileContact($"Parent {n}", n <= changed ? $"p{n + 1}@example.org" : $"P{n}@example.org", null)] })]);
        Assert.That(plan.Count(ImportChangeKind.GuardianChanged), Is.EqualTo(changed + 100));
        Assert.That(plan.Questions.Select(q => (q.Kind, q.Count, q.Of)), Is.EqualTo(asks ? new[] { (ImportQuestionKind.ManyAddresses, changed, 100) } : []));
    }

    [TestCase("", "", 0, 2)]
    [TestCase("Oak", "Oak", 0, 2)]
    [TestCase("Oak", "Elm", 1, 1)]
    public void Plan_TwoRowsForOneEnteredByHand_AreGuessedForNeither(string first, string second, int linked, int conflicts)
    {
        var plan = Plan([Person(1) with { Key = null }, Person(2)], Row(1) with { Class = first }, Row(1) with { Number = 5, Key = "B9", Class = second }, Row(2));
        Assert.That((plan.Count(ImportChangeKind.Linked), plan.Remarks.Count(r => r.Kind == RemarkKind.SameName)), Is.EqualTo((linked, conflicts)));
        Assert.That(plan.Count(ImportChangeKind.NewPerson), Is.Zero);
    }

    private static void AssertRefused(ImportPlan plan, RemarkKind kind)
    {
        Assert.That(plan.Remarks.Where(r => r.Weight == RemarkWeight.Refuses).Select(r => r.Kind), Is.EqualTo(new[] { kind }));
        Assert.That(plan.Changes, Is.Empty);
    }

    private static ImportPlan Plan(ImmutableArray<KnownPerson> people, params ImmutableArray<ImportRow> rows) => ImportPlanner.Plan(Content(rows), Register(people), new ImportLimits());

    private static KnownRegister Register(ImmutableArray<KnownPerson> people) => new(Today, people, [Oak]);

    private static ImportContent Content(ImmutableArray<ImportRow> rows) => Plans.Content(rows);

    private static KnownPerson Person(int n, KnownAnswer? website = null) => Plans.Person(n, Oak.Id, website);

    private static ImportRow Row(int n, FileAnswer? website = null) => Plans.Row(n, website);
}
