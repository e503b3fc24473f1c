using System.Globalization;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace MediaGuard.Media.Tests;

public sealed class InstantTests
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private static readonly Gen<Instant> AnyInstant =
        Gen.Long[Instant.From(DateTimeOffset.MinValue).Microseconds, Instant.From(DateTimeOffset.MaxValue).Microseconds].Select(us => new Instant(us));

    [Test]
    public void From_ToDateTimeOffset_ComesBackEqual() =>
        AnyInstant.Sample(moment => Instant.From(moment.ToDateTimeOffset()) == moment);

    [Test]
    public void From_LaterMoment_IsNeverEarlier() =>
        Gen.Select(AnyInstant, AnyInstant).Sample((a, b) =>
            (a < b) == (a.ToDateTimeOffset() < b.ToDateTimeOffset()) && (a <= b) == !(a > b) && Math.Sign(a.CompareTo(b)) == -Math.Sign(b.CompareTo(a)));

    [Test]
    public void From_Epoch_IsZero() => Assert.That(Instant.From(DateTimeOffset.UnixEpoch), Is.EqualTo(new Instant(0)));

    [Test]
    public void From_TicksBelowAMicrosecond_CutsThem()
    {
        var moment = DateTimeOffset.UnixEpoch.AddTicks(TimeSpan.TicksPerSecond + 19);
        Assert.That(Instant.From(moment).Microseconds, Is.EqualTo(1_000_001));
    }

    [TestCase("Europe/London", "2026-01-15", "2026-01-15T00:00:00Z")]
    [TestCase("Europe/London", "2026-07-15", "2026-07-14T23:00:00Z")]
    [TestCase("America/Santiago", "2026-09-06", "2026-09-06T04:00:00Z", Description = "midnight is skipped there that day")]
    public void StartOf_Day_IsItsFirstMomentThere(string zone, string day, string moment)
    {
        var there = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var start = Instant.StartOf(DateOnly.Parse(day, CultureInfo.InvariantCulture), there);
        Assert.That(start, Is.EqualTo(Instant.From(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture))));
        Assert.That((start - TimeSpan.FromMicroseconds(1)).DayIn(there), Is.Not.EqualTo(start.DayIn(there)));
    }

    [Test]
    public void From_OtherOffset_IsTheSameMoment()
    {
        var noonInIndia = new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.FromHours(5.5));
        Assert.That(Instant.From(noonInIndia), Is.EqualTo(Instant.From(noonInIndia.ToUniversalTime())));
        Assert.That(Instant.From(noonInIndia).ToDateTimeOffset().Offset, Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public void Now_GivenClock_ReadsThatClock()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 9, 1, 8, 30, 0, TimeSpan.Zero));
        var before = Instant.Now(clock);
        clock.Advance(TimeSpan.FromMicroseconds(3));
        Assert.That(Instant.Now(clock) - before, Is.EqualTo(TimeSpan.FromMicroseconds(3)));
    }

    [Test]
    public void Add_ThenSubtract_ComesBack() =>
        Gen.Select(Gen.Long[-1L << 50, 1L << 50], Gen.Long[-1L << 50, 1L << 50]).Sample((at, by) =>
        {
            var moment = new Instant(at);
            var span = TimeSpan.FromMicroseconds(by);
            return moment + span - span == moment && moment + span - moment == span;
        });

    // The clocks go forward at 01:00 UTC on 29 March 2026 and back at 01:00 UTC on 25 October.
    [TestCase("2026-03-28T23:59:59.999999Z", "2026-03-28", Description = "the last microsecond of winter's last whole day")]
    [TestCase("2026-03-29T00:00:00Z", "2026-03-29")]
    [TestCase("2026-03-29T00:59:59.999999Z", "2026-03-29", Description = "before the clocks go forward")]
    [TestCase("2026-03-29T01:00:00Z", "2026-03-29", Description = "02:00 British Summer Time")]
    [TestCase("2026-03-29T22:59:59.999999Z", "2026-03-29", Description = "a day of 23 hours ends")]
    [TestCase("2026-03-29T23:00:00Z", "2026-03-30")]
    [TestCase("2026-06-30T23:30:00Z", "2026-07-01", Description = "half past midnight in London")]
    [TestCase("2026-10-24T22:59:59.999999Z", "2026-10-24")]
    [TestCase("2026-10-24T23:00:00Z", "2026-10-25", Description = "a day of 25 hours begins")]
    [TestCase("2026-10-25T00:30:00Z", "2026-10-25", Description = "01:30 the first time")]
    [TestCase("2026-10-25T01:30:00Z", "2026-10-25", Description = "01:30 the second time")]
    [TestCase("2026-10-25T23:59:59.999999Z", "2026-10-25")]
    [TestCase("2026-10-26T00:00:00Z", "2026-10-26")]
    [TestCase("2026-12-31T23:59:59.999999Z", "2026-12-31")]
    public void DayIn_London_IsTheSchoolsDay(string moment, string day)
    {
        var instant = Instant.From(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));
        Assert.That(instant.DayIn(London), Is.EqualTo(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Test]
    public void ToString_AnyCulture_IsIso8601InUtc()
    {
        var moment = new Instant(1_000_001);
        Assert.That(moment.ToString(), Is.EqualTo("1970-01-01T00:00:01.0000010+00:00"));
    }
}
