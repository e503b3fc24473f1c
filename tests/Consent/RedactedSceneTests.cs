using System.Collections.Immutable;
using CsCheck;
using MediaGuard.Consent.Decisions;
using MediaGuard.Media;
using static MediaGuard.Consent.Tests.Build;

namespace MediaGuard.Consent.Tests;

/// <summary>A channel to which another rendition goes is decided from the scene of that rendition, and from nothing else.</summary>
public sealed class RedactedSceneTests
{
    private static readonly ImmutableArray<PersonId> People = Persons(2);

    // Bea refuses the website
    private static readonly Scene Whole = Seen(Face(People[0]), Face(People[1])) with { NobodyElse = true };

    private static readonly Scene WithoutBea = Whole with
    {
        IsRedacted = true,
        Faces = [Whole.Faces[0]],
        Absent = [People[1]],
        AskedFor = [ChannelId.Website],
    };

    [Test]
    public void Decide_BlurredForTheWebsite_ClearsItThereAndAsksEverybodyElsewhere()
    {
        var decision = Decide(Whole with { Redacted = For(WithoutBea) });
        Assert.That(decision.For(ChannelId.Website).Verdict, Is.EqualTo(Verdict.Cleared));
        Assert.That(decision.For(ChannelId.Website).RestsOn, Is.EquivalentTo(new[] { People[0] }));
        Assert.That(decision.For(ChannelId.Seesaw).RestsOn, Is.EquivalentTo(People));
        Assert.That(decision.Possible, Is.EquivalentTo(People), "of the picture itself");
        Assert.That(Decide(Whole).For(ChannelId.Website).Verdict, Is.EqualTo(Verdict.Refused));
    }

    [Test]
    public void Decide_NotMadeYet_IsHeldAndSaysSo()
    {
        var scene = Whole with { Redacted = For(WithoutBea with { HasRendition = false, Approvals = [Everything(ChannelId.Website)] }) };
        Assert.That(Codes(scene), Is.EqualTo(new[] { ReasonCode.RedactionNotReady }));
        Assert.That(Decide(scene).For(ChannelId.Seesaw).Verdict, Is.EqualTo(Verdict.Cleared));
    }

    [Test]
    public void Decide_FaceUnderTheCover_IsHeldWhateverIsSaidOfIt([Values] FaceAnswer answer)
    {
        var under = Face() with { IsUnderCover = true, Answer = answer, Person = answer is FaceAnswer.Named ? People[0] : null };
        var scene = Whole with { Redacted = For(WithoutBea with { Faces = [Whole.Faces[0], under], Approvals = [Everything(ChannelId.Website)] }) };
        Assert.That(Codes(scene), Does.Contain(ReasonCode.FaceStillSeen));
    }

    [Test]
    public void Decide_RedactedForAChannelNobodyAskedFor_GivesItNoVerdict() =>
        Assert.That(Decide(Whole with { AskedFor = [ChannelId.Seesaw], Redacted = For(WithoutBea) }).Channels.Select(c => c.Channel), Is.EqualTo(new[] { ChannelId.Seesaw }));

    [Test]
    public void Decide_AnyTwoScenes_DecidesEachChannelFromItsOwn() =>
        Gen.Select(Worlds.Any, Worlds.Any).Sample(
            (one, other) =>
            {
                var redacted = other.Scene with { IsRedacted = true };
                var mixed = (one with { Scene = one.Scene with { Redacted = For(redacted) } }).Decide();
                return Say(mixed.For(ChannelId.Website)) == Say((one with { Scene = redacted }).Decide().For(ChannelId.Website))
                    && Say(mixed.For(ChannelId.Seesaw)) == Say(one.Decide().For(ChannelId.Seesaw));
            },
            iter: 5000,
            threads: 2);

    [Test]
    public void Decide_RedactionNotMadeOrAFaceUnderIt_NeverClears([Values] bool isMade) =>
        Worlds.Any.Sample(
            world =>
            {
                var redacted = world.Scene with { IsRedacted = true, HasRendition = isMade, Faces = isMade ? world.Scene.Faces.Add(Face() with { IsUnderCover = true }) : world.Scene.Faces };
                return !(world with { Scene = world.Scene with { Redacted = For(redacted) } }).Cleared().Contains(ChannelId.Website);
            },
            iter: 5000,
            threads: 2);

    private static Decision Decide(Scene scene) => new DecisionEngine().Decide(scene, RegisterOf(Consenting(People[0]), Consenting(People[1], Website)), Policy);

    private static IEnumerable<ReasonCode> Codes(Scene scene) => Decide(scene).For(ChannelId.Website).Reasons.Select(r => r.Code);

    private static ImmutableDictionary<ChannelId, Scene> For(Scene redacted) => ImmutableDictionary<ChannelId, Scene>.Empty.Add(ChannelId.Website, redacted);

    private static ChannelApproval Everything(ChannelId channel) => new(channel, Build.Office, [.. Enum.GetValues<ReasonCode>()]);

    private static string Say(ChannelDecision made) => $"{made.Verdict} {string.Join(' ', made.Reasons)} {string.Join(' ', made.RestsOn.Select(p => p.ToString()).Order(StringComparer.Ordinal))}";
}
