using System.Diagnostics;
using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Publisher.Clearances;
using MediaGuard.Records;
using MediaGuard.Records.Releases;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Walker;

/// <summary>People and steps at random: photos arrive, somebody says who is in them, families say yes and no, copies leave and are taken back.</summary>
internal sealed partial class Walk(IServiceProvider services, WalkOrders orders, ShiftedClock clock, Action<JournalLine> note)
{
    private const int MostPhotos = 40;
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly PurposeId[] Purposes = [new("seesaw"), new("website")];
    private static readonly ChannelId[] Channels = [ChannelId.Seesaw, ChannelId.Website];

    private readonly SchoolId school = new(orders.School);
    private readonly IRecordsFactory factory = services.GetRequiredService<IRecordsFactory>();
    private readonly IHeads heads = services.GetRequiredService<IHeads>();
    private readonly IReleaseBook book = services.GetRequiredService<IReleaseBook>();
    private readonly DecisionEngine engine = new();
    private readonly Clearance.Gate gate = new(orders.Break == "gate" ? new DecisionEngine([]) : new DecisionEngine(), services.GetRequiredService<IReleaseLedger>());
    private List<PersonId> people = [];
    private GroupId group;
    private GroupId visiting;
    private PersonId unknownToExports;

    public async Task LoadAsync()
    {
        await using var db = factory.Open(school);
        people = await db.People.OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(None);
        group = await db.Memberships.Where(m => m.PersonId == people[0]).Select(m => m.GroupId).SingleAsync(None);
        visiting = await db.Groups.Where(g => g.Id != group).Select(g => g.Id).SingleAsync(None);

        // it alone said yes on paper before anything else and has no key; ids made within one millisecond have no order
        unknownToExports = await db.People.Where(p => p.ExternalKey == null && db.Consents.Any(c => c.PersonId == p.Id && c.Evidence == "drawer 1")).Select(p => p.Id).SingleAsync(None);
    }

    /// <summary>One act; what changes the school is rarer than what changes a photo.</summary>
    public Task StepAsync(Random random) => random.Next(215) switch
    {
        < 6 => DropAsync(),
        < 26 => AttestAsync(random),
        < 31 => TakeBackAsync(random),
        < 35 => OnPhotoAsync(random, DecideAsync),
        < 39 => LookAgainAsync(random),
        < 64 => ReleaseAsync(random),
        < 68 => RecallAsync(),
        < 80 => FamilyAsync(random, 1),
        < 84 => FamilyAsync(random, 3), // an import
        < 92 => FetchAsync(random),
        >= 100 and < 104 => ImportAsync(random),
        104 => UndoAsync(),
        < 108 and > 104 => ProtectAsync(random),
        108 or 109 => LeaveAsync(random),
        110 => JoinAsync(random),
        < 117 and > 110 => RefuseAsync(random),
        117 => PolicyAsync(random),
        < 125 and > 117 => OnPhotoAsync(random, (head, media) => AnswerFaceAsync(head, media, random)),
        125 => NightAsync(),
        >= 210 => UnblurAsync(random),
        >= 203 => MakeBlurredAsync(random),
        >= 195 => OnPhotoAsync(random, (head, media) => BlurAsync(head, media, random)),
        >= 155 => AttestAsync(random), // so many other acts stand against a copy that more must speak for it
        >= 130 => ReleaseAsync(random),
        > 125 => OnPhotoAsync(random, VisitAsync),
        _ => DecideDueAsync(),
    };

    /// <summary>What the loop does until nothing is due.</summary>
    public async Task<int> DecideDueAsync()
    {
        await using var head = await heads.BeginAsync(school, None);
        await head.FollowAsync(None);
        var due = await head.DueAgainAsync(8, None);
        foreach (var ground in (await head.LoadGroundsAsync(due, None)).Values)
        {
            await head.StoreAsync(ground, engine.Decide(ground.Scene, ground.Register, ground.Policy), None);
        }

        await head.DecidedAgainAsync(due, None);
        await head.CommitAsync(None);
        return due.Count;
    }

    private async Task DropAsync()
    {
        await using var head = await heads.BeginAsync(school, None);
        if (await head.Context.Media.CountAsync(None) >= MostPhotos)
        {
            return;
        }

        var id = MediaId.New();
        head.Context.Media.Add(new MediaRow
        {
            SchoolId = school,
            Id = id,
            Status = MediaStatus.Decided,
            GroupId = group,
            ArrivedOn = head.Today,
            NoticedAt = head.Now,
            RenditionId = new RenditionId(id.Value),
            Sight = Sight.Seen,
            Sha256 = id.Value.ToByteArray(),
        });
        await head.FlushAsync(None);
        await DecideAsync(head, id);
        await head.CommitAsync(None);
    }

    private Task AttestAsync(Random random) => OnPhotoAsync(random, async (head, media) =>
    {
        var person = people[random.Next(people.Count)];
        var channel = Channels[random.Next(2)];
        NewAttestation said = random.Next(10) switch
        {
            < 3 => new(AttestationKind.NobodyFromOutside),
            < 5 => new(AttestationKind.Absent) { Person = person },
            5 => new(AttestationKind.InPicture) { Person = person },
            6 => new(AttestationKind.NobodyElse),
            7 => new(AttestationKind.Approved) { Channel = channel },
            _ => new(AttestationKind.AskedFor) { Channel = channel },
        };
        await head.AttestAsync(new UserId(Guid.CreateVersion7()), [said with { Media = media }], None);
        await head.FlushAsync(None);
        await DecideAsync(head, media);
    });

    private Task TakeBackAsync(Random random) => OnPhotoAsync(random, async (head, media) =>
    {
        var kind = random.Next(8) switch
        {
            0 or 1 => AttestationKind.NobodyFromOutside,
            2 or 3 => AttestationKind.Absent,
            4 => AttestationKind.PoolAddsGroup,
            5 => AttestationKind.NobodyElse,
            _ => AttestationKind.RefusedFor,
        };
        await head.RetractAsync(new UserId(Guid.CreateVersion7()), media, kind, null, null, null, None);
        await head.FlushAsync(None);
        await DecideAsync(head, media);
    });

    /// <summary>A detector, or a person, adds a box or takes them all away.</summary>
    private Task LookAgainAsync(Random random) => OnPhotoAsync(random, async (head, media) =>
    {
        var rendition = await head.Context.Media.Where(m => m.Id == media).Select(m => m.RenditionId).SingleAsync(None);
        if (random.Next(3) > 0)
        {
            await head.Context.Faces.Where(f => f.MediaId == media).ExecuteDeleteAsync(None);
        }
        else
        {
            head.Context.Faces.Add(new FaceRow { SchoolId = school, Id = FaceId.New(), MediaId = media, RenditionId = rendition!.Value, Number = 1, X = 200 * random.Next(3), Width = 90, Height = 90 });
        }

        await head.Context.Media.Where(m => m.Id == media).ExecuteUpdateAsync(set => set.SetProperty(m => m.SceneVersion, m => m.SceneVersion + 1), None);
        await head.FlushAsync(None);
        await DecideAsync(head, media);
    });

    private async Task<Clearance?> ReleaseAsync(Random random)
    {
        if (await AnyPhotoAsync(random) is not { } media)
        {
            return null;
        }

        var clearance = (await gate.PassAsync(new ReleaseRequest(school, media, Channels[random.Next(2)], null), None)).Clearance;
        if (clearance is not null && random.Next(2) == 0)
        {
            await book.SaveReleasedAsync(school, clearance.Release, "there", None);
        }

        return clearance;
    }

    /// <summary>As an editor's download: past the gate, and then looked up once more just before the first byte.</summary>
    private async Task FetchAsync(Random random)
    {
        if (await ReleaseAsync(random) is not { } clearance)
        {
            return;
        }

        await Task.Yield();
        var clock = Stopwatch.GetTimestamp();
        if ((await book.StandingAsync(school, [clearance.Release], None)).Count == 1)
        {
            note(new JournalLine("begin", clock, 0, clearance.Release.Value, ""));
        }
    }

    private async Task RecallAsync()
    {
        foreach (var task in await book.TakeRecallsAsync(school, 5, TimeSpan.Zero, None))
        {
            await book.SaveRecalledAsync(school, task.Release, "gone", TimeSpan.Zero, None);
        }
    }

    private async Task FamilyAsync(Random random, int many)
    {
        var noes = new List<(PersonId Person, PurposeId Purpose)>();
        Instant at;
        await using (var head = await heads.BeginAsync(school, None))
        {
            at = head.Now;
            for (var i = 0; i < many; i++)
            {
                var (person, purpose) = (people[random.Next(people.Count)], Purposes[random.Next(2)]);
                var answer = random.Next(5) switch { 0 => ConsentAnswer.Refused, 1 => ConsentAnswer.Withdrawn, _ => ConsentAnswer.Given };
                var until = answer is ConsentAnswer.Given && random.Next(6) == 0 ? head.Today.AddDays(random.Next(3)) : (DateOnly?)null;
                head.RecordConsent(person, purpose, answer, head.Today, until, "walk", "", null);
                if (answer is not ConsentAnswer.Given)
                {
                    noes.Add((person, purpose));
                }
            }

            await head.CommitAsync(None);
        }

        var clock = Stopwatch.GetTimestamp();
        noes.ForEach(no => note(new JournalLine("no", clock, at.Microseconds, no.Person.Value, no.Purpose.Value)));
    }

    private async Task DecideAsync(HeadTransaction head, MediaId media)
    {
        if (await head.LoadGroundAsync(media, None) is { } ground)
        {
            await head.StoreAsync(ground, engine.Decide(ground.Scene, ground.Register, ground.Policy), None);
        }
    }

    private async Task OnPhotoAsync(Random random, Func<HeadTransaction, MediaId, Task> act)
    {
        if (await AnyPhotoAsync(random) is { } media)
        {
            await using var head = await heads.BeginAsync(school, None);
            await act(head, media);
            await head.CommitAsync(None);
        }
    }

    private async Task<MediaId?> AnyPhotoAsync(Random random)
    {
        await using var db = factory.Open(school);
        var count = await db.Media.CountAsync(None);
        return count == 0 ? null : await db.Media.OrderBy(m => m.Id).Skip(random.Next(count)).Select(m => (MediaId?)m.Id).FirstOrDefaultAsync(None);
    }
}
