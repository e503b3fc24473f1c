using System.Collections.Immutable;
using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.Register;
using MediaGuard.Consent.Rules;
using MediaGuard.Media;
using static MediaGuard.Consent.Tests.Build;

namespace MediaGuard.Consent.Tests;

public sealed class DecisionEngineTests
{
    private static readonly ImmutableArray<PersonId> Class = Persons(28);
    private static readonly ImmutableArray<PersonId> Refusing = Class[..3];

    // Ali, Bea and Cem refuse the website; the rest of the class says yes to everything.
    private static readonly RegisterSnapshot ClassRegister =
        RegisterOf(Class.Select(id => Refusing.Contains(id) ? Consenting(id, Website) : Consenting(id)));

    private static readonly Scene ClassScene = Seen(Face(), Face(), Face()) with { Pool = [.. Class] };

    private static readonly Scene Attested = ClassScene with { Absent = [.. Refusing], NobodyFromOutside = true };

    private static Decision Decide(Scene scene, RegisterSnapshot? register = null, SchoolPolicy? policy = null) =>
        new DecisionEngine().Decide(scene, register ?? ClassRegister, policy ?? Policy);

    private static IEnumerable<ReasonCode> Codes(Scene scene, ChannelId channel) => Decide(scene).For(channel).Reasons.Select(reason => reason.Code);

    private static Verdict VerdictOf(Scene scene, ChannelId channel) => Decide(scene).For(channel).Verdict;

    [Test]
    public void Decide_ThreeAbsentAndNobodyFromOutside_ClearsAClassOf28()
    {
        var decision = Decide(Attested);
        Assert.That(decision.Channels.Select(made => made.Verdict), Is.All.EqualTo(Verdict.Cleared));
        Assert.That(decision.Possible, Is.EquivalentTo(Class[3..]));
    }

    [Test]
    public void Decide_AbsentWithoutNobodyFromOutside_IsHeldAsUnknown()
    {
        var decision = Decide(Attested with { NobodyFromOutside = false });
        Assert.That(decision.Possible, Is.Null);
        Assert.That(decision.For(ChannelId.Seesaw).Reasons, Is.EqualTo(new[] { new Reason(ReasonCode.PossiblePeopleUnknown) }));
    }

    [Test]
    [Property("Requirement", "C3")]
    public void Decide_OneRefuserNotAbsent_HoldsTheWebsiteOnlyAndSaysWhom()
    {
        var scene = Attested with { Absent = [Refusing[0], Refusing[2]] };
        Assert.That(VerdictOf(scene, ChannelId.Seesaw), Is.EqualTo(Verdict.Cleared));
        Assert.That(
            Decide(scene).For(ChannelId.Website).Reasons,
            Is.EqualTo(new[] { new Reason(ReasonCode.MayShowPersonWithoutConsent, Refusing[1]) }));
    }

    [Test]
    public void Decide_NamedRefuser_IsRefusedAndSaysWhom()
    {
        var made = Decide(Attested with { Named = [Refusing[1]] }).For(ChannelId.Website);
        Assert.That(made.Verdict, Is.EqualTo(Verdict.Refused));
        Assert.That(made.Reasons, Is.EqualTo(new[] { new Reason(ReasonCode.PersonRefused, Refusing[1]) }));
    }

    [Test]
    public void Decide_NamedAndAbsent_StaysPossible() =>
        Assert.That(Decide(Attested with { Named = [Refusing[1]] }).Possible, Does.Contain(Refusing[1]));

    [Test]
    public void Decide_ProtectedPerson_LooksExactlyLikeARefusal([Values] bool named)
    {
        var scene = Attested with { Absent = [.. Refusing[1..]], Named = named ? [Refusing[0]] : [] };
        var guarded = RegisterOf(Class.Select(id => id == Refusing[0]
            ? Consenting(id) with { IsProtected = true }
            : Refusing.Contains(id) ? Consenting(id, Website) : Consenting(id)));
        Assert.That(Decide(scene, guarded).For(ChannelId.Website).Reasons, Is.EqualTo(Decide(scene).For(ChannelId.Website).Reasons));
    }

    [Test]
    public void Decide_NothingKnownAtAll_IsHeldForEveryChannelAskedFor()
    {
        var empty = new Scene
        {
            Media = ClassScene.Media,
            Version = 0,
            HasRendition = false,
            Sight = Sight.NotSeen,
            AskedFor = [ChannelId.Seesaw, ChannelId.Website],
        };
        var decision = Decide(empty);
        Assert.That(decision.Channels.Select(made => made.Verdict), Is.EqualTo(new[] { Verdict.Held, Verdict.Held }));
        Assert.That(
            Codes(empty, ChannelId.Website),
            Is.EqualTo(new[] { ReasonCode.GroupUnknown, ReasonCode.NotSeenYet, ReasonCode.NoRendition }));
    }

    [Test]
    public void Decide_NobodyAsked_DecidesNothing() => Assert.That(Decide(Attested with { AskedFor = [] }).Channels, Is.Empty);

    [Test]
    public void Decide_ChannelNotInPolicy_IsHeld()
    {
        var press = new ChannelId("press");
        Assert.That(Codes(Attested with { AskedFor = [press] }, press), Is.EqualTo(new[] { ReasonCode.ChannelNotSetUp }));
    }

    [Test]
    public void Decide_ChannelWithoutPurposes_IsHeld([Values] bool none)
    {
        ImmutableArray<PurposeId> purposes = none ? default : [];
        var policy = Policy with { Channels = Policy.Channels.SetItem(ChannelId.Seesaw, new(ChannelId.Seesaw, purposes, true, false)) };
        Assert.That(Decide(Attested, policy: policy).For(ChannelId.Seesaw).Reasons, Is.EqualTo(new[] { new Reason(ReasonCode.ChannelNotSetUp) }));
    }

    [Test]
    public void Decide_ChannelNeedingTwoPurposes_NeedsBoth()
    {
        var policy = Policy with { Channels = Policy.Channels.SetItem(ChannelId.Seesaw, new(ChannelId.Seesaw, [Seesaw, Website], false, false)) };
        var scene = Seen(Face(Refusing[0])) with { NobodyElse = true };
        Assert.That(Decide(scene, policy: policy).For(ChannelId.Seesaw).Verdict, Is.EqualTo(Verdict.Refused));
    }

    [Test]
    public void Decide_GroupUnknown_IsHeldAsSuch() =>
        Assert.That(Codes(Attested with { Pool = null }, ChannelId.Seesaw), Is.EqualTo(new[] { ReasonCode.GroupUnknown }));

    [Test]
    public void Decide_GroupWithoutMembers_IsHeldAsUnknown() =>
        Assert.That(Codes(Attested with { Pool = [] }, ChannelId.Seesaw), Is.EqualTo(new[] { ReasonCode.GroupUnknown }));

    [Test]
    public void Decide_NobodySaidAnything_SaysSo() =>
        Assert.That(Codes(ClassScene, ChannelId.Seesaw), Is.EqualTo(new[] { ReasonCode.NobodySaidAnything }));

    [Test]
    public void Decide_EveryBoxNamedAndNobodyElse_ClearsWithoutAGroup()
    {
        var decision = Decide(Seen(Face(Class[5]), Face(Class[6])) with { NobodyElse = true });
        Assert.That(decision.For(ChannelId.Website).Verdict, Is.EqualTo(Verdict.Cleared));
        Assert.That(decision.Possible, Is.EquivalentTo(new[] { Class[5], Class[6] }));
    }

    [Test]
    [Property("Requirement", "C6")]
    public void Decide_NameWithoutBox_DischargesNoFace()
    {
        var face = Face();
        var made = Decide(Seen(face) with { Named = [Class[5]], NobodyElse = true }).For(ChannelId.Seesaw);
        Assert.That(made.Reasons, Is.EqualTo(new[] { new Reason(ReasonCode.FaceNotNamed, Face: face.Id) }));
    }

    [Test]
    [Property("Requirement", "C6")]
    public void Decide_DoubtfulBoxUnanswered_TakesNobodyElseAway() =>
        Assert.That(
            Codes(Seen(Face(Class[5]), Face(doubtful: true)) with { NobodyElse = true }, ChannelId.Seesaw),
            Is.EqualTo(new[] { ReasonCode.FaceNotNamed, ReasonCode.MoreFacesThanNamed, ReasonCode.DoubtfulFace }));

    [Test]
    [Property("Requirement", "C6")]
    public void Decide_GrownUpNotOnTheRegister_LetsNobodyElseHoldAndHoldsPublicChannelsForGood()
    {
        var grownUp = Face(20, doubtful: true) with { Answer = FaceAnswer.Adult };
        var scene = Seen(Face(Class[5]), grownUp) with
        {
            NobodyElse = true,
            Approvals = [new ChannelApproval(ChannelId.Website, Build.Office, [.. Enum.GetValues<ReasonCode>()])],
        };
        Assert.That(VerdictOf(scene, ChannelId.Seesaw), Is.EqualTo(Verdict.Cleared));
        Assert.That(Decide(scene).For(ChannelId.Website).Reasons, Is.EqualTo(new[] { new Reason(ReasonCode.AdultNotOnRegister, Face: grownUp.Id) }), "nobody can approve it away");
        Assert.That(VerdictOf(scene with { Faces = [Face(Class[5]), Face(20, doubtful: true)] }, ChannelId.Seesaw), Is.EqualTo(Verdict.Held));
    }

    [Test]
    public void Decide_OnlyAGrownUp_IsNoPictureWithoutFaces() =>
        Assert.That(VerdictOf(Seen(Face() with { Answer = FaceAnswer.Adult }), ChannelId.Seesaw), Is.EqualTo(Verdict.Held));

    [Test]
    public void Decide_DoubtfulBoxNotAFace_LetsNobodyElseHold()
    {
        var scene = Seen(Face(Class[5]), Face(doubtful: true) with { Answer = FaceAnswer.NotAFace }) with { NobodyElse = true };
        Assert.That(VerdictOf(scene, ChannelId.Website), Is.EqualTo(Verdict.Cleared));
    }

    [Test]
    public void Decide_ManyFacesInABatch_AreNoMoreThanTheClass()
    {
        var eight = ClassScene with { Faces = [.. Enumerable.Range(0, 8).Select(_ => Face())], Absent = [.. Refusing], NobodyFromOutside = true };
        Assert.That(VerdictOf(eight, ChannelId.Website), Is.EqualTo(Verdict.Cleared));
        Assert.That(Codes(eight with { Faces = eight.Faces.Add(Face()) }, ChannelId.Website), Is.EqualTo(new[] { ReasonCode.ManyFaces }));
    }

    [Test]
    public void Decide_MoreFacesThanTheWholePool_IsDoubted() =>
        Assert.That(
            Codes(Attested with { Pool = [.. Class[..5]] }, ChannelId.Website), Is.EqualTo(new[] { ReasonCode.MoreFacesThanNamed }));

    [TestCase(40, false)]
    [TestCase(39.9, true)]
    [TestCase(double.NaN, true)]
    public void Decide_SmallFace_IsDoubted(double size, bool doubted) =>
        Assert.That(
            Codes(Attested with { Faces = [Face(size)] }, ChannelId.Seesaw),
            Is.EqualTo(doubted ? new[] { ReasonCode.SmallFaces } : []));

    [Test]
    public void Decide_HintAtSomebodyAbsent_IsDoubtedAndSaysWhom() =>
        Assert.That(
            Decide(Attested with { NameHints = [Refusing[2], Class[9]] }).For(ChannelId.Website).Reasons,
            Is.EqualTo(new[] { new Reason(ReasonCode.NameHint, Refusing[2]) }));

    [Test]
    public void Decide_DoubtApproved_ClearsThatChannelOnly()
    {
        var scene = Attested with
        {
            NameHints = [Refusing[2]],
            Approvals = [new ChannelApproval(ChannelId.Seesaw, Build.Office, [ReasonCode.NameHint])],
        };
        Assert.That(VerdictOf(scene, ChannelId.Seesaw), Is.EqualTo(Verdict.Cleared));
        Assert.That(VerdictOf(scene, ChannelId.Website), Is.EqualTo(Verdict.Held));
    }

    [TestCase(true, new[] { ReasonCode.NameHint })]
    [TestCase(false, new ReasonCode[0])]
    public void Decide_NameHintAtOneApproved_TheOtherStaysUnlessNobodyWasMeant(bool namesOne, ReasonCode[] standing)
    {
        var scene = Attested with
        {
            NameHints = [Refusing[1], Refusing[2]],
            Approvals = [new ChannelApproval(ChannelId.Seesaw, Build.Office, [new Reason(ReasonCode.NameHint, namesOne ? Refusing[1] : null)])],
        };
        Assert.That(Decide(scene).For(ChannelId.Seesaw).Reasons, Is.EqualTo(standing.Select(code => new Reason(code, Refusing[2]))));
    }

    [Test]
    public void Decide_OneDoubtOfTwoApproved_StaysHeld()
    {
        var scene = Attested with
        {
            NameHints = [Refusing[2]],
            Faces = [Face(10)],
            Approvals = [new ChannelApproval(ChannelId.Seesaw, Build.Office, [ReasonCode.NameHint])],
        };
        Assert.That(Codes(scene, ChannelId.Seesaw), Is.EqualTo(new[] { ReasonCode.SmallFaces }));
    }

    [Test]
    public void Decide_BooksRestored_HoldsEveryChannel()
    {
        var register = new RegisterSnapshot(7, Today, Class.Select(id => Consenting(id)), Today) { IsRestored = true };
        var decision = Decide(Attested, register, Policy);
        Assert.That(decision.Channels.Select(c => c.Verdict), Is.Not.Empty.And.All.EqualTo(Verdict.Held));
        Assert.That(decision.Channels.SelectMany(c => c.Reasons.Select(r => r.Code)), Is.All.EqualTo(ReasonCode.BooksRestored));
    }

    [TestCase(35, true)]
    [TestCase(36, false)]
    [TestCase(null, false)]
    [Property("Requirement", "C7")]
    public void Decide_RegisterTooOld_HoldsPublicChannelsOnly(int? daysAgo, bool clears)
    {
        var register = new RegisterSnapshot(7, Today, Class.Select(id => Consenting(id)), daysAgo is { } days ? Today.AddDays(-days) : null);
        var policy = Policy with { RegisterMaxAgeDays = 35 };
        Assert.That(Decide(Attested, register, policy).For(ChannelId.Website).Reasons.Select(r => r.Code), Is.EqualTo(clears ? Array.Empty<ReasonCode>() : [ReasonCode.RegisterTooOld]));
        Assert.That(Decide(Attested, register, policy).For(ChannelId.Seesaw).Verdict, Is.EqualTo(Verdict.Cleared));
    }

    [Test]
    public void Decide_TakenBackBefore_IsHeldThereOnly()
    {
        var scene = Attested with { TakenBack = [ChannelId.Seesaw] };
        Assert.That(Codes(scene, ChannelId.Seesaw), Is.EqualTo(new[] { ReasonCode.TakenBackBefore }));
        Assert.That(VerdictOf(scene, ChannelId.Website), Is.EqualTo(Verdict.Cleared));
    }

    [TestCase(false, false, true, false)]
    [TestCase(true, false, true, false)]
    [TestCase(false, true, true, true)]
    [TestCase(true, true, true, true)]
    [TestCase(true, true, false, false)]
    public void Decide_SecondApproverWanted_OwnApprovalOrOneGivenBeforeItWasSaidDoesNotSuffice(bool byTeacher, bool byOffice, bool isSince, bool cleared)
    {
        var policy = Policy with { Channels = Policy.Channels.SetItem(ChannelId.Seesaw, Policy.Channels[ChannelId.Seesaw] with { NeedsSecondApprover = true }) };
        var scene = Attested with
        {
            AttestedBy = [Teacher],
            Approvals =
            [
                .. byTeacher ? [new ChannelApproval(ChannelId.Seesaw, Teacher, []) { IsSinceLastWord = true }] : Array.Empty<ChannelApproval>(),
                .. byOffice ? [new ChannelApproval(ChannelId.Seesaw, Office, []) { IsSinceLastWord = isSince }] : Array.Empty<ChannelApproval>(),
                new ChannelApproval(ChannelId.Website, Office, []) { IsSinceLastWord = true },
            ],
        };
        Assert.That(
            Decide(scene, policy: policy).For(ChannelId.Seesaw).Reasons.Select(r => r.Code),
            Is.EqualTo(cleared ? Array.Empty<ReasonCode>() : [ReasonCode.SecondApproverNeeded]));
    }

    [Test]
    public void Decide_Verdict_RestsOnEverybodyAsked()
    {
        var pool = Attested.Pool!.Except(Attested.Absent);
        Assert.That(Decide(Attested).For(ChannelId.Website).RestsOn, Is.EquivalentTo(pool));
        Assert.That(Decide(Seen(Face(Class[1])) with { NobodyElse = true }).For(ChannelId.Seesaw).RestsOn, Is.EquivalentTo(new[] { Class[1] }));
        Assert.That(Decide(Seen()).For(ChannelId.Seesaw).RestsOn, Is.Empty);
    }

    [Test]
    public void Decide_NoFace_ClearsSeesawButNeverTheWebsite()
    {
        var scene = Seen();
        Assert.That(VerdictOf(scene, ChannelId.Seesaw), Is.EqualTo(Verdict.Cleared));
        Assert.That(VerdictOf(scene, ChannelId.Website), Is.EqualTo(Verdict.Held));
        Assert.That(Decide(scene, policy: PolicyWith(noFaceSuffices: false)).For(ChannelId.Seesaw).Verdict, Is.EqualTo(Verdict.Held));
    }

    [Test]
    public void Decide_NoFaceButTextNamesARefuser_IsHeld([Values] bool attested)
    {
        var register = RegisterOf(Consenting(Class[0], Seesaw));
        var scene = Seen() with { NameHints = [Class[0]], Pool = [Class[0]], NobodyFromOutside = attested };
        Assert.That(Decide(scene, register).For(ChannelId.Seesaw).Verdict, Is.EqualTo(Verdict.Held));
    }

    [Test]
    public void Decide_RefusedForEveryChannel_WhateverTheConsents()
    {
        var decision = Decide(Attested with { Refusals = [new ChannelRefusal(null, ReasonCode.NotFitToBeSeen)] });
        Assert.That(decision.Channels.Select(made => made.Verdict), Is.All.EqualTo(Verdict.Refused));
        Assert.That(decision.For(ChannelId.Seesaw).Reasons, Is.EqualTo(new[] { new Reason(ReasonCode.NotFitToBeSeen) }));
    }

    [Test]
    public void Decide_RefusedForOneChannel_LeavesTheOther()
    {
        var scene = Attested with { Refusals = [new ChannelRefusal(ChannelId.Website, ReasonCode.RefusedByOffice)] };
        Assert.That(VerdictOf(scene, ChannelId.Seesaw), Is.EqualTo(Verdict.Cleared));
        Assert.That(VerdictOf(scene, ChannelId.Website), Is.EqualTo(Verdict.Refused));
    }

    [TestCase(ReasonCode.ModelAltered, ReasonCode.ModelAltered)]
    [TestCase(ReasonCode.None, ReasonCode.DetectorFailed)]
    [TestCase(ReasonCode.PictureTooBlurred, ReasonCode.DetectorFailed)]
    public void Decide_DetectorFailed_IsHeldWithItsCode(ReasonCode noted, ReasonCode expected) =>
        Assert.That(
            Codes(Attested with { Sight = Sight.Failed, SightFailure = noted }, ChannelId.Seesaw), Is.EqualTo(new[] { expected }));

    [TestCase(ReasonCode.PictureTooDark)]
    [TestCase(ReasonCode.PictureTooBlurred)]
    [TestCase(ReasonCode.PictureTooSmall)]
    [TestCase(ReasonCode.PoorPicture)]
    public void Decide_PoorPicture_HoldsUntilSomebodyLooked(ReasonCode why)
    {
        var poor = Attested with { SightFailure = why };
        Assert.That(Codes(poor, ChannelId.Seesaw), Is.EqualTo(new[] { why }));
        Assert.That(ContactSheet.NeedsOneByOne(poor, Policy), Is.True);
        Assert.That(VerdictOf(poor with { Approvals = [new ChannelApproval(ChannelId.Seesaw, Office, [why])] }, ChannelId.Seesaw), Is.EqualTo(Verdict.Cleared));
    }

    [Test]
    public void Decide_WithdrawnAfterClearing_Holds()
    {
        var withdrawn = RegisterOf(Class.Select(id => Refusing.Contains(id) || id == Class[20] ? Consenting(id, Website) : Consenting(id)));
        Assert.That(Decide(Attested, withdrawn).For(ChannelId.Website).Verdict, Is.EqualTo(Verdict.Held));
        Assert.That(Decide(Attested with { Absent = [.. Refusing, Class[20]] }, withdrawn).For(ChannelId.Website).Verdict, Is.EqualTo(Verdict.Cleared));
    }

    [Test]
    public void Decide_Always_NamesTheVersionsThatMadeIt()
    {
        var decision = Decide(Attested);
        Assert.That(
            (decision.Media, decision.SceneVersion, decision.RegisterVersion, decision.PolicyVersion, decision.EngineVersion, decision.ModelsVersion),
            Is.EqualTo((Attested.Media, 5L, 7L, 3L, DecisionEngine.EngineVersion, "m1")));
    }

    [Test]
    public void NeedsOneByOne_Doubts_AreShownAlone()
    {
        Assert.That(ContactSheet.NeedsOneByOne(ClassScene, Policy), Is.False);
        Assert.That(ContactSheet.NeedsOneByOne(Attested, Policy), Is.False);
        Assert.That(ContactSheet.NeedsOneByOne(ClassScene with { Faces = [Face(20)] }, Policy), Is.True);
        Assert.That(ContactSheet.NeedsOneByOne(ClassScene with { Faces = [Face(doubtful: true)] }, Policy), Is.True);
        Assert.That(ContactSheet.NeedsOneByOne(ClassScene with { Faces = [.. Enumerable.Range(0, 9).Select(_ => Face())] }, Policy), Is.True);
        Assert.That(ContactSheet.NeedsOneByOne(Attested with { NameHints = [Refusing[0]] }, Policy), Is.True);
        Assert.That(ContactSheet.NeedsOneByOne(ClassScene with { Device = DeviceStanding.Unknown }, Policy), Is.False);
        Assert.That(ContactSheet.NeedsOneByOne(ClassScene with { Sight = Sight.Failed }, Policy), Is.True);
    }
}
