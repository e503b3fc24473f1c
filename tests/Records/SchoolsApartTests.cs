using System.Reflection;
using MediaGuard.Consent.Register;
using MediaGuard.Ingest.Vault;
using MediaGuard.Media;
using MediaGuard.Publisher.Clearances;
using MediaGuard.Records.Devices;
using MediaGuard.Records.Register;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Views;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MediaGuard.Records.Tests;

public sealed class SchoolsApartTests(string provider) : RecordsFixture(provider)
{
    [Test]
    public void Model_EveryRow_IsKeyedAndFilteredBySchool()
    {
        using var db = World.Open();
        var rows = Rows(db).ToList();
        Assert.That(rows, Has.Count.GreaterThanOrEqualTo(22));
        Assert.That(typeof(SchoolRow).Assembly.GetTypes().Where(t => t.Namespace == typeof(SchoolRow).Namespace && t.Name.EndsWith("Row", StringComparison.Ordinal)).Select(t => t.Name), Is.EquivalentTo(rows.Select(r => r.ClrType.Name)));
        foreach (var row in rows)
        {
            Assert.That(row.FindPrimaryKey()!.Properties[0].ClrType, Is.EqualTo(typeof(SchoolId)), row.ClrType.Name);
            Assert.That(row.GetDeclaredQueryFilters(), Is.Not.Empty, row.ClrType.Name);
        }
    }

    [Test]
    public async Task Queries_OfAnotherSchool_SeeNothing()
    {
        var photo = await FillAsync();
        var other = await SchoolWorld.MakeAsync(Rig);
        await using var own = World.Open();
        await using var theirs = other.Open();
        await using var nobody = Rig.Factory.Open(default);
        foreach (var row in Rows(own).ToList())
        {
            var count = typeof(SchoolsApartTests).GetMethod(nameof(SchoolsAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(row.ClrType);
            var schools = await (Task<List<SchoolId>>)count.Invoke(null, [own])!;
            Assert.That(schools, Is.Not.Empty, $"nothing of {row.ClrType.Name} was made");
            Assert.That(schools.Distinct(), Is.EqualTo(new[] { World.School }), row.ClrType.Name);
            Assert.That(await (Task<List<SchoolId>>)count.Invoke(null, [theirs])!, Has.None.EqualTo(World.School), row.ClrType.Name);
            Assert.That(await (Task<List<SchoolId>>)count.Invoke(null, [nobody])!, Is.Empty, row.ClrType.Name);
        }

        Assert.That((await own.Media.SingleAsync(m => m.Id == photo, None)).Id, Is.EqualTo(photo));
    }

    [Test]
    public async Task Services_AskedByAnotherSchool_KnowNothing()
    {
        var photo = await FillAsync();
        var sha = (await World.RowAsync(photo)).Sha256!;
        var release = (await World.ReleasesAsync(photo))[0].Id;
        var other = await SchoolWorld.MakeAsync(Rig);
        var b = other.School;
        Assert.That(await Rig.Items.LoadAsync(b, photo, None), Is.Null);
        Assert.That(await Rig.Items.TryLeaseAsync(b, photo, "one", SchoolWorld.Minute, 0, None), Is.Null);
        Assert.That(await Rig.Items.TakeDueAsync(b, 10, default, None), Is.Empty);
        Assert.That(await Rig.Items.TrafficAsync(b, default, None), Is.EqualTo(new Items.Traffic(0, 0, 0)));
        Assert.That(await Rig.Items.LookAgainAsync(b, None), Is.Zero);
        var stray = new VaultObject(b, VaultKind.Original, photo.Value);
        Assert.That(await Rig.Items.FindOrphansAsync(b, [stray], None), Is.EqualTo(new[] { stray }));
        Assert.That(await Rig.Releases.TakeDueAsync(b, [ChannelId.Seesaw, ChannelId.Website], 10, default, None), Is.Empty);
        Assert.That(await Rig.Releases.TakeRecallsAsync(b, 10, default, None), Is.Empty);
        Assert.That(async () => await Rig.Releases.SaveReleasedAsync(b, release, "seen", None), Throws.InvalidOperationException);
        Assert.That((await Rig.Releases.DeliveryAsync(b, photo, ChannelId.Seesaw, None))!.Subfolder, Is.EqualTo("all"));
        Assert.That(await Rig.Posts.TakenAsync(b, release, SchoolWorld.Teacher, None), Is.False);
        Assert.That(await Rig.Posts.OfAsync(b, [photo], ChannelId.Seesaw, None), Is.Empty);
        Assert.That(await Rig.Posts.PostedAsync(b, (await World.RowAsync(photo)).GroupId!.Value, [release], true, SchoolWorld.Teacher, None), Is.Zero);
        Assert.That(await Rig.Schools.RecallSettingAsync(b, "demo", None), Is.Null);
        Assert.That((await other.PassAsync(photo)).Answer, Is.EqualTo(GateAnswer.NotThere));
        Assert.That(await Rig.Views.DetailAsync(b, photo, Reader.Office, None), Is.Null);
        Assert.That(await Rig.Views.PlaceAsync(b, photo, None), Is.Null);
        Assert.That(await Rig.Views.PhotosAsync(b, [photo], Reader.Office, None), Is.Empty);
        Assert.That(await Rig.Views.DayAsync(b, null, World.Today, Reader.Office, None), Is.Empty);
        Assert.That(await Rig.Views.HeldAsync(b, None), Is.Empty);
        Assert.That(await Rig.LookViews.WaitingAsync(b, SchoolWorld.Office, true, None), Is.Empty);
        Assert.That(await Rig.Views.PeopleAsync(b, World.Group, None), Is.Empty);
        Assert.That(await Rig.Matching.GroundAsync(b, photo, None), Is.Null);
        Assert.That(await Rig.Matching.PersonAsync(b, World.Children[1], None), Is.Null);
        Assert.That((await Rig.Matching.StateAsync(b, None)).Choice.IsOn, Is.False);
        Assert.That(await Rig.RegisterViews.PersonAsync(b, World.Children[0], Reader.Lead, None), Is.Null);
        Assert.That(await Rig.RegisterViews.FindAsync(b, "K1", None), Is.Null);
        Assert.That(await Rig.RegisterViews.RunsAsync(b, 5, None), Is.Empty);
        Assert.That(await Rig.RegisterViews.ProtectedAsync(b, Reader.Lead, None), Is.Empty);
        var (device, incident) = ((await Rig.Devices.ListAsync(World.School, None))[0].Id, (await Rig.Incidents.ListAsync(World.School, true, None))[0].Id);
        Assert.That(await Rig.Devices.ListAsync(b, None), Is.Empty);
        Assert.That(await Rig.Devices.FindAsync(b, device, None), Is.Null);
        Assert.That((await Rig.Devices.LoseAsync(b, device, null, None)).IsSaved, Is.False);
        Assert.That(await Rig.Incidents.ListAsync(b, true, None), Is.Empty);
        Assert.That(await Rig.Incidents.FindAsync(b, incident, None), Is.Null);
        Assert.That(await Rig.Incidents.NoteAsync(b, incident, "x", SchoolWorld.Office, None), Is.EqualTo(Incidents.IncidentResult.NotThere));
        Assert.That(await Rig.Seals.ListAsync(b, None), Is.Empty);
        Assert.That(await other.TrySealAsync(photo), Is.EqualTo(Seals.SealOutcome.NotThere));
        Assert.That(await Rig.Register.RefuseAsync(b, World.Children[0], [SchoolWorld.Seesaw], "form", "", null, None), Is.Null);
        Assert.That(await Rig.Register.ProtectAsync(b, World.Children[0], "x", SchoolWorld.Office, None), Is.False);
        Assert.That(await Rig.Access.SessionsAsync(b, SchoolWorld.Office, None), Is.Empty);
        Assert.That((await Rig.Access.AgreementAsync(b, None)).Number, Is.Zero);
        Assert.That(await Rig.Access.OldPasswordsAsync(b, SchoolWorld.Office, 9, None), Is.Empty);
        var guardian = (await Rig.Guardians.ListAsync(World.School, World.Children[2], None))[0].Id;
        var request = (await Rig.Requests.WaitingAsync(World.School, None)).Single().Id;
        Assert.That(await Rig.Guardians.ListAsync(b, World.Children[2], None), Is.Empty);
        Assert.That(await Rig.Guardians.EndAsync(b, World.Children[2], guardian, null, None), Is.False);
        Assert.That(await Rig.Parents.MakeAsync(b, World.Children[2], guardian, TimeSpan.FromDays(1), SchoolWorld.Office, None), Is.Null);
        Assert.That(await Rig.Parents.EndAsync(b, World.Children[2], guardian, SchoolWorld.Office, None), Is.False);
        Assert.That(await Rig.Requests.WaitingAsync(b, None), Is.Empty);
        Assert.That(await Rig.Requests.ConfirmAsync(b, request, true, SchoolWorld.Office, None), Is.Null);
        Assert.That(await Rig.Register.EraseAsync(b, World.Children[0], null, None), Is.False);
        Assert.That(await Rig.Groups.JoinAsync(b, World.Children[0], World.Group, World.Today, null, null, None), Is.EqualTo(JoinResult.NotThere));
        Assert.That(await Rig.RegisterViews.ProtectedWaitingAsync(b, Reader.Lead, None), Is.Empty);
        await other.InHeadAsync(async head =>
        {
            Assert.That(await head.LoadGroundAsync(photo, None), Is.Null);
            Assert.That(await head.FindSameAsync(MediaId.New(), [.. sha], None), Is.Null);
            Assert.That(await head.IsTombstonedAsync([1, 2, 3], None), Is.False);
            await head.RetractAsync(SchoolWorld.Office, photo, AttestationKind.NobodyFromOutside, null, null, null, None);
        });
        Assert.That((await World.SceneAsync(photo)).NobodyFromOutside, Is.True);
    }

    private static IEnumerable<IEntityType> Rows(RecordsContext db) => db.Model.GetEntityTypes().Where(t => t.ClrType.Namespace == typeof(SchoolRow).Namespace);

    private static async Task<List<SchoolId>> SchoolsAsync<T>(RecordsContext db)
        where T : class
    {
        var rows = await db.Set<T>().AsNoTracking().ToListAsync(None);
        var property = typeof(T).GetProperty("SchoolId") ?? typeof(T).GetProperty("Id")!;
        return [.. rows.Select(r => (SchoolId)property.GetValue(r)!)];
    }

    /// <summary>Something in every table.</summary>
    private async Task<MediaId> FillAsync()
    {
        var photo = await World.DecidedAsync(1);
        await World.SayAsync(SchoolWorld.Say(AttestationKind.NobodyFromOutside, photo));
        var passed = await World.PassAsync(photo);
        Assert.That(passed.Answer, Is.EqualTo(GateAnswer.Passed));
        await Rig.Posts.TakenAsync(World.School, passed.Clearance!.Release, SchoolWorld.Teacher, None);
        await World.RecordAsync(World.Children[0], SchoolWorld.Seesaw, ConsentAnswer.Withdrawn, affected: photo);
        var cleared = await World.DecidedAsync();
        await World.SayAsync(
            SchoolWorld.Say(AttestationKind.NobodyFromOutside, cleared),
            SchoolWorld.Say(AttestationKind.Absent, cleared) with { Person = World.Children[0] });
        await World.InHeadAsync(head =>
        {
            head.AddDevice(new NewDevice("Trolley", "Apple", "iPad (9th generation)", "S1", World.Group, World.Today), SchoolWorld.Office);
            head.LetTeach(SchoolWorld.Teacher, World.Group);
            head.Remember("demo", "made");
            var batch = Guid.CreateVersion7();
            head.Context.Batches.Add(new BatchRow { SchoolId = World.School, Id = batch, GroupId = World.Group, Channel = "seesaw", By = SchoolWorld.Teacher, State = BatchState.Waiting });
            head.Context.BatchItems.Add(new BatchItemRow { SchoolId = World.School, BatchId = batch, MediaId = photo, Look = LookState.Waiting });
            head.Context.Tombstones.Add(new TombstoneRow { SchoolId = World.School, Mac = [1, 2, 3], At = head.Now, Reason = ReasonCode.Deleted });
            return Task.CompletedTask;
        });

        await Rig.Access.StartAsync(World.School, SchoolWorld.Office, isRemote: false, "Firefox on Linux", None);
        await Rig.Access.PublishAgreementAsync(World.School, "Be careful.", SchoolWorld.Office, None);
        await Rig.Access.SignAsync(World.School, SchoolWorld.Office, 1, None);
        await Rig.Access.RememberPasswordAsync(World.School, SchoolWorld.Office, "a hash", None);

        // an import renames a child, a visitor is protected, and a file waits
        foreach (var (child, n) in World.Children.Select((c, i) => (c, i)))
        {
            await Rig.Register.EditPersonAsync(World.School, child, new PersonEdit("pupil", $"Child {n}", "C", $"K{n}", null, null, null), null, None);
        }

        var file = new ImportRequest("UPN,Full Name\nK0,Child 0\nK1,Child One\nK2,Child 2\n"u8.ToArray(), new ImportColumns());
        var preview = await Rig.Imports.PreviewAsync(World.School, file, None);
        Assert.That((await Rig.Imports.ApplyAsync(World.School, file, preview.Token, null, None)).Result, Is.EqualTo(ImportResult.Applied));
        var (_, visitor) = await Rig.Register.AddPersonAsync(World.School, new PersonEdit("visitor", "Val Guest", "Val", "", null, null, null), null, None);
        await Rig.Register.ProtectAsync(World.School, visitor, "court order", SchoolWorld.Office, None);
        await Rig.Imports.KeepDraftAsync(World.School, file, SchoolWorld.Office, None);

        // a device is lent and lost, an incident followed up, a picture sealed, another looked at
        var device = (await Rig.Devices.ListAsync(World.School, None))[0].Id;
        Assert.That((await Rig.Devices.LendAsync(World.School, device, new NewLoan(visitor, World.Today, null, "1", World.Today), null, None)).IsSaved, Is.True);
        Assert.That(await World.TrySealAsync(await World.ClearedAsync()), Is.EqualTo(Seals.SealOutcome.Sealed));
        var incident = (await Rig.Incidents.ListAsync(World.School, false, None))[0].Id;
        await Rig.Incidents.NoteAsync(World.School, incident, "noted", SchoolWorld.Office, None);
        await Rig.Incidents.AffectAsync(World.School, incident, [World.Children[0]], SchoolWorld.Office, None);
        await World.InHeadAsync(head =>
        {
            head.Context.HandOuts.Add(new HandOutRow { SchoolId = World.School, Id = Guid.CreateVersion7(), ReleaseId = ReleaseId.New(), Channel = "website" });
            head.Context.UsedAt.Add(new UsedAtRow { SchoolId = World.School, Id = Guid.CreateVersion7(), MediaId = photo, Channel = "website", Address = "https://school.example/" });
            head.Context.Captions.Add(new CaptionRow { SchoolId = World.School, MediaId = photo, Channel = "website", Text = "A day out" });
            head.Context.Views.Add(new ViewRow { SchoolId = World.School, Id = Guid.CreateVersion7(), MediaId = photo, Size = "view", At = head.Now });
            return Task.CompletedTask;
        });
        await Rig.Tokens.MakeAsync(World.School, "CMS", World.Now + TimeSpan.FromDays(9), SchoolWorld.Office, None);
        var parent = (await Rig.Guardians.AddAsync(World.School, World.Children[2], new GuardianEdit("Pat Parent", "", true), null, None))!.Value;
        await Rig.Register.RefuseAsync(World.School, World.Children[2], [SchoolWorld.Website], "form", "", parent, null, None);
        var link = await Rig.Parents.MakeAsync(World.School, World.Children[2], parent, TimeSpan.FromDays(9), SchoolWorld.Office, None);
        await Rig.Parents.AskAsync((await Rig.Parents.OpenAsync(link!.Token, None)).Visit!, SchoolWorld.Website, None);

        // last: a change of the register destroys templates that have no ground
        await World.InHeadAsync(head =>
        {
            head.Context.MatchingChoices.Add(new MatchingChoiceRow { SchoolId = World.School, Sequence = 1, IsOn = true });
            head.Context.Guardians.Add(new GuardianRow { SchoolId = World.School, Id = Guid.CreateVersion7(), PersonId = World.Children[1] });
            head.Context.Templates.Add(new TemplateRow { SchoolId = World.School, PersonId = World.Children[1], Sealed = [1, 2, 3] });
            head.Context.References.Add(new ReferenceRow { SchoolId = World.School, Id = Guid.CreateVersion7(), PersonId = World.Children[1] });
            return Task.CompletedTask;
        });
        return photo;
    }
}
