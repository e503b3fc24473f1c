using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Media;

namespace MediaGuard.Consent.Tests;

/// <summary>School years, how long a yes lasts, and the register's age.</summary>
public sealed class RegisterTests
{
    private static readonly PurposeId Website = new("website");

    [TestCase("2026-08-31", "2025-09-01", "2026-08-31", "2025/26")]
    [TestCase("2026-09-01", "2026-09-01", "2027-08-31", "2026/27")]
    [TestCase("2027-01-01", "2026-09-01", "2027-08-31", "2026/27")]
    public void SchoolYear_OfADay_IncludesItsFirstAndLast(string day, string first, string last, string name)
    {
        var year = SchoolYear.Of(Day(day));
        Assert.That((year.FirstDay, year.LastDay, year.ToString()), Is.EqualTo((Day(first), Day(last), name)));
    }

    [Test]
    public void SchoolYear_ThatIsACalendarYear_BearsItsName() => Assert.That(SchoolYear.Of(Day("2026-05-05"), 1, 1).ToString(), Is.EqualTo("2026"));

    [TestCase("2026-01-31", false)]
    [TestCase("2026-02-01", true)]
    [TestCase("2026-02-28", true)]
    [TestCase("2026-03-01", false)]
    public void Membership_HoldsFromItsFirstToItsLastDay(string day, bool holds) =>
        Assert.That(new GroupMembership(GroupId.New(), Day("2026-02-01"), Day("2026-02-28")).HoldsOn(Day(day)), Is.EqualTo(holds));

    [Test]
    public void Membership_WithoutAnEnd_HoldsOn() => Assert.That(new GroupMembership(GroupId.New(), Day("2026-02-01"), null).HoldsOn(Day("2199-01-01")), Is.True);

    [TestCase("import-blank", false)]
    [TestCase("import-undone", false)]
    [TestCase("telephone", true)]
    [TestCase("", true)]
    public void IsSomebodysWord_WhatAnImportWrote_IsNobodys(string how, bool somebodys) => Assert.That(HowSaid.IsSomebodysWord(how), Is.EqualTo(somebodys));

    [TestCase(ConsentLength.UntilLeft, 12, null)]
    [TestCase(ConsentLength.SchoolYear, 12, "2026-08-31")]
    [TestCase(ConsentLength.Months, 12, "2027-01-14")]
    [TestCase(ConsentLength.Months, 1, "2026-02-14")]
    [Property("Requirement", "C1")]
    public void LastDay_OfAYes_IsIncluded(ConsentLength length, int months, string? last)
    {
        var from = Day("2026-01-15");
        Assert.That(ConsentExpiry.LastDay(length, months, from, SchoolYear.Of(from)), Is.EqualTo(last is null ? (DateOnly?)null : Day(last)));
    }

    [TestCase("2026-08-31", Standing.Given)]
    [TestCase("2026-09-01", Standing.Expired)]
    [Property("Requirement", "C1")]
    public void Standing_OnAndAfterTheLastDay_IsGivenThenExpired(string today, Standing expected)
    {
        var person = PersonId.New();
        var record = new ConsentRecord(1, person, Website, ConsentAnswer.Given, Day("2025-09-01"), Day("2026-08-31"));
        var register = new RegisterSnapshot(1, Day(today), [new RegisteredPerson(person, PersonKind.Pupil, null, false, [], [record])]);
        Assert.That(register.StandingOf(person, Website), Is.EqualTo(expected));
        Assert.That(register.HoldingOf(person, Website), Is.EqualTo(expected == Standing.Given ? record : null));
    }

    [Test]
    public void Standing_ObjectionToAPublicTask_IsRefused()
    {
        var person = PersonId.New();
        ConsentRecord[] said =
        [
            new(1, person, Website, ConsentAnswer.Given, Day("2025-09-01"), null) { Basis = LawfulBasis.PublicTask },
            new(2, person, Website, ConsentAnswer.Refused, Day("2026-01-01"), null) { Basis = LawfulBasis.PublicTask },
        ];
        var register = new RegisterSnapshot(1, Day("2026-02-01"), [new RegisteredPerson(person, PersonKind.Pupil, null, false, [], [.. said])]);
        Assert.That(register.StandingOf(person, Website), Is.EqualTo(Standing.Refused));
    }

    [Test]
    [Property("Requirement", "C7")]
    public void Snapshot_WithoutAWord_WasNeverConfirmed()
    {
        Assert.That(new RegisterSnapshot(1, Day("2026-02-01"), []).ConfirmedOn, Is.Null);
        Assert.That(new RegisterSnapshot(1, Day("2026-02-01"), [], Day("2026-01-01")).ConfirmedOn, Is.EqualTo(Day("2026-01-01")));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
