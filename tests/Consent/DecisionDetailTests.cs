using System.Collections.Immutable;
using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.Register;
using MediaGuard.Consent.Rules;
using MediaGuard.Media;
using static MediaGuard.Consent.Tests.Build;

namespace MediaGuard.Consent.Tests;

/// <summary>What each rule weighs where two of its grounds meet, one example each.</summary>
public sealed class DecisionDetailTests
{
    private static readonly ImmutableArray<PersonId> Class = Persons(5);

    // the first two refuse the website
    private static readonly RegisterSnapshot ClassRegister = RegisterOf(Class.Select(id => Class.IndexOf(id) < 2 ? Consenting(id, Website) : Consenting(id)));

    private static Decision Decide(Scene scene, RegisterSnapshot? register = null, SchoolPolicy? policy = null) => new DecisionEngine().Decide(scene, register ?? ClassRegister, policy ?? Policy);

    private static IEnumerable<ReasonCode> Codes(Scene scene, ChannelId channel, SchoolPolicy? policy = null, RegisterSnapshot? register = null) =>
        Decide(scene, register, policy).For(channel).Reasons.Select(reason => reason.Code);

    [Test]
    public void Decide_SeveralChannelsAndReasons_AreOrderedWorstFirstThenByCodeAndPerson()
    {
        var scene = Seen(Face(doubtful: true), Face()) with { Named = [Class[1], Class[0]], Device = DeviceStanding.Unknown, AskedFor = [ChannelId.Website, ChannelId.Seesaw] };
        var decision = Decide(scene);
        Assert.That(decision.Channels.Select(made => made.Channel), Is.EqualTo(new[] { ChannelId.Seesaw, ChannelId.Website }));
        var website = decision.For(ChannelId.Website);
        Assert.That(website.Verdict, Is.EqualTo(Verdict.Refused), "the worst of them");
        Assert.That(website.Reasons.Take(2), Is.EqualTo(new[] { new Reason(ReasonCode.PersonRefused, Class[0]), new Reason(ReasonCode.PersonRefused, Class[1]) }));
        var held = website.Reasons.Skip(2).Select(reason => reason.Code).ToList();
        Assert.That(held, Is.Ordered.And.Contains(ReasonCode.DeviceUnknown).And.Contains(ReasonCode.DoubtfulFace));
    }

    [TestCase(DeviceStanding.Unknown, true, true)]
    [TestCase(DeviceStanding.Unknown, false, false)]
    [TestCase(DeviceStanding.Known, true, false)]
    [TestCase(DeviceStanding.NotStated, true, false)]
    [Property("Requirement", "D1")]
    public void Decide_Camera_HoldsOnlyWhereItIsNamedAndNotTheSchools(DeviceStanding device, bool holds, bool held) =>
        Assert.That(Codes(Seen(Face()) with { Device = device }, ChannelId.Seesaw, PolicyWith(holdUnknownDevices: holds)).Contains(ReasonCode.DeviceUnknown), Is.EqualTo(held));

    [Test]
    public void Decide_OneOfTwoFacesIsAnswered_SomethingWasSaid() =>
        Assert.That(
            Codes(Seen(Face() with { Answer = FaceAnswer.NotAFace }, Face()) with { Pool = [.. Class] }, ChannelId.Seesaw),
            Has.Member(ReasonCode.PossiblePeopleUnknown).And.No.Member(ReasonCode.NobodySaidAnything));

    [Test]
    public void PeopleAsked_NoFaceSuffices_AreThoseTheFileNamesOfThePossible()
    {
        var scene = Seen() with { Pool = [.. Class], NobodyFromOutside = true, Absent = [Class[3]], NameHints = [Class[2], Class[3]] };
        Assert.That(new ChannelQuestion(new SceneReading(scene), ChannelId.Seesaw, ClassRegister, Policy).PeopleAsked, Is.EquivalentTo(new[] { Class[2] }));
        Assert.That(new ChannelQuestion(new SceneReading(scene), ChannelId.Website, ClassRegister, Policy).PeopleAsked, Is.EquivalentTo(Class.Remove(Class[3])));
    }

    [Test]
    [Property("Requirement", "C1")]
    public void Decide_NamedWithoutAnyWord_IsNoRefusal() =>
        Assert.That(Codes(Seen(Face(Class[0])), ChannelId.Seesaw, register: RegisterOf(Person(Class[0]))), Has.Member(ReasonCode.NoConsentOnRecord).And.No.Member(ReasonCode.PersonRefused));

    [Test]
    public void Decide_OneOfTwoPurposesRefused_ALikenessHolds()
    {
        var both = Policy with { Channels = Policy.Channels.SetItem(ChannelId.Website, new ChannelPolicy(ChannelId.Website, [Seesaw, Website], NoFaceSuffices: false, IsPublic: true)) };
        Assert.That(Codes(Seen(Face() with { Suggested = Class[0] }), ChannelId.Website, both), Has.Member(ReasonCode.LooksLikeRefused));
        Assert.That(Codes(Seen(Face() with { Suggested = Class[4] }), ChannelId.Website, both), Has.No.Member(ReasonCode.LooksLikeRefused));
    }

    [TestCase(ReasonCode.NotFitToBeSeen, ReasonCode.NotFitToBeSeen)]
    [TestCase(ReasonCode.DoubtfulFace, ReasonCode.RefusedByOffice)]
    public void Decide_Refusal_StaysOneWhateverCodeWasWrittenBesideIt(ReasonCode written, ReasonCode said)
    {
        var made = Decide(Seen(Face(Class[4])) with { NobodyElse = true, Refusals = [new ChannelRefusal(null, written)] }).For(ChannelId.Seesaw);
        Assert.That((made.Verdict, made.Reasons[0].Code), Is.EqualTo((Verdict.Refused, said)));
    }

    [TestCase(true, false, true)]
    [TestCase(true, true, false)]
    [TestCase(false, false, false)]
    public void Decide_FaceLikeSomebody_IsADoubtWhereTheyAreSaidToBeAbsentAndNotNamed(bool absent, bool named, bool doubted)
    {
        var scene = Seen(Face() with { Suggested = Class[4] }) with { Absent = absent ? [Class[4]] : [], Named = named ? [Class[4]] : [] };
        Assert.That(Codes(scene, ChannelId.Seesaw).Contains(ReasonCode.LooksLikeAbsent), Is.EqualTo(doubted));
    }

    [Test]
    public void Decide_HintAtSomebodyNamed_IsNoDoubt()
    {
        var hinted = Seen(Face()) with { NameHints = [Class[4]], Absent = [Class[4]] };
        Assert.That(Codes(hinted, ChannelId.Seesaw), Has.Member(ReasonCode.NameHint));
        Assert.That(Codes(hinted with { Named = [Class[4]] }, ChannelId.Seesaw), Has.No.Member(ReasonCode.NameHint));
        Assert.That(Codes(Seen() with { NameHints = [Class[4]] }, ChannelId.Seesaw), Has.Member(ReasonCode.NameHint));
        Assert.That(Codes(Seen() with { NameHints = [Class[4]], Named = [Class[4]] }, ChannelId.Seesaw), Has.No.Member(ReasonCode.NameHint));
    }

    [Test]
    public void Text_OfASceneAndARecord_NamesNobody()
    {
        Assert.That(Seen(Face(Class[0])).ToString(), Does.StartWith("Scene ").And.Not.Contain(Class[0].ToString()));
        Assert.That(Said(7, Class[0], Website, ConsentAnswer.Given).ToString(), Is.EqualTo("Record 7"));
    }
}
