using System.Collections.Immutable;
using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Consent.Rules;
using MediaGuard.Media;
using static MediaGuard.Consent.Tests.Build;

namespace MediaGuard.Consent.Tests;

/// <summary>Every scene of up to three faces, two pupils and a stranger, against what the attestations mean, thought anew from the other end.</summary>
/// <remarks>A consents to everything; B stands in each way there is; a stranger is in no pool and on no register. Two nameless faces are many.</remarks>
public sealed class DecisionEngineExhaustiveTests
{
    private static readonly PersonId A = Persons(3)[0];
    private static readonly PersonId B = Persons(3)[1];
    private static readonly PersonId Stranger = Persons(3)[2];
    private static readonly DecisionEngine Engine = new();

    private static readonly SceneFace[] FaceKinds =
    [
        .. from answered in new[] { (FaceAnswer.Unanswered, (PersonId?)null), (FaceAnswer.Named, A), (FaceAnswer.Named, B), (FaceAnswer.Named, null), (FaceAnswer.NotAFace, null), (FaceAnswer.Adult, null) }
           from size in new[] { 80, 20 }
           from doubtful in new[] { false, true }
           where answered.Item1 is FaceAnswer.Unanswered || size == 80
           select Face(size, doubtful) with { Answer = answered.Item1, Person = answered.Item2 },
    ];

    private static readonly ImmutableHashSet<PersonId> Nobody = [];
    private static readonly ImmutableHashSet<PersonId>?[] Pools = [null, Nobody, [A], [A, B]];

    [Test]
    public void Decide_EveryScene_ClearsExactlyWhatTheAttestationsMean([Values] Standing standingOfB, [Values(0, 1, 2, 3)] int faces)
    {
        var register = RegisterOf(Consenting(A), PersonWho(B, standingOfB));
        var policies = new[] { PolicyWith(noFaceSuffices: true, manyFaces: 1), PolicyWith(noFaceSuffices: false, manyFaces: 1) };
        var (decided, cleared) = (0, 0);
        foreach (var scene in Scenes(faces))
        {
            foreach (var policy in policies)
            {
                var decision = Engine.Decide(scene, register, policy);
                foreach (var made in decision.Channels)
                {
                    var expected = MayGo(scene, standingOfB, policy.Channels[made.Channel], policy.ManyFaces);
                    decided++;
                    cleared += expected ? 1 : 0;
                    if ((made.Verdict is Verdict.Cleared) != expected || (made.Reasons.IsEmpty != expected))
                    {
                        Assert.Fail($"Expected cleared = {expected}, got {made.Channel} {made.Verdict}: {string.Join(", ", made.Reasons)} for {Say(scene)}");
                    }
                }
            }
        }

        TestContext.Out.WriteLine($"{decided} decisions, {cleared} cleared");
        Assert.That(cleared, Is.InRange(1, decided - 1));
    }

    [Test]
    public void Decide_EverySightRenditionDeviceRefusalAndApproval_ClearsOnlyWhereAllIsWell(
        [Values] Sight sight, [Values] bool rendition, [Values] DeviceStanding device, [Values] bool refused, [Values] bool approved, [Values] bool hold)
    {
        var scene = Seen(Face(A)) with
        {
            NobodyElse = true,
            Sight = sight,
            HasRendition = rendition,
            Device = device,
            Refusals = refused ? [new ChannelRefusal(null, ReasonCode.NotFitToBeSeen)] : [],
            Approvals = approved ? [new ChannelApproval(ChannelId.Seesaw, Build.Office, [.. Enum.GetValues<ReasonCode>()])] : [],
        };

        var made = Engine.Decide(scene, RegisterOf(Consenting(A)), PolicyWith(holdUnknownDevices: hold)).For(ChannelId.Seesaw);

        var well = sight is Sight.Seen && rendition && (device is not DeviceStanding.Unknown || approved || !hold);
        Assert.That(made.Verdict, Is.EqualTo(refused ? Verdict.Refused : well ? Verdict.Cleared : Verdict.Held));
    }

    /// <summary>What a batch may be to a photo.</summary>
    public enum Batch
    {
        None,
        Awaits,
        AwaitsElsewhere,
        Disputed,
    }

    [Test]
    public void Decide_EverySuggestionRecallSecondApproverAgeAndBatch_ClearsOnlyWhereAllIsWell(
        [Values(0, 1, 2)] int suggested, [Values] bool takenBack, [Values] bool second, [Values] bool tooOld, [Values] Batch batch)
    {
        foreach (var (approves, approver, isSince) in new[] { (false, Office, true), (true, Office, true), (true, Office, false), (true, Teacher, true) })
        {
            foreach (var channel in new[] { ChannelId.Seesaw, ChannelId.Website })
            {
                var scene = Seen(Face() with { Suggested = suggested switch { 0 => null, 1 => A, _ => B } }) with
                {
                    Pool = [A, B],
                    Absent = [B],
                    NobodyFromOutside = true,
                    AttestedBy = [Teacher],
                    TakenBack = takenBack ? [channel] : [],
                    Approvals = approves ? [new ChannelApproval(channel, approver, [.. Enum.GetValues<ReasonCode>()]) { IsSinceLastWord = isSince }] : [],
                    Batches = batch switch
                    {
                        Batch.None => [],
                        Batch.Awaits => [new BatchHold(false, [])],
                        Batch.AwaitsElsewhere => [new BatchHold(false, [channel])],
                        Batch.Disputed => [new BatchHold(true, [])],
                    },
                };
                var register = new RegisterSnapshot(7, Today, [Consenting(A), Consenting(B, Seesaw, Website)], Today.AddDays(tooOld ? -36 : -35));

                var made = Engine.Decide(scene, register, PolicyWith(secondApprover: second, registerMaxAge: 35)).For(channel);

                var doubt = suggested == 2 || batch is Batch.Disputed;
                var well = !takenBack && batch is not Batch.Awaits && (!doubt || approves) && (!second || (approves && approver == Office && isSince)) && !(tooOld && channel == ChannelId.Website);
                Assert.That(made.Verdict, Is.EqualTo(well ? Verdict.Cleared : Verdict.Held), $"{channel} approved {approves} by {approver}: {string.Join(", ", made.Reasons)}");
            }
        }
    }

    private static IEnumerable<Scene> Scenes(int faces) =>
        from boxes in Boxes(faces, 0)
        from pool in Pools
        from named in new[] { Nobody, [A], [B] }
        from absent in new[] { Nobody, [B] }
        from hints in new[] { Nobody, [B] }
        from outside in new[] { false, true }
        from nobodyElse in new[] { false, true }
        select Seen(boxes) with
        {
            Pool = pool,
            Named = named,
            Absent = absent,
            NameHints = hints,
            NobodyFromOutside = outside,
            NobodyElse = nobodyElse,
        };

    // Order does not matter (another test), so each combination once.
    private static IEnumerable<ImmutableList<SceneFace>> Boxes(int count, int first) =>
        count == 0
            ? [[]]
            : from kind in Enumerable.Range(first, FaceKinds.Length - first)
              from rest in Boxes(count - 1, kind)
              select rest.Add(FaceKinds[kind]);

    private static bool MayGo(Scene scene, Standing standingOfB, ChannelPolicy channel, int manyFaces)
    {
        var open = scene.Faces.Where(f => f.Answer is FaceAnswer.Unanswered || (f.Answer is FaceAnswer.Named && f.Person is null)).ToList();
        bool OnBox(PersonId p) => scene.Faces.Any(f => f.Answer is FaceAnswer.Named && f.Person == p);
        bool Named(PersonId p) => scene.Named.Contains(p) || OnBox(p);
        var excludesAllElse = scene.NobodyElse && open.Count == 0;
        bool Excluded(PersonId p) =>
            excludesAllElse
            || (scene.NobodyFromOutside && scene.Pool?.Count > 0 && (!scene.Pool.Contains(p) || scene.Absent.Contains(p)));
        bool CouldBeIn(PersonId p) => Named(p) || !Excluded(p);
        bool SaysYes(PersonId p) => p == A || (p == B && standingOfB is Standing.Given);

        // While the stranger could be in it, nobody knows who is.
        var known = !CouldBeIn(Stranger);
        var faceless = scene.Faces.All(f => f.Answer is FaceAnswer.NotAFace);
        var restsOnNoFace = channel.NoFaceSuffices && !channel.IsPublic && faceless;
        PersonId[] everybody = [A, B, Stranger];
        var consents = restsOnNoFace
            ? everybody.All(p => SaysYes(p) || !(Named(p) || (known && CouldBeIn(p) && scene.NameHints.Contains(p))))
            : everybody.All(p => SaysYes(p) || !CouldBeIn(p));

        var claimed = everybody.Count(p => !OnBox(p) && (scene.NobodyElse ? Named(p) : CouldBeIn(p)));
        var tooMany = open.Count > claimed && (scene.NobodyElse || known);
        var hinted = scene.NameHints.Any(p => !Named(p) && (scene.NobodyElse || Excluded(p) || (faceless && !known)));
        var doubts = tooMany || hinted || open.Count > manyFaces || open.Any(f => f.IsDoubtful || f.Box.Width < 40);
        var stranger = channel.IsPublic && scene.Faces.Any(f => f.Answer is FaceAnswer.Adult);
        return consents && !doubts && !stranger;
    }

    private static RegisteredPerson PersonWho(PersonId id, Standing standing) => standing switch
    {
        Standing.Given => Consenting(id),
        Standing.Refused => Consenting(id, Seesaw, Website),
        Standing.Left => Consenting(id) with { LeftOn = Today.AddDays(-1) },
        Standing.NotOnRecord => Person(id),
        Standing.Expired => Person(id, Said(1, id, Seesaw, ConsentAnswer.Given, -9, -1), Said(2, id, Website, ConsentAnswer.Given, -9, -1)),
    };

    private static string Say(Scene scene) =>
        $"{string.Join("; ", scene.Faces)} pool {scene.Pool?.Count} named {string.Join(",", scene.Named)} absent {scene.Absent.Count} hints {scene.NameHints.Count} outside {scene.NobodyFromOutside} else {scene.NobodyElse}";
}
