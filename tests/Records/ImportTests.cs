using System.Text;
using MediaGuard.Consent.Register;
using MediaGuard.Ingest.Names;
using MediaGuard.Media;
using MediaGuard.Records.Parents;
using MediaGuard.Records.Register;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Views;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Tests;

/// <summary>Imports as the database takes them: whole, one version, with the photos they concern, and back again.</summary>
public sealed class ImportTests(string provider) : RecordsFixture(provider)
{
    private const string Heading = "UPN,Legal Surname,Legal Forename,Reg Group,Year,Seesaw consent,Website consent";

    [Test]
    [Property("Requirement", "C4")]
    public async Task Apply_FirstFile_WritesPeopleClassesAndOnlyClearAnswers()
    {
        var outcome = await ApplyAsync(File("A1,Ash,Ada,Elm,3,Yes,", "A2,Birch,Bo,Elm,3,No,see form", "A3,Cedar,Cy,Oak,4,Yes,Yes"), fresh: true);
        Assert.That(outcome.Result, Is.EqualTo(ImportResult.Applied));
        var people = await Rig.RegisterViews.PeopleAsync(World.School, null, null, false, None);
        Assert.That(people.Where(p => p.Key is not null).Select(p => (p.Key, p.Class, Words(p))), Is.EquivalentTo(new[]
        {
            ("A1", "Elm", "yes none"), ("A2", "Elm", "no none"), ("A3", "Oak", "yes yes"),
        }));
    }

    [Test]
    [Property("Requirement", "C4")]
    public async Task Apply_ManyChanges_IsOneRegisterVersionOneRunAndAudited()
    {
        var before = await VersionAsync();
        var outcome = await ApplyAsync(File(Enumerable.Range(10, 40).Select(n => $"A{n},Surname{n},Canary{n},Elm,3,Yes,No").ToArray()), fresh: true);
        Assert.That(await VersionAsync(), Is.EqualTo(before + 1));
        var run = (await Rig.RegisterViews.RunsAsync(World.School, 5, None)).Single();
        Assert.That((run.Id, run.Rows, run.NewPeople, run.ToYes, run.ToNo), Is.EqualTo((outcome.Run!.Value, 40, 40, 40, 40)));
        Assert.That((await Rig.Audit.VerifyAsync(World.School, None)).BrokenAt, Is.Null);
        await using var db = World.Open();
        Assert.That(await db.Audit.CountAsync(a => a.Act == "register-imported" && a.Subject == run.Id.ToString("N") && a.Actor == SchoolWorld.Office), Is.EqualTo(1));
        Assert.That(await db.Audit.AnyAsync(a => a.Detail.Contains("Canary") || a.Subject.Contains("Canary")), Is.False, "the audit holds no name");
    }

    [Test]
    [Property("Requirement", "C4")]
    public async Task Apply_RefusedFile_ChangesNothing()
    {
        var before = await VersionAsync();
        var outcome = await ApplyAsync(File("A1,Ash,Ada,Elm,3,Yes,Yes", "A1,Birch,Bo,Elm,3,No,No"));
        Assert.That(outcome.Result, Is.EqualTo(ImportResult.Refused));
        Assert.That(outcome.Preview.Remarks.Single(r => r.Tone == ImportTone.Refuses).Row, Is.EqualTo(3));
        Assert.That(await VersionAsync(), Is.EqualTo(before));
        Assert.That(await Rig.RegisterViews.RunsAsync(World.School, 5, None), Is.Empty);
    }

    [Test]
    [Property("Requirement", "C4")]
    public async Task Apply_HalfTheSchoolMissing_NeedsTheTokenOfThatVeryPlan()
    {
        await ApplyAsync(File([.. Enumerable.Range(10, 10).Select(Row)]), fresh: true);
        var half = File([.. Enumerable.Range(10, 5).Select(Row)]);
        var first = await ApplyAsync(half);
        Assert.That((first.Result, first.Preview.Questions.Count), Is.EqualTo((ImportResult.AsksTwice, 2)), "left, and fewer rows");
        Assert.That((await ApplyAsync(half, "00000000")).Result, Is.EqualTo(ImportResult.Stale));
        await World.RecordAsync(World.Children[0], SchoolWorld.Website, ConsentAnswer.Refused);
        Assert.That((await ApplyAsync(half, first.Preview.Token)).Result, Is.EqualTo(ImportResult.Stale), "the register changed meanwhile");
        var again = await Rig.Imports.PreviewAsync(World.School, half, None);
        Assert.That((await ApplyAsync(half, again.Token)).Result, Is.EqualTo(ImportResult.Applied));
        var left = (await Rig.RegisterViews.PeopleAsync(World.School, null, null, true, None)).Where(p => p.LeftOn is not null);
        Assert.That(left.Select(p => p.LeftOn), Is.EqualTo(Enumerable.Repeat((DateOnly?)World.Today, 5)));
    }

    [TestCase("No")]
    [TestCase("")]
    [TestCase("see form")]
    [Property("Requirement", "C5")]
    public async Task Apply_NoLongerAYes_RecallsInTheSameTransaction(string word)
    {
        await KeyChildrenAsync();
        var (queued, released) = (await World.ClearedAsync(), await World.ClearedAsync());
        Assert.That((await World.PassAsync(released)).Clearance, Is.Not.Null);
        var outcome = await ApplyAsync(File("C1,1,Child,Willow Class,3," + word + ",Yes", Child(2), Child(3)), token: "?");
        Assert.That((outcome.Result, outcome.Redecided), Is.EqualTo((ImportResult.Applied, 2)));
        Assert.That(await World.QueueAsync(queued), Is.Empty);
        Assert.That((await World.ReleasesAsync(released)).Single().State, Is.EqualTo(ReleaseState.Recalling));
        Assert.That((await World.PassAsync(queued)).Clearance, Is.Null);
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Apply_AWithdrawal_LeavesPhotosAloneInWhichThePersonIsNotPossible()
    {
        await KeyChildrenAsync();
        var without = await World.DecidedAsync();
        await World.SayAsync(
            SchoolWorld.Say(AttestationKind.NobodyFromOutside, without), SchoolWorld.Say(AttestationKind.Absent, without) with { Person = World.Children[0] });
        var before = (await World.VerdictsAsync(without)).Count;
        var outcome = await ApplyAsync(File("C1,1,Child,Willow Class,3,No,Yes", Child(2), Child(3)), token: "?");
        Assert.That(outcome.Redecided, Is.Zero);
        Assert.That((await World.VerdictsAsync(without)).Count, Is.EqualTo(before));
        Assert.That(await World.VerdictAsync(without), Is.EqualTo(Verdict.Cleared));
    }

    [Test]
    [Property("Requirement", "C4")]
    public async Task Apply_NewPupilWithoutConsent_TakesTodaysClearedPhotosOfTheClassBack()
    {
        await KeyChildrenAsync();
        var media = await World.ClearedAsync();
        await ApplyAsync(File(Child(1), Child(2), Child(3), "C4,4,Child,Willow Class,3,,"));
        Assert.That(await World.VerdictAsync(media), Is.Not.EqualTo(Verdict.Cleared));
        Assert.That(await World.QueueAsync(media), Is.Empty);
    }

    [Test]
    [Property("Requirement", "C4")]
    public async Task Apply_ARefusalOnRecord_IsAConflictAndStands()
    {
        await KeyChildrenAsync();
        await World.RecordAsync(World.Children[0], SchoolWorld.Website, ConsentAnswer.Refused);
        var outcome = await ApplyAsync(File(Child(1), Child(2), Child(3)));
        Assert.That(outcome.Preview.Remarks.Where(r => r.Tone == ImportTone.Conflict).Select(r => (r.Code, r.Row)), Is.EqualTo(new[] { ("refusal-on-record", (int?)2) }));
        Assert.That(await StandingAsync(World.Children[0], "website"), Is.EqualTo("no"));
        Assert.That((await Rig.RegisterViews.RunsAsync(World.School, 1, None)).Single().Conflicts, Is.EqualTo(1));
    }

    [Test]
    [Property("Requirement", "C4")]
    public async Task Apply_ABlankAndLaterAYes_IsNoRefusalThatStands()
    {
        await KeyChildrenAsync();
        await ApplyAsync(File("C1,1,Child,Willow Class,3,Yes,", Child(2), Child(3)), token: "?");
        Assert.That(await StandingAsync(World.Children[0], "website"), Is.EqualTo("no"));
        await ApplyAsync(File(Child(1), Child(2), Child(3)), token: "?");
        Assert.That(await StandingAsync(World.Children[0], "website"), Is.EqualTo("yes"));
    }

    [Test]
    [Property("Requirement", "C4")]
    public async Task Apply_ANewClass_EndsTheOldTodayAndLeavesTheClub()
    {
        await KeyChildrenAsync();
        var club = default(GroupId);
        await World.InHeadAsync(head =>
        {
            club = head.AddGroup("Choir", false, null, isClub: true);
            head.AddMembership(World.Children[0], club, new DateOnly(2025, 9, 1), null, null);
            return Task.CompletedTask;
        });
        await ApplyAsync(File("C1,1,Child,Elm,3,Yes,Yes", Child(2), Child(3)), token: "?");
        var groups = (await Rig.RegisterViews.PersonAsync(World.School, World.Children[0], Reader.Office, None))!.Groups;
        Assert.That(groups.Select(g => (g.Group, g.Until)), Is.EquivalentTo(new[] { ("Willow Class", (DateOnly?)World.Today), ("Choir", null), ("Elm", null) }));
    }

    [Test]
    [Property("Requirement", "C7")]
    public async Task Apply_SameFileAgain_OnlyConfirmsTheRegister()
    {
        await KeyChildrenAsync();
        Rig.Clock.Advance(TimeSpan.FromDays(36));
        Assert.That((await Rig.RegisterViews.AgeAsync(World.School, None)).IsStale, Is.True, "nobody confirmed it lately");
        var outcome = await ApplyAsync(File(Child(1), Child(2), Child(3)));
        Assert.That((outcome.Result, outcome.Preview.Lines.Count), Is.EqualTo((ImportResult.Applied, 0)));
        Assert.That((await Rig.RegisterViews.AgeAsync(World.School, None)).Days, Is.Zero);
    }

    [Test]
    [Property("Requirement", "C4")]
    public async Task Undo_OfARun_RestoresEverythingAndKeepsWhatWasSaid()
    {
        await KeyChildrenAsync();
        var media = await World.ClearedAsync();
        var before = await PictureAsync();
        var consents = await ConsentsAsync();
        var outcome = await ApplyAsync(File("C1,1,Renamed,Elm,4,No,Yes", Child(2), "C9,9,New,Ash,2,Yes,Yes"), token: "?");
        Assert.That(await PictureAsync(), Is.Not.EqualTo(before));
        Assert.That(await World.VerdictAsync(media), Is.Not.EqualTo(Verdict.Cleared));
        var version = await VersionAsync();
        Assert.That(await Rig.Imports.UndoAsync(World.School, outcome.Run!.Value, SchoolWorld.Office, None), Is.EqualTo(UndoResult.Undone));
        Assert.That(await PictureAsync(), Is.EqualTo(before));
        Assert.That(await VersionAsync(), Is.EqualTo(version + 1));
        Assert.That((await ConsentsAsync()).Take(consents.Count), Is.EqualTo(consents), "what was said stays as it was said");
        Assert.That((await ConsentsAsync()).Count, Is.GreaterThan(consents.Count));
        Assert.That(await World.VerdictAsync(media), Is.EqualTo(Verdict.Cleared), "it was never outside, so it may go again");
        Assert.That((await Rig.Audit.VerifyAsync(World.School, None)).BrokenAt, Is.Null);
        Assert.That(await Rig.Imports.UndoAsync(World.School, outcome.Run.Value, null, None), Is.EqualTo(UndoResult.AlreadyUndone));
    }

    [Test]
    [Property("Requirement", "C4")]
    public async Task Apply_NicknamesColumn_IsWrittenKeptWhereTheCellIsEmptyAndUndone()
    {
        await KeyChildrenAsync();
        ImportRequest WithNicknames(string first) => new(
            Encoding.UTF8.GetBytes($"UPN,Legal Surname,Legal Forename,Reg Group,Year,Nicknames\nC1,1,Child,Willow Class,3,{first}\nC2,2,Child,Willow Class,3,\nC3,3,Child,Willow Class,3,\nC9,9,New,Willow Class,3,Niner\n"), new ImportColumns());
        await using (var db = World.Open())
        {
            await db.People.Where(p => p.Id == World.Children[0]).ExecuteUpdateAsync(s => s.SetProperty(p => p.PreferredName, "Chosen"), None);
        }

        async Task<string[]> NicknamesAsync() => [.. (await Rig.RegisterViews.PeopleAsync(World.School, null, null, true, None)).Where(p => p.Key is not null).OrderBy(p => p.Key).Select(p => p.Nicknames)];

        var outcome = await ApplyAsync(WithNicknames("Kit/Kitty"), token: "?");
        Assert.That(outcome.Preview.Lines.Select(l => l.Text), Does.Contain("nicknames Kit, Kitty"));
        Assert.That(await NicknamesAsync(), Is.EqualTo(new[] { "Kit, Kitty", "", "", "Niner" }));
        Assert.That((await Rig.RegisterViews.PersonAsync(World.School, World.Children[0], Reader.Office, None))!.Person.PreferredName, Is.EqualTo("Chosen"), "the file does not say what they are called");
        Assert.That((await ApplyAsync(WithNicknames(""), token: "?")).Preview.Lines, Is.Empty, "an empty cell says nothing");
        Assert.That(await Rig.Imports.UndoAsync(World.School, outcome.Run!.Value, SchoolWorld.Office, None), Is.EqualTo(UndoResult.Undone));
        Assert.That(await NicknamesAsync(), Is.EqualTo(new[] { "", "", "" }));
        Assert.That((await Rig.RegisterViews.PeopleAsync(World.School, "kitty", null, true, None)), Is.Empty);
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Undo_OfARecall_PublishesNothingByItself()
    {
        await KeyChildrenAsync();
        var media = await World.ClearedAsync();
        await World.PassAsync(media);
        var outcome = await ApplyAsync(File("C1,1,Child,Willow Class,3,No,Yes", Child(2), Child(3)), token: "?");
        await Rig.Imports.UndoAsync(World.School, outcome.Run!.Value, null, None);
        Assert.That(await World.QueueAsync(media), Is.Empty);
        Assert.That((await World.ReleasesAsync(media)).Single().State, Is.EqualTo(ReleaseState.Recalling));
    }

    [Test]
    [Property("Requirement", "C4")]
    public async Task Undo_OnceSomethingLaterDepends_IsRefusedWhole()
    {
        await KeyChildrenAsync();
        var file = File("C1,1,Child,Willow Class,3,No,Yes", Child(2), Child(3), "C9,9,New,Willow Class,2,Yes,Yes");
        var run = (await ApplyAsync(file, token: "?")).Run!.Value;
        await World.RecordAsync(World.Children[0], SchoolWorld.Seesaw, ConsentAnswer.Refused);
        var before = await PictureAsync();
        Assert.That(await Rig.Imports.UndoAsync(World.School, run, null, None), Is.EqualTo(UndoResult.LaterDepends));
        Assert.That(await PictureAsync(), Is.EqualTo(before));
    }

    [Test]
    [Property("Requirement", "C4")]
    public async Task Undo_OnceAnAddedPupilWasNamed_IsRefused()
    {
        await KeyChildrenAsync();
        var run = (await ApplyAsync(File(Child(1), Child(2), Child(3), "C9,9,New,Willow Class,2,Yes,Yes"))).Run!.Value;
        var added = (await Rig.RegisterViews.FindAsync(World.School, "c9", None))!.Value;
        var media = await World.DecidedAsync();
        await World.SayAsync(SchoolWorld.Say(AttestationKind.InPicture, media) with { Person = added });
        Assert.That(await Rig.Imports.UndoAsync(World.School, run, null, None), Is.EqualTo(UndoResult.LaterDepends));
    }

    [TestCase("refusal", UndoResult.LaterDepends)]
    [TestCase("protection", UndoResult.LaterDepends)]
    [TestCase("guardian", UndoResult.LaterDepends)]
    [TestCase("hint", UndoResult.LaterDepends)]
    [TestCase("weak hint", UndoResult.Undone)]
    [TestCase("", UndoResult.Undone)]
    [Property("Requirement", "C4")]
    public async Task Undo_OnceAnAddedPupilIsKnownForMore_IsRefused(string act, UndoResult expected)
    {
        await KeyChildrenAsync();
        var media = await World.DecidedAsync();
        var run = (await ApplyAsync(File(Child(1), Child(2), Child(3), "C9,9,New,Willow Class,2,,"))).Run!.Value;
        var added = (await Rig.RegisterViews.FindAsync(World.School, "c9", None))!.Value;
        await DoAsync(act, added, media);
        Assert.That(await Rig.Imports.UndoAsync(World.School, run, null, None), Is.EqualTo(expected));
        Assert.That(await Rig.RegisterViews.FindAsync(World.School, "c9", None) is not null, Is.EqualTo(expected == UndoResult.LaterDepends));
    }

    [TestCase("refusal", UndoResult.LaterDepends)]
    [TestCase("protection", UndoResult.LaterDepends, Description = "and it tells nobody which of both it was")]
    [TestCase("guardian", UndoResult.Undone)]
    [TestCase("", UndoResult.Undone)]
    [Property("Requirement", "C8")]
    public async Task Undo_OnceSomethingWasSaidOfWhomItRenamed_IsRefused(string act, UndoResult expected)
    {
        await KeyChildrenAsync();
        var run = (await ApplyAsync(File("C1,1,Renamed,Willow Class,3,Yes,Yes", Child(2), Child(3)), token: "?")).Run!.Value;
        await DoAsync(act, World.Children[0], default);
        Assert.That(await Rig.Imports.UndoAsync(World.School, run, null, None), Is.EqualTo(expected));
    }

    [Test]
    [Property("Requirement", "C4")]
    public async Task Undo_OnceSomebodyWasMovedAgainByHand_IsRefused()
    {
        await KeyChildrenAsync();
        var run = (await ApplyAsync(File("C1,1,Child,Elm,3,Yes,Yes", Child(2), Child(3)), token: "?")).Run!.Value;
        await Rig.Register.AddGroupAsync(World.School, "Oak", false, false, SchoolWorld.Office, None);
        var oak = (await Rig.Views.ClassesAsync(World.School, null, None)).Single(c => c.Name == "Oak").Id;
        await Rig.Register.EditPersonAsync(World.School, World.Children[0], new PersonEdit("pupil", "Child 1", "C1", "C1", 3, null, oak), SchoolWorld.Office, None);
        var before = await PictureAsync();
        Assert.That(await Rig.Imports.UndoAsync(World.School, run, null, None), Is.EqualTo(UndoResult.LaterDepends));
        Assert.That(await PictureAsync(), Is.EqualTo(before));
    }

    [Test]
    [Property("Requirement", "C4")]
    public async Task Apply_WhoWasMissingThisMorning_IsBackInClassAndClubsAsBefore()
    {
        await KeyChildrenAsync();
        await World.InHeadAsync(head =>
        {
            head.AddMembership(World.Children[0], head.AddGroup("Choir", false, null, isClub: true), new DateOnly(2025, 9, 1), null, null);
            head.AddMembership(World.Children[0], head.AddGroup("Trip", false, null, isClub: true), World.Today, World.Today.AddDays(3), null);
            head.AddMembership(World.Children[0], head.AddGroup("Chess", false, null, isClub: true), World.Today, World.Today, null);
            return Task.CompletedTask;
        });
        var before = await PictureAsync();
        await ApplyAsync(File(Child(2), Child(3)), token: "?");
        var without = await PictureAsync();
        Assert.That(await LastDaysAsync(), Is.EqualTo(Enumerable.Repeat((DateOnly?)World.Today, 4)));

        var outcome = await ApplyAsync(File(Child(1), Child(2), Child(3)), token: "?");
        Assert.That(outcome.Preview.Lines.Select(l => l.Kind), Is.EqualTo(new[] { "returned" }));
        Assert.That(await PictureAsync(), Is.EqualTo(before), "the chess club was over today anyway");
        Assert.That((await ApplyAsync(File(Child(1), Child(2), Child(3)), token: "?")).Preview.Lines, Is.Empty);
        Assert.That(await Rig.Imports.UndoAsync(World.School, outcome.Run!.Value, null, None), Is.EqualTo(UndoResult.Undone));
        Assert.That(await PictureAsync(), Is.EqualTo(without));
    }

    [TestCase(-5)]
    [TestCase(0)]
    [TestCase(10)]
    [Property("Requirement", "C4")]
    public async Task Apply_ALeavingDatePutOffAndTakenBack_MovesTheEndOfTheClassWithIt(int days)
    {
        await KeyChildrenAsync();
        var before = await PictureAsync();
        await ApplyAsync(Leaving(World.Today.AddDays(days)), token: "?");
        Assert.That(await LastDaysAsync(), Is.EqualTo(new[] { (DateOnly?)World.Today.AddDays(Math.Max(0, days)) }));
        await ApplyAsync(Leaving(World.Today.AddDays(20)), token: "?");
        var later = await PictureAsync();
        Assert.That(await LastDaysAsync(), Is.EqualTo(new[] { (DateOnly?)World.Today.AddDays(20) }));
        var outcome = await ApplyAsync(Leaving(null), token: "?");
        Assert.That(await PictureAsync(), Is.EqualTo(before));
        Assert.That(await Rig.Imports.UndoAsync(World.School, outcome.Run!.Value, null, None), Is.EqualTo(UndoResult.Undone));
        Assert.That(await PictureAsync(), Is.EqualTo(later));
    }

    [Test]
    [Property("Requirement", "C4")]
    public async Task Apply_BackInAnotherClass_LeavesTheOldOneEnded()
    {
        await KeyChildrenAsync();
        await ApplyAsync(Leaving(World.Today), token: "?");
        await ApplyAsync(Leaving(null, "Elm"), token: "?");
        var groups = (await Rig.RegisterViews.PersonAsync(World.School, World.Children[0], Reader.Office, None))!.Groups;
        Assert.That(groups.Select(g => (g.Group, g.Until)), Is.EquivalentTo(new[] { ("Willow Class", (DateOnly?)World.Today), ("Elm", null) }));
    }

    [Test]
    [Property("Requirement", "C4")]
    public async Task Apply_ANewClass_LeavesWhatIsPlannedForLaterAsItIs()
    {
        await KeyChildrenAsync();
        await World.InHeadAsync(head =>
        {
            head.AddMembership(World.Children[0], head.AddGroup("Ash", false, null), World.Today.AddDays(30), null, null);
            return Task.CompletedTask;
        });
        await ApplyAsync(File("C1,1,Child,Elm,3,Yes,Yes", Child(2), Child(3)), token: "?");
        var groups = (await Rig.RegisterViews.PersonAsync(World.School, World.Children[0], Reader.Office, None))!.Groups;
        Assert.That(groups.Select(g => (g.Group, g.From, g.Until)), Is.EquivalentTo(new[]
        {
            ("Willow Class", new DateOnly(2025, 9, 1), (DateOnly?)World.Today), ("Elm", World.Today, null), ("Ash", World.Today.AddDays(30), null),
        }));
    }

    [Test]
    public async Task Undo_OfAnotherSchoolsRun_FindsNothing()
    {
        var run = (await ApplyAsync(File("A1,Ash,Ada,Elm,3,Yes,Yes"), fresh: true)).Run!.Value;
        var other = await SchoolWorld.MakeAsync(Rig);
        Assert.That(await Rig.Imports.UndoAsync(other.School, run, null, None), Is.EqualTo(UndoResult.NoSuchRun));
    }

    [Test]
    public async Task Draft_IsKeptForItsOwnerAndForADay()
    {
        var request = File("A1,Ash,Ada,Elm,3,Yes,Yes");
        var draft = await Rig.Imports.KeepDraftAsync(World.School, request, SchoolWorld.Office, None);
        await Rig.Imports.MapDraftAsync(World.School, draft, SchoolWorld.Office, new ImportColumns { Preset = "arbor" }, None);
        Assert.That((await Rig.Imports.FindDraftAsync(World.School, draft, SchoolWorld.Office, None))!.Columns.Preset, Is.EqualTo("arbor"));
        Assert.That(await Rig.Imports.FindDraftAsync(World.School, draft, SchoolWorld.Teacher, None), Is.Null);
        Rig.Clock.Advance(TimeSpan.FromHours(25));
        Assert.That(await Rig.Imports.FindDraftAsync(World.School, draft, SchoolWorld.Office, None), Is.Null);
        await Rig.Imports.DropDraftAsync(World.School, draft, SchoolWorld.Office, None);
        await using var db = World.Open();
        Assert.That(await db.ImportDrafts.CountAsync(), Is.Zero);
    }

    private static string Row(int n) => $"A{n},Surname{n},Forename{n},Elm,3,Yes,Yes";

    private static string Child(int n) => $"C{n},{n},Child,Willow Class,3,Yes,Yes";

    private static ImportRequest File(params string[] rows) => new(Encoding.UTF8.GetBytes(Heading + "\n" + string.Join('\n', rows) + "\n"), new ImportColumns());

    /// <summary>The first child leaves on a day, or does not.</summary>
    private static ImportRequest Leaving(DateOnly? day, string group = "Willow Class") => new(
        Encoding.UTF8.GetBytes($"UPN,Legal Surname,Legal Forename,Reg Group,Date of Leaving\nC1,1,Child,{group},{day:yyyy-MM-dd}\nC2,2,Child,Willow Class,\nC3,3,Child,Willow Class,\n"), new ImportColumns());

    private async Task<IEnumerable<DateOnly?>> LastDaysAsync() => (await Rig.RegisterViews.PersonAsync(World.School, World.Children[0], Reader.Office, None))!.Groups.Select(g => g.Until);

    private async Task DoAsync(string act, PersonId person, MediaId media)
    {
        switch (act)
        {
            case "refusal":
                await Rig.Register.RefuseAsync(World.School, person, [SchoolWorld.Seesaw, SchoolWorld.Website], "telephone", "", null, SchoolWorld.Office, None);
                break;
            case "protection":
                await Rig.Register.ProtectAsync(World.School, person, "court order", SchoolWorld.Office, None);
                break;
            case "guardian":
                await Rig.Guardians.AddAsync(World.School, person, new GuardianEdit("Pat Parent", "", true), null, None);
                break;
            case "hint" or "weak hint":
                await World.InHeadAsync(head =>
                {
                    head.Context.NameHints.Add(new NameHintRow { SchoolId = World.School, MediaId = media, PersonId = person, Field = NameField.Caption, Sureness = act == "hint" ? Sureness.Full : Sureness.Weak });
                    return Task.CompletedTask;
                });
                break;
        }
    }

    private static string Words(RegisterLine line) => string.Join(' ', line.Standings.OrderBy(s => s.Purpose.Value, StringComparer.Ordinal).Select(s => s.Word));

    /// <param name="token">"?" takes the preview's.</param>
    /// <param name="fresh">The world's own children are taken off first, so that the file is the whole register.</param>
    private async Task<ImportOutcome> ApplyAsync(ImportRequest request, string? token = null, bool fresh = false)
    {
        if (fresh)
        {
            await using var db = World.Open();
            await db.Memberships.ExecuteDeleteAsync(None);
            await db.People.ExecuteDeleteAsync(None);
        }

        var named = token == "?" ? (await Rig.Imports.PreviewAsync(World.School, request, None)).Token : token;
        return await Rig.Imports.ApplyAsync(World.School, request, named, SchoolWorld.Office, None);
    }

    private async Task KeyChildrenAsync()
    {
        await using var db = World.Open();
        foreach (var (child, n) in World.Children.Select((c, i) => (c, i + 1)))
        {
            await db.People.Where(p => p.Id == child).ExecuteUpdateAsync(s => s.SetProperty(p => p.ExternalKey, $"C{n}").SetProperty(p => p.FullName, $"Child {n}").SetProperty(p => p.YearGroup, 3), None);
        }
    }

    private async Task<long> VersionAsync()
    {
        await using var db = World.Open();
        return (await db.Heads.SingleAsync(None)).RegisterVersion;
    }

    private async Task<string> StandingAsync(PersonId person, string purpose) =>
        (await Rig.RegisterViews.PersonAsync(World.School, person, Reader.Office, None))!.Person.Standings.Single(s => s.Purpose.Value == purpose).Word;

    private async Task<List<string>> ConsentsAsync()
    {
        await using var db = World.Open();
        return [.. (await db.Consents.AsNoTracking().OrderBy(c => c.Sequence).ToListAsync(None)).Select(c => $"{c.Sequence} {c.PersonId} {c.Purpose} {c.Answer} {c.From} {c.Until} {c.How}")];
    }

    /// <summary>The register as pages show it.</summary>
    private async Task<string> PictureAsync()
    {
        var lines = new List<string>();
        foreach (var person in (await Rig.RegisterViews.PeopleAsync(World.School, null, null, true, None)).OrderBy(p => p.Id.Value))
        {
            var groups = (await Rig.RegisterViews.PersonAsync(World.School, person.Id, Reader.Lead, None))!.Groups;
            lines.Add($"{person.Key} {person.Name} {person.PreferredName} {person.YearGroup} {person.LeftOn} {Words(person)} {string.Join(',', groups.Select(g => $"{g.Group} {g.From} {g.Until}").Order(StringComparer.Ordinal))}");
        }

        return string.Join('\n', lines);
    }
}
