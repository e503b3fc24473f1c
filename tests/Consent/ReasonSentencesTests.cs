using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Consent.Tests;

public sealed class ReasonSentencesTests
{
    [Test]
    public void For_EveryCodeAndAudience_IsAPlainSentence([Values] ReasonCode code, [Values] Audience audience)
    {
        var sentence = ReasonSentences.For(code, audience);
        Assert.That(sentence, Does.Match("^[A-Z].{20,220}[.]$"));
        Assert.That(sentence, Does.Not.Contain("{").And.Not.Contain(code.ToString()).And.Not.Contain("protect"));
        Assert.That(code is ReasonCode.None || ReasonSentences.Explains(code));
    }

    [Test]
    public void For_CodeNobodyWroteFor_ReadsAsUnexplained([Values] Audience audience) =>
        Assert.That(ReasonSentences.For((ReasonCode)12345, audience), Is.EqualTo(ReasonSentences.For(ReasonCode.None, audience)));

    [Test]
    public void For_DifferentCodes_DifferForTheOffice() =>
        Assert.That(Enum.GetValues<ReasonCode>().Select(code => ReasonSentences.For(code, Audience.Office)), Is.Unique);

    [Test]
    public void For_ALeftover_TellsOfficeAndLeadItsKindAndTheTeacherNothing([Values] LeftoverKind leftover)
    {
        var teacher = ReasonSentences.For(ReasonCode.LeftoverFound, leftover, Audience.Teacher);
        var office = ReasonSentences.For(ReasonCode.LeftoverFound, leftover, Audience.Office);
        Assert.That(teacher, Is.EqualTo(ReasonSentences.For(ReasonCode.LeftoverFound, Audience.Teacher)));
        Assert.That(office, Is.EqualTo(ReasonSentences.For(ReasonCode.LeftoverFound, leftover, Audience.Lead)));
        Assert.That(office, leftover == LeftoverKind.None ? Does.Not.Contain("What was left is") : Does.Match("What was left is [a-z].{5,60}[.]$"));
        Assert.That(ReasonSentences.For(ReasonCode.Truncated, leftover, Audience.Office), Is.EqualTo(ReasonSentences.For(ReasonCode.Truncated, Audience.Office)));
    }

    [Test]
    public void LeftoverWords_EveryKind_AreDifferent() => Assert.That(Enum.GetValues<LeftoverKind>().Select(LeftoverWords.For), Is.Unique);

    [Test]
    public void Kind_EveryCode_FollowsItsHundred([Values] ReasonCode code)
    {
        var hundred = (int)code / 100 * 100;
        Assert.That(code.IsDischargeable(), Is.EqualTo(hundred == 300));
        Assert.That(code.Verdict(), Is.EqualTo(hundred == 500 || code is ReasonCode.PersonRefused ? Verdict.Refused : Verdict.Held));
    }

    [TestCase(ReasonCode.None, ReasonKind.Failure)]
    [TestCase(ReasonCode.PersonRefused, ReasonKind.Consent)]
    [TestCase(ReasonCode.GroupUnknown, ReasonKind.Knowledge)]
    [TestCase(ReasonCode.NameHint, ReasonKind.Doubt)]
    [TestCase(ReasonCode.NoRendition, ReasonKind.Failure)]
    [TestCase(ReasonCode.NotFitToBeSeen, ReasonKind.Refusal)]
    [TestCase(ReasonCode.Truncated, ReasonKind.Quarantine)]
    [TestCase(ReasonCode.Deleted, ReasonKind.Ending)]
    [TestCase(ReasonCode.StorageFull, ReasonKind.Waiting)]
    [TestCase((ReasonCode)990, ReasonKind.Failure)]
    public void Kind_Code_IsItsKind(ReasonCode code, ReasonKind kind) => Assert.That(code.Kind(), Is.EqualTo(kind));
}
