using MediaGuard.Media;
using MediaGuard.Records.Backups;
using MediaGuard.Records.Parents;
using MediaGuard.Records.Publications;
using MediaGuard.Records.Register;
using MediaGuard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Tests;

/// <summary>Copies of the database, what is noted of backups, and what follows a restore.</summary>
public sealed class BackupTests(string provider) : RecordsFixture(provider)
{
    [Test]
    public async Task CopyToAsync_WhileWritten_PutBackIntoAnEmptyDatabase_IsTheSame()
    {
        using var folder = new TempFolder();
        var file = folder.At("copy");
        var photo = await World.ClearedAsync();
        await using (var open = await Rig.Heads.BeginAsync(World.School, None))
        {
            open.Audit("not-committed", "", "", null);
            await open.FlushAsync(None);
            await Rig.Copy.CopyToAsync(file, None); // somebody is in the middle of writing
        }

        await using var empty = await Rig.EmptyAsync(Provider);
        Assert.That(await empty.Copy.IsEmptyAsync(None), Is.True);
        await empty.Copy.PutBackAsync(path => Task.Run(() => File.Copy(file, path)), None);
        Assert.That(await empty.Copy.IsEmptyAsync(None), Is.False);
        await empty.Start.PrepareAsync(None);
        await using var db = empty.Factory.Open(World.School);
        Assert.That(await db.Media.AnyAsync(m => m.Id == photo), Is.True);
        Assert.That(await db.Audit.AnyAsync(a => a.Act == "not-committed"), Is.False);
        Assert.That((await empty.Audit.VerifyAsync(World.School, None)).BrokenAt, Is.Null);
    }

    [Test]
    public async Task WrongAsync_CopyCutOff_IsNamed()
    {
        using var folder = new TempFolder();
        var file = folder.At("copy");
        await Rig.Copy.CopyToAsync(file, None);
        Assert.That(await DatabaseCopy.WrongAsync(Provider, file, None), Is.Null);
        await using (var cut = new FileStream(file, FileMode.Open))
        {
            cut.SetLength(cut.Length / 3);
        }

        Assert.That(await DatabaseCopy.WrongAsync(Provider, file, None), Is.EqualTo("the copy of the database is not whole"));
    }

    [Test]
    public async Task NoteMadeAsync_TheLastOfEachKind_StandsAndIsAudited()
    {
        var begun = (await Rig.Backups.StateAsync(World.School, None)).Select(s => s.Last);
        Assert.That(begun, Is.EqualTo(new BackupNote?[] { null, null }));
        var note = new BackupNote(World.Now, 3, 1000, 100, World.Now, World.Now, "/mnt/books");
        await Rig.Backups.NoteMadeAsync(World.School, ArchiveKind.Books, note, SchoolWorld.Office, None);
        Rig.Clock.Advance(TimeSpan.FromDays(1));
        var next = note with { At = World.Now, Added = 10 };
        await Rig.Backups.NoteMadeAsync(World.School, ArchiveKind.Books, next, SchoolWorld.Office, None);
        var states = await Rig.Backups.StateAsync(World.School, None);
        Assert.That(states.Single(s => s.Kind == ArchiveKind.Books), Is.EqualTo(new BackupState(ArchiveKind.Books, next, World.Now)));
        Assert.That(states.Single(s => s.Kind == ArchiveKind.Keys).Last, Is.Null);

        await Rig.Backups.NoteCheckedAsync(World.School, ArchiveKind.Books, next.At, false, note.At, None);
        Assert.That((await Rig.Backups.StateAsync(World.School, None))[0].Last, Is.EqualTo(next with { VerifiedAt = null, OldestAt = note.At }));
        await using var db = World.Open();
        var audit = await db.Audit.Where(a => a.Act.StartsWith("backup-")).OrderBy(a => a.Sequence).Select(a => new { a.Act, a.Subject, a.Actor }).ToListAsync(None);
        Assert.That(audit.Select(a => (a.Act, a.Subject, a.Actor)), Is.EqualTo(new (string, string, UserId?)[]
        {
            ("backup-made", "books", SchoolWorld.Office), ("backup-made", "books", SchoolWorld.Office), ("backup-checked", "books", null),
        }));
        Assert.That(await db.Audit.AnyAsync(a => a.Detail.Contains("/mnt")), Is.False, "no path in the log");
    }

    [Test]
    public async Task NoteRestoredAsync_NothingPassesUntilTheRegisterIsConfirmed_AndWhatIsOutStays()
    {
        var (waits, isOut) = (await World.ClearedAsync(), await World.ClearedAsync());
        var release = (await World.PassAsync(isOut)).Clearance!.Release;
        await Rig.Releases.SaveReleasedAsync(World.School, release, "", None);
        var session = await Rig.Access.StartAsync(World.School, SchoolWorld.Office, false, "", None);
        var taken = World.Now - TimeSpan.FromHours(3);
        await Rig.Backups.NoteRestoredAsync(World.School, taken, None);

        Assert.That((await World.PassAsync(waits)).Clearance, Is.Null);
        await World.DecideAsync(waits, isOut);
        Assert.That((await World.VerdictsAsync(waits)).Single(v => v.IsCurrent).Reasons, Does.Contain(nameof(ReasonCode.BooksRestored)));
        Assert.That((await World.ReleasesAsync(isOut)).Single().State, Is.EqualTo(ReleaseState.Released), "time passed, nobody took anything back");
        var age = await Rig.RegisterViews.AgeAsync(World.School, None);
        Assert.That((age.RestoredTo, age.IsStale), Is.EqualTo(((Instant?)taken, true)));
        Assert.That((await Rig.LeadViews.StateAsync(World.School, None)).Register.RestoredTo, Is.EqualTo(taken));
        Assert.That(await Rig.Access.SessionsAsync(World.School, SchoolWorld.Office, None), Is.Empty, $"{session} is ended: who was shut out since must not be in");

        await Rig.Register.ConfirmAsync(World.School, SchoolWorld.Office, None);
        Assert.That((await Rig.RegisterViews.AgeAsync(World.School, None)).RestoredTo, Is.Null);
        Assert.That(await Rig.Heads.AnyDueAgainAsync(World.School, None), Is.True, "everything is decided again");
        await World.DecideAsync(waits, isOut);
        Assert.That((await World.PassAsync(waits)).Clearance, Is.Not.Null);
    }

    [Test]
    public async Task NoteRestoredAsync_LinksAndTokensThatMayHaveEndedSince_OpenNothing()
    {
        var child = World.Children[0];
        var guardian = (await Rig.Guardians.AddAsync(World.School, child, new GuardianEdit("Pat", "pat@example.org", true), SchoolWorld.Office, None))!.Value;
        var link = (await Rig.Parents.MakeAsync(World.School, child, guardian, TimeSpan.FromDays(9), SchoolWorld.Office, None))!;
        var token = await Rig.Tokens.MakeAsync(World.School, "CMS", World.Now + TimeSpan.FromDays(9), SchoolWorld.Office, None);
        var other = await SchoolWorld.MakeAsync(Rig);
        var untouched = await Rig.Tokens.MakeAsync(other.School, "CMS", World.Now + TimeSpan.FromDays(9), SchoolWorld.Office, None);
        await Rig.Backups.NoteRestoredAsync(World.School, World.Now - TimeSpan.FromHours(3), None);
        Assert.That((await Rig.Parents.OpenAsync(link.Token, None)).Standing, Is.EqualTo(LinkStanding.Ended));
        Assert.That((await Rig.Tokens.OpenAsync(token.Token, None)).Standing, Is.EqualTo(TokenStanding.Revoked));
        Assert.That((await Rig.Tokens.OpenAsync(untouched.Token, None)).Standing, Is.EqualTo(TokenStanding.Open));
        Assert.That(await Rig.Parents.LinksAsync(World.School, child, None), Is.Empty);
    }
}
