using System.Text;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Parents;
using MediaGuard.Records.Register;

namespace MediaGuard.Records.Tests;

/// <summary>An export may bring parents and guardians: it adds them and takes over a changed address, ends nobody, and takes parental responsibility from nobody.</summary>
public sealed class ImportContactTests(string provider) : RecordsFixture(provider)
{
    private const string Headings = "UPN,Full Name,Contact 1,Contact 1 Email,Contact 1 Parental Responsibility,Contact 2 Name\n";

    private PersonId Child => World.Children[0];

    [Test]
    [Property("Requirement", "C4")]
    public async Task Import_WithContacts_AddsThemOnceAndUndoTakesThemBack()
    {
        var run = await ApplyAsync("\"Parent, Pat\",pat@example.org,Yes,Gil Aunt");
        Assert.That(await ListAsync(), Is.EquivalentTo(new[] { ("Pat Parent", "pat@example.org", true), ("Gil Aunt", "", false) }), "unknown is no responsibility");
        Assert.That((await PreviewAsync("Pat Parent,pat@example.org,Yes,Gil Aunt")).Lines, Is.Empty, "the same file changes nothing");
        Assert.That(await Rig.Imports.UndoAsync(World.School, run, null, None), Is.EqualTo(UndoResult.Undone));
        Assert.That(await ListAsync(), Is.Empty);
    }

    [Test]
    [Property("Requirement", "C4")]
    public async Task Import_WithAnotherAddress_TakesItOverEndsTheLinkAndIsUndone()
    {
        await ApplyAsync("Pat Parent,pat@example.org,Yes,");
        var guardian = (await Rig.Guardians.ListAsync(World.School, Child, None)).Single().Id;
        var link = await Rig.Parents.MakeAsync(World.School, Child, guardian, TimeSpan.FromDays(9), SchoolWorld.Office, None);
        var run = await ApplyAsync("Pat Parent,new@example.org,,");
        Assert.That(await ListAsync(), Is.EqualTo(new[] { ("Pat Parent", "new@example.org", true) }));
        Assert.That((await Rig.Parents.OpenAsync(link!.Token, None)).Standing, Is.EqualTo(LinkStanding.Ended));
        Assert.That(await Rig.Imports.UndoAsync(World.School, run, null, None), Is.EqualTo(UndoResult.Undone));
        Assert.That(await ListAsync(), Is.EqualTo(new[] { ("Pat Parent", "pat@example.org", true) }));
    }

    [Test]
    [Property("Requirement", "C4")]
    public async Task Undo_AfterALinkToTheOtherAddress_EndsIt()
    {
        await ApplyAsync("Pat Parent,pat@example.org,Yes,");
        var guardian = (await Rig.Guardians.ListAsync(World.School, Child, None)).Single().Id;
        var run = await ApplyAsync("Pat Parent,new@example.org,,");
        var link = await Rig.Parents.MakeAsync(World.School, Child, guardian, TimeSpan.FromDays(9), SchoolWorld.Office, None);
        Assert.That(await Rig.Imports.UndoAsync(World.School, run, null, None), Is.EqualTo(UndoResult.Undone));
        Assert.That((await Rig.Parents.OpenAsync(link!.Token, None)).Standing, Is.EqualTo(LinkStanding.Ended), "it went to an address that is no longer theirs");
    }

    [TestCase("pat@example.org)")]
    [TestCase("pat(home)@example.org")]
    [Property("Requirement", "C4")]
    public async Task Import_WithAnAddressNoMailCanGoTo_NotesNone(string address)
    {
        Assert.That((await PreviewAsync($"Pat Parent,{address},Yes,")).Remarks.Select(r => r.Code), Is.EqualTo(new[] { "email-unclear" }));
        await ApplyAsync($"Pat Parent,{address},Yes,");
        Assert.That(await ListAsync(), Is.EqualTo(new[] { ("Pat Parent", "", true) }));
    }

    [Test]
    [Property("Requirement", "C4")]
    public async Task Import_OfWhoIsUsedByNow_CannotBeUndone()
    {
        var run = await ApplyAsync("Pat Parent,,Yes,");
        var guardian = (await Rig.Guardians.ListAsync(World.School, Child, None)).Single().Id;
        await Rig.Register.RefuseAsync(World.School, Child, [SchoolWorld.Website], "form", "", guardian, null, None);
        Assert.That(await Rig.Imports.UndoAsync(World.School, run, null, None), Is.EqualTo(UndoResult.LaterDepends));
    }

    [Test]
    [Property("Requirement", "C4")]
    public async Task Import_SayingNoResponsibilityOrNobodysAddress_LeavesTheRegister()
    {
        await ApplyAsync("Pat Parent,pat@example.org,Yes,");
        var preview = await PreviewAsync("Pat Parent,pat at home,No,");
        Assert.That(preview.Remarks.Select(r => (r.Code, r.Tone)), Is.EquivalentTo(new[] { ("email-unclear", ImportTone.Flag), ("responsibility-on-record", ImportTone.Conflict) }));
        Assert.That(preview.Lines.Where(l => l.Kind is "new-guardian" or "guardian-changed"), Is.Empty);

        await Rig.Guardians.EndAsync(World.School, Child, (await Rig.Guardians.ListAsync(World.School, Child, None)).Single().Id, null, None);
        Assert.That((await PreviewAsync("Pat Parent,pat@example.org,Yes,")).Remarks.Select(r => r.Code), Is.EqualTo(new[] { "guardian-ended" }));
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Import_SayingThatSomebodyWhoRefusedHasResponsibility_TheirNoStandsUntilItIsUndone()
    {
        await ApplyAsync("Pat Parent,,,Gil Guardian");
        var guardians = (await Rig.Guardians.ListAsync(World.School, Child, None)).ToDictionary(g => g.Name, g => g.Id);
        await Rig.Register.RefuseAsync(World.School, Child, [SchoolWorld.Website], "telephone", "", guardians["Pat Parent"], null, None);
        await Rig.Register.GiveAsync(World.School, Child, SchoolWorld.Website, null, "form", "", null, true, SchoolWorld.Office, None);
        Assert.That(await StandingAsync(), Is.EqualTo(Standing.Given));
        var run = await ApplyAsync("Pat Parent,,Yes,Gil Guardian");
        Assert.That(await StandingAsync(), Is.EqualTo(Standing.Refused));
        Assert.That(await Rig.Imports.UndoAsync(World.School, run, null, None), Is.EqualTo(UndoResult.Undone));
        Assert.That(await StandingAsync(), Is.EqualTo(Standing.Given));
    }

    [Test]
    public async Task Import_WithoutContacts_TouchesNobody()
    {
        await Rig.Guardians.AddAsync(World.School, Child, new GuardianEdit("Pat Parent", "pat@example.org", true), null, None);
        var file = new ImportRequest("UPN,Full Name\nC1,Child 1\nC2,Child 2\nC3,Child 3\n"u8.ToArray(), new ImportColumns());
        var preview = await Rig.Imports.PreviewAsync(World.School, file, None);
        await Rig.Imports.ApplyAsync(World.School, file, preview.Token, null, None);
        Assert.That(await ListAsync(), Is.EqualTo(new[] { ("Pat Parent", "pat@example.org", true) }));
    }

    private async Task<Standing> StandingAsync() => await World.InHeadReturnsAsync(async head =>
        (await new Scenes.SceneReader(head.Context, head.Today).ReadRegisterAsync(0, [Child], None)).StandingOf(Child, SchoolWorld.Website));

    private async Task<List<(string Name, string Email, bool Has)>> ListAsync() => [.. (await Rig.Guardians.ListAsync(World.School, Child, None)).Select(g => (g.Name, g.Email, g.HasResponsibility))];

    private static ImportRequest File(string contact) => new(Encoding.UTF8.GetBytes($"{Headings}C1,Child 1,{contact}\nC2,Child 2,,,,\nC3,Child 3,,,,\n"), new ImportColumns());

    private Task<ImportPreview> PreviewAsync(string contact) => Rig.Imports.PreviewAsync(World.School, File(contact), None);

    private async Task<Guid> ApplyAsync(string contact)
    {
        var preview = await PreviewAsync(contact);
        var outcome = await Rig.Imports.ApplyAsync(World.School, File(contact), preview.Token, null, None);
        Assert.That(outcome.Result, Is.EqualTo(ImportResult.Applied));
        return outcome.Run!.Value;
    }
}
