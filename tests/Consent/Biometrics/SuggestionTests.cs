using CsCheck;
using MediaGuard.Consent.Decisions;
using MediaGuard.Media;
using static MediaGuard.Consent.Tests.Build;

namespace MediaGuard.Consent.Tests.Biometrics;

public sealed class SuggestionTests
{
    private static readonly PersonId Ali = Persons(1)[0];
    private static readonly PersonId Bea = Persons(2)[1];
    private static readonly DecisionEngine Engine = new();

    private static SceneFace Suggesting(PersonId person) => Face() with { Suggested = person };

    private static Scene Batch(SceneFace face, params PersonId[] absent) => Seen(face) with { Pool = [Ali, Bea], NobodyFromOutside = true, Absent = [.. absent] };

    [Test]
    public void Decide_SuggestionOfSomebodyWhoRefused_HoldsForThatChannelAndApprovingEndsIt()
    {
        var register = RegisterOf(Consenting(Ali, Website), Consenting(Bea));
        var scene = Batch(Suggesting(Ali), Ali) with { Pool = [Ali, Bea] };

        var decision = Engine.Decide(scene, register, Policy);
        Assert.That(decision.For(ChannelId.Website).Verdict, Is.EqualTo(Verdict.Held));
        Assert.That(decision.For(ChannelId.Website).Reasons.Select(r => (r.Code, r.Person)), Is.EquivalentTo(new[] { (ReasonCode.LooksLikeAbsent, (PersonId?)Ali), (ReasonCode.LooksLikeRefused, Ali) }));
        Assert.That(decision.For(ChannelId.Seesaw).Reasons.Select(r => r.Code), Is.EqualTo(new[] { ReasonCode.LooksLikeAbsent }));

        var approved = scene with { Approvals = [new ChannelApproval(ChannelId.Website, Build.Office, [ReasonCode.LooksLikeAbsent, ReasonCode.LooksLikeRefused])] };
        Assert.That(Engine.Decide(approved, register, Policy).For(ChannelId.Website).Verdict, Is.EqualTo(Verdict.Cleared));
    }

    [Test]
    public void Decide_SuggestionOfSomebodyWhoConsentsAndIsPossible_ChangesNothing()
    {
        var register = RegisterOf(Consenting(Ali), Consenting(Bea));
        Assert.That(Engine.Decide(Batch(Suggesting(Ali)), register, Policy).Channels.Select(c => c.Verdict), Has.All.EqualTo(Verdict.Cleared));
    }

    [Test]
    public void Decide_SuggestionOfSomebodyFromOutside_HoldsAndIsLookedAtAlone()
    {
        var stranger = Persons(3)[2];
        var scene = Batch(Suggesting(stranger));
        var decision = Engine.Decide(scene, RegisterOf(Consenting(Ali), Consenting(Bea), Consenting(stranger)), Policy);
        Assert.That(decision.For(ChannelId.Seesaw).Reasons.Select(r => r.Code), Is.EqualTo(new[] { ReasonCode.LooksLikeAbsent }));
        Assert.That(ContactSheet.NeedsOneByOne(scene, Policy), Is.True);
    }

    [Test]
    public void Decide_FaceNamedOtherwise_SuggestionIsOver()
    {
        var face = Suggesting(Ali) with { Answer = FaceAnswer.Named, Person = Bea };
        var decision = Engine.Decide(Batch(face, Ali), RegisterOf(Consenting(Ali, Seesaw, Website), Consenting(Bea)), Policy);
        Assert.That(decision.Channels.Select(c => c.Verdict), Has.All.EqualTo(Verdict.Cleared));
    }

    [Test]
    public void Decide_SuggestionAdded_NeverClearsAndNeverChangesWhoIsPossible() =>
        (from any in Worlds.Any
         let world = any with { Scene = any.Scene with { Faces = [.. any.Scene.Faces.Select(f => f with { Suggested = null })] } }
         from person in Gen.Int[0, 8]
         from at in Gen.Int[0, 20]
         select (world, person, at)).Sample(
            drawn =>
            {
                var (world, person, at) = drawn;
                if (world.Scene.Faces.IsEmpty)
                {
                    return;
                }

                var place = at % world.Scene.Faces.Length;
                var after = world with { Scene = world.Scene with { Faces = world.Scene.Faces.SetItem(place, world.Scene.Faces[place] with { Suggested = Persons(9)[person] }) } };
                Assert.That(after.Cleared().IsSubsetOf(world.Cleared()), Is.True);
                Assert.That(PossiblePeople.Of(after.Scene).People?.SetEquals(PossiblePeople.Of(world.Scene).People!), Is.Null.Or.True);
            },
            iter: 20_000,
            threads: 2);
}
