using System.Collections.Immutable;
using System.Text;
using MediaGuard.Consent.Biometrics;
using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Matching;
using MediaGuard.Records.Register;
using MediaGuard.Records.Scenes;
using MediaGuard.Tests.Support;
using MediaGuard.Vision.Matching;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Tests;

public sealed partial class MatchingTests(string provider) : RecordsFixture(provider)
{
    private static readonly MatchingChoice On = new(true, new DateOnly(2026, 5, 1), "DPIA 7", "Jo Lead", false, null);

    [Test]
    [Property("Requirement", "L3")]
    public async Task ChooseMatchingAsync_SomethingMissing_ChangesNothingAndSaysWhat()
    {
        var gaps = await InHeadAsync(head => head.ChooseMatchingAsync(On with { Reference = "", LeadName = null }, SchoolWorld.Office, None));
        Assert.That(gaps, Is.EqualTo(new[] { MatchingGap.AssessmentReference, MatchingGap.LeadName }));
        Assert.That((await Rig.Matching.StateAsync(World.School, None)).Choice.IsOn, Is.False);
        Assert.That(await ActsAsync("matching-on"), Is.Zero);
    }

    [Test]
    public async Task ChooseMatchingAsync_OnAndOff_LastOneHoldsAndBothAreAuditedWithoutNames()
    {
        await InHeadAsync(head => head.ChooseMatchingAsync(On, SchoolWorld.Office, None));
        var state = await Rig.Matching.StateAsync(World.School, None);
        Assert.That((state.Choice.IsOn, state.Choice.Reference, state.Choice.LeadName), Is.EqualTo((true, "DPIA 7", "Jo Lead")));
        Assert.That(state.Groups.Single().IsOn, Is.False, "a group is switched on apart");

        await InHeadAsync(head => head.ChooseMatchingAsync(On with { IsOn = false }, SchoolWorld.Office, None));
        Assert.That((await Rig.Matching.StateAsync(World.School, None)).Choice.IsOn, Is.False);
        Assert.That((await ActsAsync("matching-on"), await ActsAsync("matching-off")), Is.EqualTo((1, 1)));
        await using var db = World.Open();
        Assert.That(await db.Audit.Where(a => a.Act.StartsWith("matching")).Select(a => a.Detail + a.Subject).ToListAsync(None), Has.None.Contains("Jo"));
    }

    [Test]
    public async Task ChooseGroupMatchingAsync_SchoolIsOff_IsRefused()
    {
        Assert.That(await InHeadAsync(head => head.ChooseGroupMatchingAsync(World.Group, true, SchoolWorld.Office, None)), Is.False);
        Assert.That(await InHeadAsync(head => head.ChooseGroupMatchingAsync(GroupId.New(), false, SchoolWorld.Office, None)), Is.False);
    }

    [Test]
    [Property("Requirement", "L1")]
    public async Task GroundAsync_OneOfThePoolLacksSomething_IsNullUntilAdviceIsRecorded()
    {
        await SwitchOnAsync();
        var photo = await World.NewAsync();
        foreach (var child in World.Children.Skip(1))
        {
            await PermitAsync(child);
        }

        Assert.That(await Rig.Matching.GroundAsync(World.School, photo, None), Is.Null);
        await InHeadAsync(head => head.ChooseMatchingAsync(On with { Advice = new LegalAdvice(new DateOnly(2026, 6, 1), "counsel 3", "A. Counsel") }, SchoolWorld.Office, None));
        Assert.That(await Rig.Matching.GroundAsync(World.School, photo, None), Is.Empty);
        await InHeadAsync(head => head.ChooseMatchingAsync(On, SchoolWorld.Office, None));
        await PermitAsync(World.Children[0]);
        Assert.That(await Rig.Matching.GroundAsync(World.School, photo, None), Is.Empty);

        await InHeadAsync(head => head.ChooseGroupMatchingAsync(World.Group, false, SchoolWorld.Office, None));
        Assert.That(await Rig.Matching.GroundAsync(World.School, photo, None), Is.Null);
        await InHeadAsync(head => head.ChooseGroupMatchingAsync(World.Group, true, SchoolWorld.Office, None));
        Assert.That(await Rig.Matching.GroundAsync(World.School, await World.NewAsync("Nobody's Class"), None), Is.Null, "no group, no pool");
        await InHeadAsync(head => head.ChooseMatchingAsync(On with { IsOn = false }, SchoolWorld.Office, None));
        Assert.That(await Rig.Matching.GroundAsync(World.School, photo, None), Is.Null);
    }

    [Test]
    public async Task EnrolAsync_EverythingOnRecord_GivesTheTemplateBackAndOfTheClassFirst()
    {
        await SwitchOnAsync();
        await PermitAllAsync();
        var outsider = PersonId.New();
        await InHeadAsync(head =>
        {
            outsider = head.AddPerson(new NewPerson(PersonKind.Staff, "Ms Elsewhere", "Ms E"), SchoolWorld.Office);
            head.RecordConsent(outsider, BiometricPerson.Purpose, ConsentAnswer.Given, head.Today, null, "form", "drawer 4", SchoolWorld.Office);
            return Task.FromResult(true);
        });
        Assert.That(await EnrolAsync(World.Children[0], Face(3)), Is.True);
        Assert.That(await EnrolAsync(outsider, Face(4)), Is.True);

        var ground = await Rig.Matching.GroundAsync(World.School, await World.NewAsync(), None);
        Assert.That(ground!.Select(e => (e.Person, e.IsInPool)), Is.EquivalentTo(new[] { (World.Children[0], true), (outsider, false) }));
        Assert.That(ground!.Single(e => e.IsInPool).Template.Similarity(Face(3)), Is.EqualTo(1).Within(1e-6));
    }

    [TestCase("consent")]
    [TestCase("notified")]
    [TestCase("off")]
    [Property("Requirement", "L1")]
    public async Task EnrolAsync_SomethingMissing_StoresNothing(string missing)
    {
        await SwitchOnAsync();
        await PermitAllAsync(told: missing != "notified", consents: missing != "consent");
        if (missing == "off")
        {
            await InHeadAsync(head => head.ChooseMatchingAsync(On with { IsOn = false }, SchoolWorld.Office, None));
        }

        Assert.That(await EnrolAsync(World.Children[0], Face(3)), Is.False);
        Assert.That(await TemplatesAsync(), Is.Zero);
        Assert.That(KeyFiles(World.Children[0]), Is.Empty);
    }

    [TestCase("form", "drawer 2", true)]
    [TestCase("telephone", "drawer 2", false)]
    [TestCase("form", "", false)]
    [Property("Requirement", "L1")]
    public async Task EnrolmentGapsAsync_HowConsentWasGiven_MustBeInWriting(string how, string evidence, bool isEnough)
    {
        var guardians = await PermitAllAsync(consents: false);
        await ConsentAsync(how, evidence, guardians[World.Children[0]]);
        Assert.That(await GapsAsync(), Is.EqualTo(isEnough ? [] : new[] { EnrolmentGap.ConsentNotWritten }));
    }

    [Test]
    [Property("Requirement", "L1")]
    public async Task EnrolmentGapsAsync_ByWhomConsentWasGiven_MustBeOneParentOfThisPupil()
    {
        var guardians = await PermitAllAsync(consents: false);
        await ConsentAsync("form", "drawer 2", null);
        Assert.That(await GapsAsync(), Is.EqualTo(new[] { EnrolmentGap.ConsentNotByParent }));
        await ConsentAsync("form", "drawer 2", guardians[World.Children[1]]);
        Assert.That(await GapsAsync(), Is.EqualTo(new[] { EnrolmentGap.ConsentNotByParent }), "another child's");
        var aunt = await InHeadAsync(head => Task.FromResult(head.AddGuardian(World.Children[0], "An aunt", head.Today, SchoolWorld.Office, hasResponsibility: false)));
        await ConsentAsync("form", "drawer 2", aunt);
        Assert.That(await GapsAsync(), Is.EqualTo(new[] { EnrolmentGap.ConsentNotByParent }), "somebody without parental responsibility");
        await ConsentAsync("form", "drawer 2", guardians[World.Children[0]]);
        Assert.That(await GapsAsync(), Is.Empty);
        await ConsentAsync("form", "drawer 2", guardians[World.Children[0]], LawfulBasis.PublicTask);
        Assert.That(await GapsAsync(), Is.EqualTo(new[] { EnrolmentGap.ConsentNotWritten }), "the school's task is no ground for it");
    }

    [Test]
    public async Task GroundAsync_TemplateOfAnotherModel_IsNotComparedAndIsToBeEnrolledAgain()
    {
        await SwitchOnAsync();
        await PermitAllAsync();
        await InHeadAsync(head => head.EnrolAsync(World.Children[0], Face(3), "older@1", 1, [], SchoolWorld.Office, None));
        await EnrolAsync(World.Children[1], Face(4));
        var photo = await World.NewAsync();
        Assert.That((await Rig.Matching.GroundAsync(World.School, photo, None))!.Select(e => e.Person), Is.EqualTo(new[] { World.Children[1] }));
        var people = await Rig.Matching.PeopleAsync(World.School, None);
        Assert.That(people.Where(p => p.EnrolledAt is not null).ToDictionary(p => p.Id, p => p.IsOutdated), Is.EquivalentTo(new Dictionary<PersonId, bool> { [World.Children[0]] = true, [World.Children[1]] = false }));
        Assert.That((await Rig.Matching.StateAsync(World.School, None)).Groups.Single().Enrolled, Is.EqualTo(1));

        await EnrolAsync(World.Children[0], Face(5));
        Assert.That((await Rig.Matching.PersonAsync(World.School, World.Children[0], None))!.IsOutdated, Is.False);
        Assert.That(await Rig.Matching.GroundAsync(World.School, photo, None), Has.Count.EqualTo(2));
    }

    [TestCase("withdrawal")]
    [TestCase("objection")]
    [TestCase("refusal")]
    [TestCase("leaving")]
    [TestCase("asked for")]
    [Property("Requirement", "L2")]
    public async Task CommitAsync_GroundEnds_TemplatePhotoAndKeysAreGoneFromDatabaseStoreAndKeyring(string how)
    {
        await SwitchOnAsync();
        var guardians = await PermitAllAsync();
        var (child, other) = (World.Children[0], World.Children[1]);
        var photo = Guid.CreateVersion7();
        var plainPhoto = Encoding.ASCII.GetBytes($"a reference photo of nobody {photo}");
        await Rig.Vault.WriteAsync(Ingest.Vault.VaultObject.Reference(World.School, photo), new MemoryStream(plainPhoto), None);
        Assert.That(await EnrolAsync(child, Face(3), photo), Is.True);
        Assert.That(await EnrolAsync(other, Face(9)), Is.True);
        byte[] sealedBytes;
        await using (var db = World.Open())
        {
            sealedBytes = (await db.Templates.SingleAsync(t => t.PersonId == child, None)).Sealed;
        }

        var stored = await StoredAsync(photo);
        Assert.That(KeyFiles(child), Has.Length.EqualTo(1));
        Assert.That(IsOnDisk(stored.AsSpan(40, 24)), Is.True, "the search finds what is there");
        Assert.That(IsOnDisk(Face(3).ToBytes()), Is.False, "never in plain");
        Assert.That(IsOnDisk(plainPhoto), Is.False);
        if (Rig.IsSqlite)
        {
            Assert.That(IsOnDisk(sealedBytes.AsSpan(20, 24)), Is.True, "the search finds what is there");
        }

        await InHeadAsync(async head => how switch
        {
            "withdrawal" => Withdraw(head, child),
            "objection" => await head.SetGuardianAsync(guardians[child], head.Today, head.Today, SchoolWorld.Office, None),
            "refusal" => await head.SetRefusalAsync(child, head.Today, SchoolWorld.Office, None),
            "leaving" => await head.LeaveAsync(child, head.Today.AddDays(-1), SchoolWorld.Office, None),
            _ => await head.DestroyTemplateAsync(child, SchoolWorld.Office, None),
        });

        Assert.That(KeyFiles(child), Is.Empty, "the key is gone, so a restored backup opens nothing");
        Assert.That(await Rig.TemplateKeys.OpenAsync(World.School, child, sealedBytes, None), Is.Null);
        Assert.That(await Rig.Vault.HasKeyAsync(Ingest.Vault.VaultObject.Reference(World.School, photo), None), Is.False);
        await using (var db = World.Open())
        {
            Assert.That(await db.Templates.Select(t => t.PersonId).ToListAsync(None), Is.EqualTo(new[] { other }));
            Assert.That(await db.References.CountAsync(None), Is.Zero);
            if (Rig.IsSqlite)
            {
                await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", None);
            }
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Assert.That(IsOnDisk(sealedBytes.AsSpan(20, 24)), Is.False);
        Assert.That(IsOnDisk(stored.AsSpan(40, 24)), Is.False);
        Assert.That((await Rig.Matching.GroundAsync(World.School, await World.NewAsync(), None))?.Select(e => e.Person) ?? [other], Is.EqualTo(new[] { other }));
        Assert.That(await ActsAsync("template-destroyed"), Is.EqualTo(1));
    }

    [Test]
    public async Task DestroyLapsedTemplatesAsync_ConsentRanOut_DestroysIt()
    {
        await SwitchOnAsync();
        await PermitAllAsync(until: World.Today.AddDays(3));
        Assert.That(await EnrolAsync(World.Children[0], Face(3)), Is.True);
        Assert.That(await InHeadAsync(head => head.DestroyLapsedTemplatesAsync(None)), Is.Zero);
        Rig.Clock.Advance(TimeSpan.FromDays(4));
        Assert.That(await InHeadAsync(head => head.DestroyLapsedTemplatesAsync(None)), Is.EqualTo(1));
        Assert.That((await TemplatesAsync(), KeyFiles(World.Children[0]).Length), Is.EqualTo((0, 0)));
    }

    [Test]
    [Property("Requirement", "L2")]
    public async Task EnrolAsync_KeyLost_IsNobodyAndCanBeEnrolledAgain()
    {
        await SwitchOnAsync();
        await PermitAllAsync();
        await EnrolAsync(World.Children[0], Face(3));
        Rig.TemplateKeys.Destroy(World.School, World.Children[0]);
        await using var other = Rig.Beside();
        var photo = await World.NewAsync();
        Assert.That(await other.Matching.GroundAsync(World.School, photo, None), Is.Empty);
        Assert.That(await EnrolAsync(World.Children[0], Face(5)), Is.True);
        Assert.That((await other.Matching.GroundAsync(World.School, photo, None))!.Single().Template.Similarity(Face(5)), Is.EqualTo(1).Within(1e-6));
    }

    private static FaceEmbedding Face(int seed)
    {
        var values = new float[FaceEmbedding.Size];
        var random = new Random(seed);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)(random.NextDouble() - 0.5);
        }

        return FaceEmbedding.Of(values);
    }

    private static bool Withdraw(HeadTransaction head, PersonId person)
    {
        head.RecordConsent(person, BiometricPerson.Purpose, ConsentAnswer.Withdrawn, head.Today, null, "telephone", "", SchoolWorld.Office);
        return true;
    }

    private async Task<T> InHeadAsync<T>(Func<HeadTransaction, Task<T>> work)
    {
        await using var head = await Rig.Heads.BeginAsync(World.School, None);
        var result = await work(head);
        await head.CommitAsync(None);
        return result;
    }

    private async Task SwitchOnAsync()
    {
        await InHeadAsync(head => head.ChooseMatchingAsync(On, SchoolWorld.Office, None));
        await InHeadAsync(head => head.ChooseGroupMatchingAsync(World.Group, true, SchoolWorld.Office, None));
    }

    private async Task<Dictionary<PersonId, Guid>> PermitAllAsync(bool told = true, bool consents = true, DateOnly? until = null)
    {
        var guardians = new Dictionary<PersonId, Guid>();
        foreach (var child in World.Children)
        {
            guardians[child] = await PermitAsync(child, told, consents, until);
        }

        return guardians;
    }

    private Task<Guid> PermitAsync(PersonId child, bool told = true, bool consents = true, DateOnly? until = null) => InHeadAsync(head =>
    {
        var guardian = head.AddGuardian(child, "A parent", told ? head.Today : null, SchoolWorld.Office);
        if (consents)
        {
            head.RecordConsent(child, BiometricPerson.Purpose, ConsentAnswer.Given, head.Today, until, "form", "drawer 2", SchoolWorld.Office, guardian: guardian);
        }

        return Task.FromResult(guardian);
    });

    private Task<bool> EnrolAsync(PersonId person, FaceEmbedding face, params Guid[] photos) => InHeadAsync(head => head.EnrolAsync(person, face, "test@0", 1, photos, SchoolWorld.Office, None));

    private Task<MediaId> SuggestedAsync(PersonId person) => SeenAsync((head, photo, faces) =>
        head.SuggestAsync(photo, [new FaceMatch(faces[0], MatchAnswer.ThisPerson, person), new FaceMatch(faces[1], MatchAnswer.NobodyEnrolled, null)], None));

    /// <summary>A photo of two faces, and what comparing notes of them in the same transaction.</summary>
    private async Task<MediaId> SeenAsync(Func<HeadTransaction, MediaId, ImmutableArray<FaceRegion>, Task> compare)
    {
        var photo = await World.ArrivedAsync();
        await Rig.Items.SaveVaultedAsync(await World.LeaseAsync(photo), None);
        await Rig.Items.SaveUnderstoodAsync(await World.LeaseAsync(photo), new Ingest.Formats.Understanding(MediaFormat.Jpeg, 8, 6, null, null, null, null, null, false, [], []), [], None);
        await World.CleanAsync(photo, new RenditionId(photo.Value));
        ImmutableArray<FaceRegion> faces = [.. Enumerable.Range(0, 2).Select(n => new FaceRegion(new PixelBox(100 * n, 10, 80, 90), 0.9, false, [], ["test"]))];
        var lease = await World.LeaseAsync(photo);
        await InHeadAsync(async head =>
        {
            await head.SaveSeenAsync(lease, faces, ["test@1"], ReasonCode.None, None);
            await compare(head, photo, faces);
            return true;
        });
        return photo;
    }

    private async Task<Verdict> VerdictAsync(MediaId photo) => (await Rig.Views.DetailAsync(World.School, photo, Views.Reader.Office, None))!.Photo.On(ChannelId.Seesaw)!.Verdict!.Value;

    private Task<bool> ConsentAsync(string how, string evidence, Guid? guardian, LawfulBasis basis = LawfulBasis.Consent) => InHeadAsync(head =>
    {
        head.RecordConsent(World.Children[0], BiometricPerson.Purpose, ConsentAnswer.Given, head.Today, null, how, evidence, SchoolWorld.Office, basis, guardian);
        return Task.FromResult(true);
    });

    private Task<ImmutableArray<EnrolmentGap>?> GapsAsync() => InHeadAsync(head => head.EnrolmentGapsAsync(World.Children[0], None));

    private async Task<int> ActsAsync(string act)
    {
        await using var db = World.Open();
        return await db.Audit.CountAsync(a => a.Act == act, None);
    }

    private async Task<int> TemplatesAsync()
    {
        await using var db = World.Open();
        return await db.Templates.CountAsync(None);
    }

    private string[] KeyFiles(PersonId person) => Directory.GetFiles(Rig.Options.DataFolder, $"{person}*", SearchOption.AllDirectories);

    private Task<byte[]> StoredAsync(Guid photo) => File.ReadAllBytesAsync(Directory.GetFiles(Path.Combine(Rig.Options.DataFolder, "store"), $"*{photo:N}*", SearchOption.AllDirectories).Single(), None);

    /// <summary>Whether the bytes lie in any file of the data folder: database, write-ahead log, store, keyring.</summary>
    private bool IsOnDisk(ReadOnlySpan<byte> bytes) => FolderSearch.Holds(Rig.Options.DataFolder, bytes);
}
