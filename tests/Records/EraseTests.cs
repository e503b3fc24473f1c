using System.Collections;
using System.Text;
using MediaGuard.Consent.Biometrics;
using MediaGuard.Consent.Register;
using MediaGuard.Ingest.Names;
using MediaGuard.Media;
using MediaGuard.Records.Parents;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Register;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Views;
using Microsoft.EntityFrameworkCore;
using static MediaGuard.Records.Tests.SchoolWorld;

namespace MediaGuard.Records.Tests;

/// <summary>Erasing a person: everything out comes back, nothing in the database leads to them, and the log is still whole.</summary>
public sealed class EraseTests(string provider) : RecordsFixture(provider)
{
    private const string Canary = "zyxquilla";

    private PersonId Child => World.Children[0];

    [Test]
    [Property("Requirement", "C5")]
    public async Task Erase_OfAChildWhoIsOut_RecallsAndLeavesNoTraceOfTheName()
    {
        var media = await World.ClearedAsync();
        await World.PassAsync(media);
        var link = await FillAsync(media);
        Assert.That(await FoundAsync(), Is.SupersetOf(new[] { "PersonRow.FullName", "GuardianRow.Name", "GuardianRow.Email", "ConsentRow.Evidence", "ProtectionRow.Reason", "FoundNameRow.Text", "ImportStepRow.FullName", "ImportDraftRow.Bytes", "MediaRow.SourcePath" }), "the search finds what is there");

        Assert.That(await Rig.Register.EraseAsync(World.School, Child, Office, None), Is.True);
        Assert.That(await FoundAsync(), Is.Empty);
        Assert.That((await World.ReleasesAsync(media)).Single().State, Is.EqualTo(ReleaseState.Recalling));
        Assert.That((await Rig.Audit.VerifyAsync(World.School, None)).BrokenAt, Is.Null);
        Assert.That((await Rig.Parents.OpenAsync(link, None)).Standing, Is.EqualTo(LinkStanding.Ended));
        await using var db = World.Open();
        Assert.That(await db.Templates.AnyAsync(t => t.PersonId == Child, None), Is.False);
        Assert.That(await db.NameHints.AnyAsync(h => h.PersonId == Child, None), Is.True, "that a file names this id stays, and leads to nobody");
        Assert.That(await db.Consents.CountAsync(c => c.PersonId == Child, None), Is.GreaterThan(4), "what was said stays under the id");
        Assert.That(await db.Audit.SingleAsync(a => a.Act == "person-erased", None), Has.Property(nameof(AuditRow.Subject)).EqualTo(Child.ToString()));
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Erase_AfterIt_TheIdIsRefusedEverywhereAndFoundNowhere()
    {
        var media = await World.ClearedAsync();
        await Rig.Register.EraseAsync(World.School, Child, Office, None);
        Assert.That(await Rig.Register.EraseAsync(World.School, Child, Office, None), Is.False, "once");
        Assert.That(await World.QueueAsync(media), Is.Empty);
        Assert.That(await Rig.RegisterViews.PersonAsync(World.School, Child, Reader.Lead, None), Is.Null);
        Assert.That((await Rig.RegisterViews.PeopleAsync(World.School, null, null, true, None)).Select(p => p.Id), Does.Not.Contain(Child));
        Assert.That((await Rig.RegisterViews.PeopleAsync(World.School, "erased", null, true, None)), Is.Empty);
        Assert.That(await Rig.Register.GiveAsync(World.School, Child, Seesaw, null, "form", "", true, Office, None), Is.EqualTo(GiveResult.NoSuchPerson));
        Assert.That((await Rig.Names.ReadAsync(World.School, None)).People.Select(p => p.Id), Does.Not.Contain(Child));
        Rig.Clock.Advance(TimeSpan.FromDays(1));
        Assert.That((await Rig.Views.PeopleAsync(World.School, World.Group, None)).Select(p => p.Id), Does.Not.Contain(Child));
    }

    [Test]
    [Property("Requirement", "C5")]
    [Property("Requirement", "C7")]
    public async Task Erase_OfAChildTheFileNames_ClearsNothingWhereNoFaceSuffices()
    {
        await Rig.Policies.ApplyAsync(World.School, 1, [new ChannelEdit("seesaw", ["seesaw"], true, false, 0)], Office, None);
        await World.RecordAsync(Child, Seesaw, ConsentAnswer.Refused);
        var media = await NamingAsync();
        await World.SayAsync(Say(AttestationKind.NobodyFromOutside, media));
        Assert.That(await World.VerdictAsync(media), Is.Not.EqualTo(Verdict.Cleared), "the file names a child whose family refuses");

        await Rig.Register.EraseAsync(World.School, Child, Office, None);
        await World.DecideAsync(media);
        Assert.That(await World.VerdictAsync(media), Is.Not.EqualTo(Verdict.Cleared));
        Assert.That(await World.QueueAsync(media), Is.Empty);
    }

    [Test]
    [Property("Requirement", "C5")]
    [Property("Requirement", "C7")]
    public async Task Erase_OfAChildTheFileNamesAndSomebodySaidAbsent_StillHolds()
    {
        var media = await NamingAsync();
        await World.SayAsync(Say(AttestationKind.NobodyFromOutside, media), Say(AttestationKind.Absent, media) with { Person = Child });
        Assert.That(await World.VerdictAsync(media), Is.EqualTo(Verdict.Held));

        await Rig.Register.EraseAsync(World.School, Child, Office, None);
        await World.DecideAsync(media);
        Assert.That(await World.VerdictAsync(media), Is.EqualTo(Verdict.Held));
        Assert.That((await World.VerdictsAsync(media)).Single(v => v.IsCurrent).Reasons, Does.Contain($"{ReasonCode.NameHint}:p={Child}"));
    }

    /// <summary>A photo without a face whose file name is the child's.</summary>
    private async Task<MediaId> NamingAsync()
    {
        var media = await World.SeenAsync();
        await World.InHeadAsync(head =>
        {
            head.Context.NameHints.Add(new NameHintRow { SchoolId = World.School, MediaId = media, PersonId = Child, Field = NameField.FileName, Sureness = Sureness.Full });
            return Task.CompletedTask;
        });
        await World.FirstDecisionAsync(media);
        return media;
    }

    /// <summary>The name wherever a name can be.</summary>
    private async Task<string> FillAsync(MediaId media)
    {
        await Rig.Register.EditPersonAsync(World.School, Child, new PersonEdit("pupil", "Child One", "One", "Zyxquilla-1", 3, null, null), Office, None);
        var file = new ImportRequest("UPN,Full Name\nZYXQUILLA-1,Zyxquilla Vantongeren\n"u8.ToArray(), new ImportColumns());
        var preview = await Rig.Imports.PreviewAsync(World.School, file, None);
        Assert.That((await Rig.Imports.ApplyAsync(World.School, file, preview.Token, Office, None)).Result, Is.EqualTo(ImportResult.Applied));
        await Rig.Imports.KeepDraftAsync(World.School, file, Office, None);
        var guardian = (await Rig.Guardians.AddAsync(World.School, Child, new GuardianEdit("Gundula Zyxquilla", "zyxquilla@example.org", true), Office, None))!.Value;
        var link = (await Rig.Parents.MakeAsync(World.School, Child, guardian, TimeSpan.FromDays(9), Office, None))!;
        await Rig.Register.GiveAsync(World.School, Child, Seesaw, null, "form", "Zyxquilla's drawer", guardian, true, Office, None);
        await Rig.Register.ProtectAsync(World.School, World.Children[1], "not hers", Office, None);
        await World.InHeadAsync(async head =>
        {
            var db = head.Context;
            db.Protections.Add(new ProtectionRow { SchoolId = World.School, Id = Guid.CreateVersion7(), PersonId = Child, Reason = "Zyxquilla's order", SetAt = head.Now });
            db.Templates.Add(new TemplateRow { SchoolId = World.School, PersonId = Child, Sealed = [1, 2, 3] });
            db.NameHints.Add(new NameHintRow { SchoolId = World.School, MediaId = media, PersonId = Child, Field = NameField.FileName, Sureness = Sureness.Full });
            db.FoundNames.Add(new FoundNameRow { SchoolId = World.School, Id = Guid.CreateVersion7(), MediaId = media, Field = "XMP dc:title", Text = "Zyxquilla at the pond" });
            await db.ImportSteps.ExecuteUpdateAsync(set => set.SetProperty(s => s.FullName, "Zyxquilla Before"), None);
            await db.Media.Where(m => m.Id == media).ExecuteUpdateAsync(set => set.SetProperty(m => m.SourcePath, "Willow Class/Zyxquilla.jpg").SetProperty(m => m.SourceState, SourceState.Removed), None);
        });
        return link.Token;
    }

    /// <summary>Every column of every table in which the canary stands.</summary>
    private async Task<List<string>> FoundAsync()
    {
        await using var db = World.Open();
        var found = new List<string>();
        foreach (var type in db.Model.GetEntityTypes().Where(t => t.ClrType.Namespace == typeof(PersonRow).Namespace))
        {
            var rows = (IEnumerable)typeof(EraseTests).GetMethod(nameof(Rows), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(type.ClrType).Invoke(null, [db])!;
            foreach (var row in rows)
            {
                found.AddRange(type.ClrType.GetProperties().Where(p => Holds(p.GetValue(row))).Select(p => $"{type.ClrType.Name}.{p.Name}"));
            }
        }

        return [.. found.Distinct()];
    }

    private static List<T> Rows<T>(RecordsContext db)
        where T : class => [.. db.Set<T>().AsNoTracking()];

    private static bool Holds(object? value) => value switch
    {
        string text => text.Contains(Canary, StringComparison.OrdinalIgnoreCase),
        byte[] bytes => Encoding.UTF8.GetString(bytes).Contains(Canary, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
