using CsCheck;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using static MediaGuard.Consent.Tests.Build;

namespace MediaGuard.Consent.Tests;

public sealed class StandingTests
{
    private static readonly PersonId Ali = Persons(1)[0];

    private static Standing Of(params ConsentRecord[] records) => RegisterOf(Person(Ali, records)).StandingOf(Ali, Seesaw);

    private static ConsentRecord Given(long sequence, int from = -100, int? until = null) => Said(sequence, Ali, Seesaw, ConsentAnswer.Given, from, until);

    private static ConsentRecord Refused(long sequence, int from = -100, int? until = null) => Said(sequence, Ali, Seesaw, ConsentAnswer.Refused, from, until);

    private static ConsentRecord Withdrawn(long sequence, int from = -100, int? until = null) => Said(sequence, Ali, Seesaw, ConsentAnswer.Withdrawn, from, until);

    [Test]
    public void StandingOf_NobodyOnTheRegister_IsNotOnRecord() =>
        Assert.That(RegisterOf().StandingOf(Ali, Seesaw), Is.EqualTo(Standing.NotOnRecord));

    [Test]
    [Property("Requirement", "C1")]
    public void StandingOf_NothingSaid_IsNotOnRecord() => Assert.That(Of(), Is.EqualTo(Standing.NotOnRecord));

    [Test]
    public void StandingOf_AnotherPurpose_IsNotOnRecord() =>
        Assert.That(RegisterOf(Person(Ali, Given(1))).StandingOf(Ali, Website), Is.EqualTo(Standing.NotOnRecord));

    [Test]
    public void StandingOf_SomebodyElsesRecord_CountsForNothing()
    {
        var register = RegisterOf(Person(Ali, Said(1, Persons(2)[1], Seesaw, ConsentAnswer.Given)));
        Assert.That(register.StandingOf(Ali, Seesaw), Is.EqualTo(Standing.NotOnRecord));
    }

    [TestCase(-1, null, Standing.Given)]
    [TestCase(0, null, Standing.Given)]
    [TestCase(1, null, Standing.NotOnRecord)]
    [TestCase(-1, 0, Standing.Given)]
    [TestCase(0, 0, Standing.Given)]
    [TestCase(-2, -1, Standing.Expired)]
    [TestCase(-1, -2, Standing.Expired)]
    public void StandingOf_Given_HoldsFromFirstToLastDay(int from, int? until, Standing expected) =>
        Assert.That(Of(Given(1, from, until)), Is.EqualTo(expected));

    [Test]
    public void StandingOf_RefusedAfterGiven_IsRefused() => Assert.That(Of(Given(1), Refused(2, -1)), Is.EqualTo(Standing.Refused));

    [Test]
    public void StandingOf_WithdrawnAfterGiven_IsRefused() => Assert.That(Of(Given(1), Withdrawn(2, 0)), Is.EqualTo(Standing.Refused));

    [Test]
    public void StandingOf_WithdrawalFromTomorrow_StillGivenToday() => Assert.That(Of(Given(1), Withdrawn(2, 1)), Is.EqualTo(Standing.Given));

    [Test]
    public void StandingOf_GivenAgain_IsGiven() => Assert.That(Of(Given(1), Refused(2, -50), Given(3, -10)), Is.EqualTo(Standing.Given));

    [Test]
    public void StandingOf_LaterSequenceWins_WhateverTheOrderOfRows() => Assert.That(Of(Refused(2, -50), Given(1, -10)), Is.EqualTo(Standing.Refused));

    [Test]
    public void StandingOf_RefusalThatEnded_DoesNotBringTheYesBack() => Assert.That(Of(Given(1), Refused(2, -50, -10)), Is.EqualTo(Standing.Expired));

    [Test]
    public void StandingOf_ShorterYesAfterLongerOne_EndsWithTheShorter() => Assert.That(Of(Given(1), Given(2, -50, -10)), Is.EqualTo(Standing.Expired));

    [Test]
    public void StandingOf_PastRefusalRecordedLate_LeavesTheYesThatBeganAfterIt() =>
        Assert.That(Of(Given(1, -20), Refused(2, -100, -21)), Is.EqualTo(Standing.Given));

    [Test]
    public void StandingOf_RefusalThatEndsOnTheDayAYesBegan_TakesItsPlace() => Assert.That(Of(Given(1, -10), Refused(2, -50, -10)), Is.EqualTo(Standing.Expired));

    [Test]
    public void StandingOf_RefusalForOneDay_EndsWithIt() => Assert.That(Of(Given(1), Refused(2, -10, -10)), Is.EqualTo(Standing.Expired));

    [Test]
    public void NoesOf_EveryNoSinceTheLastYes_AreThoseThatHold()
    {
        static IEnumerable<long> Noes(params ConsentRecord[] records) => StandingCalculator.NoesOf(Person(Ali, records), Seesaw, Today).Select(r => r.Sequence);
        Assert.Multiple(() =>
        {
            Assert.That(Noes(Given(1), Refused(2), Withdrawn(3)), Is.EqualTo(new long[] { 2, 3 }));
            Assert.That(Noes(Refused(1), Given(2), Refused(3)), Is.EqualTo(new long[] { 3 }), "the yes came in between");
            Assert.That(Noes(Given(1), Refused(2), Given(3), Refused(4)), Is.EqualTo(new long[] { 4 }), "the last yes counts");
            Assert.That(Noes(Refused(1), Given(2)), Is.Empty, "a yes holds");
            Assert.That(Noes(Given(1), Refused(2, -50, -10), Refused(3, -5)), Is.EqualTo(new long[] { 3 }), "the first is over");
            Assert.That(Noes(Refused(2, -50, 0), Refused(3, -5)), Is.EqualTo(new long[] { 2, 3 }), "today is its last day");
            Assert.That(Noes(Refused(1), Given(2, 5)), Is.EqualTo(new long[] { 1 }), "the yes has not begun");
            Assert.That(Noes(Refused(1), Refused(2, 5)), Is.EqualTo(new long[] { 1 }), "nor has the second no");
            Assert.That(Noes(Refused(1), Said(2, Ali, Website, ConsentAnswer.Refused)), Is.EqualTo(new long[] { 1 }), "another purpose");
            Assert.That(Noes(Given(1, -10, -5), Given(2, -4), Refused(3, -3)), Is.EqualTo(new long[] { 3 }));
            Assert.That(Noes(), Is.Empty);
        });
    }

    [Test]
    public void StandingOf_RefusalWhoseDatesAreTurnedRound_HoldsOn() => Assert.That(Of(Given(1), Refused(2, -10, -20)), Is.EqualTo(Standing.Refused));

    [Test]
    public void StandingOf_SameSequenceTwice_TheNoWins([Values] bool noFirst) =>
        Assert.That(noFirst ? Of(Refused(1), Given(1)) : Of(Given(1), Refused(1)), Is.EqualTo(Standing.Refused));

    [TestCase(0, Standing.Given)]
    [TestCase(-1, Standing.Left)]
    public void StandingOf_Leaver_HoldsToTheLastDay(int leftOn, Standing expected)
    {
        var register = RegisterOf(Person(Ali, Given(1)) with { LeftOn = Today.AddDays(leftOn) });
        Assert.That(register.StandingOf(Ali, Seesaw), Is.EqualTo(expected));
    }

    [Test]
    public void StandingOf_RefusalAfterLeaving_IsRefused()
    {
        var register = RegisterOf(Person(Ali, Given(1), Withdrawn(2, -1)) with { LeftOn = Today.AddDays(-30) });
        Assert.That(register.StandingOf(Ali, Seesaw), Is.EqualTo(Standing.Refused));
    }

    [Test]
    public void StandingOf_Protected_LooksLikeARefusalWhateverWasSaid([Values] bool left)
    {
        var register = RegisterOf(Person(Ali, Given(1)) with { IsProtected = true, LeftOn = left ? Today.AddDays(-1) : null });
        Assert.That(register.StandingOf(Ali, Seesaw), Is.EqualTo(Standing.Refused));
    }

    [Test]
    public void StandingOf_TimePasses_NoNeverTurnsToYes() =>
        Worlds.BegunPerson.Select(Gen.Int[0, 40]).Sample(
            (person, days) =>
            {
                var now = new RegisterSnapshot(1, Today, [person]).StandingOf(person.Id, Seesaw);
                var later = new RegisterSnapshot(1, Today.AddDays(days), [person]).StandingOf(person.Id, Seesaw);
                return now is Standing.Given || later is not Standing.Given;
            },
            iter: 50_000,
            threads: 2);

    [Test]
    public void StandingOf_AnyRecords_IsGivenOnlyWhereTheLatestCoveringSaysYes() =>
        Worlds.AnyPerson.Sample(
            person =>
            {
                var covering = person.Consents
                    .Where(c => c.Purpose == Seesaw && c.From <= Today && (c.Until is null || c.Until >= Today))
                    .OrderBy(c => c.Sequence)
                    .LastOrDefault();
                var standing = new RegisterSnapshot(1, Today, [person]).StandingOf(person.Id, Seesaw);
                return standing is not Standing.Given || covering?.Answer is ConsentAnswer.Given;
            },
            iter: 50_000,
            threads: 2);
}
