using System.Collections.Immutable;
using CsCheck;
using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.Register;
using MediaGuard.Consent.Rules;
using MediaGuard.Media;
using static MediaGuard.Consent.Tests.Build;

namespace MediaGuard.Consent.Tests;

public sealed class DecisionEnginePropertyTests
{
    private const int Iterations = 20_000;

    private static void NeverClearsMore(Gen<(World Before, World After)> changes) =>
        changes.Sample(change => change.After.Cleared().IsSubsetOf(change.Before.Cleared()), iter: Iterations, threads: 2);

    private static void NeverClearsMore(Func<World, World> change) => NeverClearsMore(Worlds.Any.Select(world => (world, change(world))));

    [Test]
    public void Decide_Worlds_AreNeitherAllClearedNorAllHeld()
    {
        var (cleared, all) = (0, 0);
        Worlds.Any.Sample(
            world =>
            {
                cleared += world.Cleared().Count;
                all++;
            },
            iter: 20_000,
            threads: 1);
        TestContext.Out.WriteLine($"{cleared} channels cleared in {all} worlds");
        Assert.That(cleared, Is.InRange(all / 50, all));
    }

    [Test]
    public void Decide_FaceAdded_NeverClears() =>
        NeverClearsMore(
            from world in Worlds.Any
            from index in Gen.Int[0, world.Scene.Faces.Length]
            from doubtful in Gen.Bool
            from small in Gen.Bool
            select (world, world with { Scene = world.Scene with { Faces = world.Scene.Faces.Insert(index, Face(small ? 20 : 80, doubtful)) } }));

    [Test]
    public void Decide_PersonWithoutConsentAddedToPool_NeverClears([Values] bool onRegister, [Values] bool hinted)
    {
        var stranger = Persons(9)[8];
        NeverClearsMore(world => world with
        {
            Scene = world.Scene with
            {
                Pool = (world.Scene.Pool ?? []).Add(stranger),
                NameHints = hinted ? world.Scene.NameHints.Add(stranger) : world.Scene.NameHints,
            },
            People = onRegister ? world.People.Add(Consenting(stranger, Seesaw, Website)) : world.People,
        });
    }

    [Test]
    public void Decide_PersonWithoutConsentNamed_NeverClears()
    {
        var stranger = Persons(9)[8];
        NeverClearsMore(world => world with { Scene = world.Scene with { Named = world.Scene.Named.Add(stranger) } });
    }

    [Test]
    public void Decide_UnknownDevice_NeverClears() =>
        NeverClearsMore(world => world with { Scene = world.Scene with { Device = DeviceStanding.Unknown } });

    [Test]
    public void Decide_FacesTurnDoubtful_NeverClears() => NeverClearsMore(EachFace(face => face with { IsDoubtful = true }));

    [Test]
    public void Decide_FacesTurnSmall_NeverClears() => NeverClearsMore(EachFace(face => face with { Box = new PixelBox(0, 0, 8, 8) }));

    [Test]
    [Property("Requirement", "L1")]
    public void Decide_SuggestionAdded_NeverClears([Range(0, 4)] int who) => NeverClearsMore(EachFace(face => face with { Suggested = face.Suggested ?? Persons(5)[who] }));

    [Test]
    public void Decide_AnswersTakenBack_NeverClears() =>
        NeverClearsMore(EachFace(face => face.Answer is FaceAnswer.NotAFace ? face with { Answer = FaceAnswer.Unanswered } : face));

    [Test]
    public void Decide_FaceIsAGrownUpInsteadOfNoFace_NeverClears() =>
        NeverClearsMore(EachFace(face => face.Answer is FaceAnswer.NotAFace ? face with { Answer = FaceAnswer.Adult } : face));

    // Fewer people attested absent may explain a face too many, so that doubt is left out; and so are hints, for the same reason.
    [Test]
    public void Decide_AttestationTakenBack_NeverClears([Values] bool outside)
    {
        ImmutableHashSet<Reason> approvals = [.. Enum.GetValues<ReasonCode>()];
        NeverClearsMore(
            from world in Worlds.Any
            let plain = world with
            {
                Scene = world.Scene with
                {
                    NameHints = [],
                    Approvals = [new(ChannelId.Seesaw, Office, approvals), new(ChannelId.Website, Office, approvals)],
                },
                Policy = world.Policy with { Channels = WithoutNoFace },
            }
            select (plain, plain with
            {
                Scene = outside ? plain.Scene with { NobodyFromOutside = false } : plain.Scene with { Absent = [] },
            }));
    }

    [Test]
    public void Decide_NameHintAdded_NeverClears() =>
        NeverClearsMore(
            from world in Worlds.Any
            from index in Gen.Int[0, 5]
            select (world, world with { Scene = world.Scene with { NameHints = world.Scene.NameHints.Add(Persons(6)[index]) } }));

    [Test]
    public void Decide_TakenBack_NeverClearsAndHoldsThere([Values] bool website)
    {
        var channel = website ? ChannelId.Website : ChannelId.Seesaw;
        NeverClearsMore(Worlds.Any.Select(world =>
        {
            var after = world with { Scene = world.Scene with { TakenBack = world.Scene.TakenBack.Add(channel) } };
            Assert.That(after.Cleared(), Does.Not.Contain(channel));
            return (world, after);
        }));
    }

    [Test]
    public void Decide_SecondApproverAsked_NeverClears() =>
        NeverClearsMore(world => world with
        {
            Policy = world.Policy with { Channels = world.Policy.Channels.ToImmutableDictionary(c => c.Key, c => c.Value with { NeedsSecondApprover = true }) },
        });

    [Test]
    public void Decide_ApproverAlsoAttests_NeverClears() =>
        NeverClearsMore(world => world with { Scene = world.Scene with { AttestedBy = world.Scene.AttestedBy.Add(Office) } });

    [Test]
    public void Decide_RegisterConfirmedEarlierOrAgeLimitSet_NeverClears() =>
        NeverClearsMore(
            from world in Worlds.Any
            from earlier in Gen.Int[0, 30].Nullable()
            from limit in Gen.Int[0, 60]
            select (world, world with
            {
                ConfirmedDaysAgo = world.ConfirmedDaysAgo + earlier,
                Policy = world.Policy with { RegisterMaxAgeDays = Math.Min(limit, world.Policy.RegisterMaxAgeDays ?? limit) },
            }));

    [Test]
    [Property("Requirement", "C6")]
    public void Decide_BatchAwaitsOrIsDisputed_NeverClears() =>
        NeverClearsMore(
            from world in Worlds.Any
            from hold in Worlds.AnyBatch
            select (world, world with { Scene = world.Scene with { Batches = world.Scene.Batches.Add(hold) } }));

    [Test]
    public void Decide_RefusalAdded_NeverClearsAndRefusesItsChannels() =>
        Worlds.Any.Select(Gen.Bool, Gen.Enum<ReasonCode>()).Sample(
            (world, everywhere, code) =>
            {
                var refusal = new ChannelRefusal(everywhere ? null : ChannelId.Website, code);
                var after = world with { Scene = world.Scene with { Refusals = world.Scene.Refusals.Add(refusal) } };
                return after.Cleared().IsSubsetOf(world.Cleared())
                    && after.Decide().Channels
                        .Where(made => everywhere || made.Channel == ChannelId.Website)
                        .All(made => made.Verdict is Verdict.Refused);
            },
            iter: Iterations,
            threads: 2);

    [Test]
    public void Decide_TimePasses_NeverClears() =>
        Worlds.Any.Select(Gen.Int[0, 60]).Sample(
            (world, days) => world.Cleared(days).IsSubsetOf(world.Cleared()), iter: Iterations, threads: 2);

    [Test]
    public void Decide_NotSeenOrFailedOrNoRendition_NeverCleared() =>
        Worlds.Any.Select(Gen.Int[0, 2], Gen.Enum<ReasonCode>()).Sample(
            (world, what, code) => (world with
            {
                Scene = what switch
                {
                    0 => world.Scene with { Sight = Sight.NotSeen },
                    1 => world.Scene with { Sight = Sight.Failed, SightFailure = code },
                    _ => world.Scene with { HasRendition = false },
                },
            }).Cleared().IsEmpty,
            iter: Iterations,
            threads: 2);

    [Test]
    public void Decide_ApprovedForEverything_OnlyDoubtsGo() =>
        Worlds.Any.Select(world => world with { Scene = world.Scene with { AttestedBy = [Build.Office] } }).Sample( // so that they are no second approver
            world =>
            {
                var bare = (world with { Scene = world.Scene with { Approvals = [] } }).Decide();
                var all = world.Scene.AskedFor.Select(channel => new ChannelApproval(channel, Build.Office, [.. Enum.GetValues<ReasonCode>()]));
                var approved = (world with { Scene = world.Scene with { Approvals = [.. all] } }).Decide();
                return bare.Channels.All(made => made.Reasons
                    .Where(reason => reason.Code.Kind() is not ReasonKind.Doubt)
                    .SequenceEqual(approved.For(made.Channel).Reasons));
            },
            iter: Iterations,
            threads: 2);

    [Test]
    public void Decide_OrderOfFacesAndRules_DoesNotMatter() =>
        Worlds.Any.Select(Gen.Shuffle(DecisionRules.All.ToArray()), Gen.Int).Sample(
            (world, rules, seed) =>
            {
                var faces = world.Scene.Faces.ToArray();
                new Random(seed).Shuffle(faces);
                var decision = new DecisionEngine(rules).Decide(
                    world.Scene with { Faces = [.. faces] },
                    (world with { People = [.. world.People.Reverse()] }).Register(),
                    world.Policy);
                return decision.Flat() == world.Decide().Flat();
            },
            iter: Iterations / 3,
            threads: 2);

    [Test]
    public void Decide_AnyWorld_AnswersEveryChannelAskedForAndGivesReasons() =>
        Worlds.Any.Sample(
            world =>
            {
                var decision = world.Decide();
                return decision.Channels.Select(made => made.Channel).ToHashSet().SetEquals(world.Scene.AskedFor)
                    && decision.Channels.Length == world.Scene.AskedFor.Count
                    && decision.Channels.All(made => (made.Verdict is Verdict.Cleared) == made.Reasons.IsEmpty)
                    && decision.Channels.All(made => made.Reasons.All(reason => ReasonSentences.Explains(reason.Code)));
            },
            iter: Iterations,
            threads: 2);

    [Test]
    public void Decide_Withdrawal_ConcernsExactlyTheClearedPicturesInWhichThePersonIsPossible() =>
        Worlds.Any.Select(Gen.Int[0, 4]).Sample(
            (world, index) =>
            {
                var person = Persons(5)[index];
                var before = EachFace(face => face with { Suggested = null })(world) with { Policy = world.Policy with { Channels = WithoutNoFace } };
                var withdrawn = before with
                {
                    People = [.. before.People.Select(p => p.Id != person ? p : p with
                    {
                        Consents = p.Consents.Add(Said(100, person, Seesaw, ConsentAnswer.Withdrawn, 0)),
                    })],
                };
                var wasCleared = before.Cleared().Contains(ChannelId.Seesaw);
                var possible = before.Decide().Possible?.Contains(person) == true;
                return !wasCleared || possible != withdrawn.Cleared().Contains(ChannelId.Seesaw);
            },
            iter: Iterations,
            threads: 2);

    private static ImmutableDictionary<ChannelId, ChannelPolicy> WithoutNoFace => PolicyWith(noFaceSuffices: false).Channels;

    private static Func<World, World> EachFace(Func<SceneFace, SceneFace> change) =>
        world => world with { Scene = world.Scene with { Faces = [.. world.Scene.Faces.Select(change)] } };
}
