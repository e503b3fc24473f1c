using System.Collections.Immutable;
using System.Security.Cryptography;
using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Ingest.Arrivals;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Formats;
using MediaGuard.Ingest.Names;
using MediaGuard.Media;
using MediaGuard.Publisher.Clearances;
using MediaGuard.Records.Items;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Register;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Tests;

/// <summary>A school with a class of three whose families said yes to everything, and the journey of its photos without bytes.</summary>
internal sealed class SchoolWorld
{
    public const string Folder = "Willow Class";
    public static readonly PurposeId Seesaw = new("seesaw");
    public static readonly PurposeId Website = new("website");
    public static readonly UserId Teacher = new(Guid.CreateVersion7());
    public static readonly UserId Office = new(Guid.CreateVersion7());
    public static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static readonly PolicyDocument Policy = new()
    {
        Channels =
        [
            new ChannelSetting { Channel = "seesaw", Name = "Seesaw", Purposes = ["seesaw"], Kind = "folder", Address = "/out" },
            new ChannelSetting { Channel = "website", Name = "Website", Purposes = ["website"], IsPublic = true },
        ],
    };

    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DecisionEngine Engine = new();
    private readonly Rig rig;
    private int photos;

    private SchoolWorld(Rig rig, SchoolInfo info)
    {
        this.rig = rig;
        Info = info;
        Gate = new Clearance.Gate(Engine, rig.Ledger);
    }

    public SchoolInfo Info { get; }
    public SchoolId School => Info.Id;
    public GroupId Group { get; private set; }
    public ImmutableArray<PersonId> Children { get; private set; } = [];
    public Clearance.Gate Gate { get; }
    public Instant Now => Instant.Now(rig.Clock);
    public DateOnly Today => Now.DayIn(Info.Zone);

    public static async Task<SchoolWorld> MakeAsync(Rig rig)
    {
        var id = await rig.Schools.MakeAsync("Ash Primary", "Europe/London", "", Policy, None);
        var world = new SchoolWorld(rig, (await rig.Factory.SchoolsAsync(None)).Single(s => s.Id == id));
        await world.InHeadAsync(head =>
        {
            head.ConfirmRegister(head.Today, Office);
            world.Group = head.AddGroup(Folder, asksSeesaw: true, Office);
            world.Children = [.. Enumerable.Range(1, 3).Select(n => head.AddPerson(new NewPerson(PersonKind.Pupil, $"Child {n}", $"C{n}"), Office))];
            foreach (var child in world.Children)
            {
                head.AddMembership(child, world.Group, new DateOnly(2025, 9, 1), null, Office);
                head.RecordConsent(child, Seesaw, ConsentAnswer.Given, new DateOnly(2025, 9, 1), null, "form", "drawer 1", Office);
                head.RecordConsent(child, Website, ConsentAnswer.Given, new DateOnly(2025, 9, 1), null, "form", "drawer 1", Office);
            }

            return Task.CompletedTask;
        });
        return world;
    }

    public static NewAttestation Say(AttestationKind kind, MediaId media) => new(kind) { Media = media };

    public RecordsContext Open() => rig.Factory.Open(School);

    public async Task InHeadAsync(Func<HeadTransaction, Task> work)
    {
        await using var head = await rig.Heads.BeginAsync(School, None);
        await work(head);
        await head.CommitAsync(None);
    }

    public async Task<T> InHeadReturnsAsync<T>(Func<HeadTransaction, Task<T>> work)
    {
        await using var head = await rig.Heads.BeginAsync(School, None);
        var result = await work(head);
        await head.CommitAsync(None);
        return result;
    }

    public Task<Seals.SealOutcome> TrySealAsync(MediaId media, bool isIllegal = false) =>
        InHeadReturnsAsync(head => head.SealAsync(media, "look at this", isIllegal, Teacher, None));

    public Task<MediaId?> NoticeAsync(string path, long length = 1000, long modified = 5) =>
        rig.Items.NoticeAsync(Info, new ShareFile(path, length, new Instant(modified)), None);

    public async Task<MediaId> NewAsync(string folder = Folder) => (await NoticeAsync($"{folder}/{++photos}.jpg"))!.Value;

    public async Task<Lease> LeaseAsync(MediaId media, string owner = "one", TimeSpan? span = null) =>
        (await rig.Items.TryLeaseAsync(School, media, owner, span ?? Minute, 0, None))!;

    public async Task<MediaId> ArrivedAsync(ImmutableArray<byte> sha256 = default, string folder = Folder)
    {
        var media = await NewAsync(folder);
        var lease = await LeaseAsync(media);
        await InHeadAsync(head => head.SaveArrivedAsync(lease, sha256.IsDefault ? Sha(media.ToString()) : sha256, 1000, None));
        return media;
    }

    /// <summary>A photo that has come as far as Seen.</summary>
    public async Task<MediaId> SeenAsync(int faces = 0, string folder = Folder, string? model = null, DateTime? taken = null, ImmutableArray<byte> sha256 = default, ReasonCode poor = ReasonCode.None)
    {
        var media = await ArrivedAsync(sha256, folder);
        await rig.Items.SaveVaultedAsync(await LeaseAsync(media), None);
        var understanding = new Understanding(MediaFormat.Jpeg, 800, 600, model is null ? null : "Apple", model, null, taken, null, true, [new FoundName("XMP dc:title", "Ada")], ["Exif"])
        {
            Regions = [new FoundRegion(RegionKind.Face, "Ada", new RegionArea(0.25, 0.5, 0.125, 0.25)), new FoundRegion(RegionKind.Pet, null, null)],
        };
        await rig.Items.SaveUnderstoodAsync(await LeaseAsync(media), understanding, [new NameHint(Children[0], Sureness.Weak, NameField.Title)], None);
        await CleanAsync(media, new RenditionId(media.Value));
        await LookAsync(media, faces, poor);
        return media;
    }

    public async Task CleanAsync(MediaId media, RenditionId rendition)
    {
        var picture = new CleanedPicture(new byte[] { 1, 2, 3 }, 800, 600, ImmutableSortedDictionary<string, int>.Empty.Add("Exif", 12), ["first frame only"]);
        await rig.Items.SaveCleanedAsync(await LeaseAsync(media), rendition, picture, Sha("clean"), None);
    }

    public async Task LookAsync(MediaId media, int faces, ReasonCode poor = ReasonCode.None)
    {
        var regions = Enumerable.Range(0, faces).Select(n => new FaceRegion(new PixelBox(100 * n, 10, 80, 90), 0.9, false, [new PixelPoint(1, 2)], ["ultra"])).ToImmutableArray();
        var lease = await LeaseAsync(media);
        await InHeadAsync(head => head.SaveSeenAsync(lease, regions, ["ultra@1", "blaze@2"], poor, None));
    }

    /// <summary>A photo with its first decision.</summary>
    public async Task<MediaId> DecidedAsync(int faces = 0)
    {
        var media = await SeenAsync(faces);
        await FirstDecisionAsync(media);
        return media;
    }

    public async Task FirstDecisionAsync(MediaId media)
    {
        var lease = await LeaseAsync(media);
        await InHeadAsync(async head =>
        {
            await head.SaveDecidedAsync(lease, None);
            await DecideAsync(head, media);
        });
    }

    /// <summary>A photo cleared for Seesaw: nobody from outside is in it and everybody in the class consents.</summary>
    public async Task<MediaId> ClearedAsync()
    {
        var media = await DecidedAsync();
        await SayAsync(Say(AttestationKind.NobodyFromOutside, media));
        return media;
    }

    public static async Task<Decision> DecideAsync(HeadTransaction head, MediaId media)
    {
        var ground = (await head.LoadGroundAsync(media, None))!;
        var decision = Engine.Decide(ground.Scene, ground.Register, ground.Policy);
        await head.StoreAsync(ground, decision, None);
        return decision;
    }

    public Task DecideAsync(params MediaId[] media) => InHeadAsync(async head =>
    {
        foreach (var one in media)
        {
            await DecideAsync(head, one);
        }
    });

    /// <summary>Says it and decides again, as a person's act does.</summary>
    public Task SayAsync(params NewAttestation[] said) => InHeadAsync(async head =>
    {
        await head.AttestAsync(Teacher, said, None);
        await head.FlushAsync(None);
        foreach (var media in said.Where(s => s.Media is not null).Select(s => s.Media!.Value).Distinct())
        {
            await DecideAsync(head, media);
        }
    });

    public Task RecordAsync(PersonId person, PurposeId purpose, ConsentAnswer answer, DateOnly? until = null, DateOnly? from = null, params MediaId[] affected) => InHeadAsync(async head =>
    {
        head.RecordConsent(person, purpose, answer, from ?? Today, until, "telephone", "", Office);
        await head.FlushAsync(None);
        foreach (var media in affected)
        {
            await DecideAsync(head, media);
        }
    });

    public async Task<Scene> SceneAsync(MediaId media)
    {
        await using var head = await rig.Heads.BeginAsync(School, None);
        return (await head.LoadGroundAsync(media, None))!.Scene;
    }

    public Task<GateOutcome> PassAsync(MediaId media, ChannelId? channel = null) =>
        Gate.PassAsync(new ReleaseRequest(School, media, channel ?? ChannelId.Seesaw, null), None);

    public async Task<List<VerdictRow>> VerdictsAsync(MediaId media)
    {
        await using var db = Open();
        return [.. (await db.Verdicts.AsNoTracking().Where(v => v.MediaId == media).ToListAsync(None)).OrderBy(v => v.At.Microseconds).ThenBy(v => v.SceneVersion).ThenBy(v => v.RegisterVersion)];
    }

    public async Task<Verdict> VerdictAsync(MediaId media, string channel = "seesaw") =>
        (await VerdictsAsync(media)).Single(v => v.IsCurrent && v.Channel == channel).Verdict;

    public async Task<List<QueueRow>> QueueAsync(MediaId media)
    {
        await using var db = Open();
        return await db.Queue.AsNoTracking().Where(q => q.MediaId == media).ToListAsync(None);
    }

    public async Task<List<ReleaseRow>> ReleasesAsync(MediaId media)
    {
        await using var db = Open();
        return await db.Releases.AsNoTracking().Where(r => r.MediaId == media).OrderBy(r => r.Id).ToListAsync(None);
    }

    public async Task<MediaRow> RowAsync(MediaId media)
    {
        await using var db = Open();
        return await db.Media.AsNoTracking().SingleAsync(m => m.Id == media, None);
    }

    public static ImmutableArray<byte> Sha(string text) => [.. SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))];
}
