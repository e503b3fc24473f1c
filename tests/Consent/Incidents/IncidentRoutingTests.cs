using MediaGuard.Consent.Incidents;
using MediaGuard.Media;

namespace MediaGuard.Consent.Tests.Incidents;

public sealed class IncidentRoutingTests
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    [Test]
    [Property("Requirement", "G1")]
    public void Duties_OfARisk_AreTheCoordinatorThatDayAndTheOfficerAtOnce()
    {
        foreach (var kind in new[] { IncidentKind.OnlineRisk, IncidentKind.DataBreach, IncidentKind.LostDevice })
        {
            Assert.That(
                IncidentRouting.Duties(kind, concernsHead: false),
                Is.EqualTo(new[] { new IncidentDuty(IncidentParty.DataProtectionOfficer, IncidentSpeed.Immediately), new IncidentDuty(IncidentParty.Coordinator, IncidentSpeed.ThatDay) }));
        }
    }

    [Test]
    [Property("Requirement", "D1")]
    public void Duties_OfAnUnknownCamera_AreTheCoordinatorThatDay() =>
        Assert.That(IncidentRouting.Duties(IncidentKind.UnknownCamera, false), Is.EqualTo(new[] { new IncidentDuty(IncidentParty.Coordinator, IncidentSpeed.ThatDay) }));

    [Test]
    [Property("Requirement", "G2")]
    public void Duties_OfStaffMisuse_AreTheHeadteacher() =>
        Assert.That(IncidentRouting.Duties(IncidentKind.StaffMisuse, false), Is.EqualTo(new[] { new IncidentDuty(IncidentParty.Headteacher, IncidentSpeed.Immediately) }));

    [Test]
    [Property("Requirement", "G2")]
    public void Duties_ThatConcernTheHead_AreTheChairAndTheLadoAndNeverTheHead()
    {
        foreach (var kind in Enum.GetValues<IncidentKind>())
        {
            var parties = IncidentRouting.Duties(kind, concernsHead: true).Select(d => d.Party).ToList();
            Assert.That(parties[..2], Is.EqualTo(new[] { IncidentParty.ChairOfGovernors, IncidentParty.Lado }), kind.ToString());
            Assert.That(parties, Has.None.EqualTo(IncidentParty.Headteacher), kind.ToString());
            Assert.That(parties, Is.Unique, kind.ToString());
        }
    }

    [Test]
    [Property("Requirement", "G3")]
    public void Duties_OfIllegalMaterial_ArePoliceWatchAndAuthorityAtOnce() =>
        Assert.That(
            IncidentRouting.Duties(IncidentKind.IllegalMaterial, false).Where(d => d.Speed == IncidentSpeed.Immediately).Select(d => d.Party).Take(3),
            Is.EqualTo(new[] { IncidentParty.Police, IncidentParty.InternetWatchFoundation, IncidentParty.LocalAuthority }));

    [Test]
    public void Duties_OfEveryKind_HaveSomebodyToTellAndWordsForEach()
    {
        foreach (var duty in from kind in Enum.GetValues<IncidentKind>() from head in new[] { false, true } from d in IncidentRouting.Duties(kind, head) select (kind, d))
        {
            Assert.That(IncidentSentences.Of(duty.kind), Is.Not.Empty);
            Assert.That(IncidentSentences.Of(duty.d.Party), Is.Not.Empty);
            Assert.That(IncidentSentences.Of(duty.d.Party, duty.d.Speed), Does.EndWith("."));
        }
    }

    [Test]
    [Property("Requirement", "L6")]
    public void Duties_OfAComplaint_AreTheOfficerThatDayAndAnAnswerInThirtyDays()
    {
        Assert.That(
            IncidentRouting.Duties(IncidentKind.Complaint, false),
            Is.EqualTo(new[] { new IncidentDuty(IncidentParty.DataProtectionOfficer, IncidentSpeed.ThatDay), new IncidentDuty(IncidentParty.Complainant, IncidentSpeed.WithinThirtyDays) }));
        var due = IncidentClock.Due(At("2026-06-20T09:00:00Z"), new DateOnly(2026, 6, 15), IncidentSpeed.WithinThirtyDays, London);
        Assert.That(due, Is.EqualTo(At("2026-07-14T23:00:00Z")), "written down five days late; the thirtieth day is 14 July, and it ends at 23:00 UTC");
        Assert.That(IncidentClock.Due(At("2026-06-15T09:00:00Z"), IncidentSpeed.WithinThirtyDays, London), Is.EqualTo(due));
    }

    [TestCase("2026-06-15T09:00:00Z", "2026-06-15T23:00:00Z", Description = "summer time: midnight is 23:00 UTC")]
    [TestCase("2026-06-15T22:59:59Z", "2026-06-15T23:00:00Z", Description = "the last second of the day")]
    [TestCase("2026-06-15T23:00:00Z", "2026-06-16T23:00:00Z", Description = "already the next day here")]
    [TestCase("2026-01-15T09:00:00Z", "2026-01-16T00:00:00Z")]
    [Property("Requirement", "G1")]
    public void Due_ThatDay_IsTheEndOfTheSchoolsDay(string opened, string due) =>
        Assert.That(IncidentClock.Due(At(opened), IncidentSpeed.ThatDay, London), Is.EqualTo(At(due)));

    [Test]
    [Property("Requirement", "G1")]
    public void Due_Immediately_IsWithinTheHour()
    {
        Assert.That(IncidentClock.Due(At("2026-06-15T09:00:00Z"), IncidentSpeed.Immediately, London), Is.EqualTo(At("2026-06-15T10:00:00Z")));
        Assert.That(IncidentClock.Due(At("2026-06-15T09:00:00Z"), new DateOnly(2026, 6, 1), IncidentSpeed.Immediately, London), Is.EqualTo(At("2026-06-15T10:00:00Z")), "whenever it happened");
    }

    [Test]
    public void Due_WhereTheDayBeginsAtOne_IsThen()
    {
        var cairo = TimeZoneInfo.FindSystemTimeZoneById("Africa/Cairo");
        Assert.That(IncidentClock.Due(At("2026-04-23T12:00:00Z"), IncidentSpeed.ThatDay, cairo), Is.EqualTo(At("2026-04-23T22:00:00Z")));
    }

    [TestCase(-1, null, DutyStanding.Waiting)]
    [TestCase(0, null, DutyStanding.Overdue)]
    [TestCase(9, -1, DutyStanding.Told)]
    [TestCase(9, 0, DutyStanding.ToldLate)]
    public void Standing_ByDueToldAndNow_Follows(long now, int? told, DutyStanding standing) =>
        Assert.That(IncidentClock.Standing(new Instant(100), told is { } t ? new Instant(100 + t) : null, new Instant(100 + now)), Is.EqualTo(standing));

    private static Instant At(string text) => Instant.From(DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
}
