namespace MediaGuard.Media;

/// <summary>A moment, in microseconds since 1970-01-01T00:00:00Z.</summary>
/// <remarks>
/// One unit on both databases: SQLite cannot order <see cref="DateTimeOffset"/>, and PostgreSQL cuts it to microseconds,
/// which would break the audit chain's hashes.
/// </remarks>
public readonly record struct Instant(long Microseconds) : IComparable<Instant>
{
    public static Instant From(DateTimeOffset moment) => new((moment.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);

    public static Instant Now(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return From(clock.GetUtcNow());
    }

    public DateTimeOffset ToDateTimeOffset() => DateTimeOffset.UnixEpoch.AddTicks(Microseconds * TimeSpan.TicksPerMicrosecond);

    /// <summary>The day this moment falls on in the school's zone.</summary>
    public DateOnly DayIn(TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(ToDateTimeOffset(), zone).DateTime);

    /// <summary>The moment a day begins in the school's zone: midnight, or where clocks go forward at midnight, when they show a time again.</summary>
    public static Instant StartOf(DateOnly day, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var local = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        return From(new DateTimeOffset(local, zone.GetUtcOffset(local)));
    }

    public static Instant operator +(Instant moment, TimeSpan span) => new(moment.Microseconds + (span.Ticks / TimeSpan.TicksPerMicrosecond));
    public static Instant operator -(Instant moment, TimeSpan span) => moment + span.Negate();
    public static TimeSpan operator -(Instant later, Instant earlier) => TimeSpan.FromTicks((later.Microseconds - earlier.Microseconds) * TimeSpan.TicksPerMicrosecond);
    public static bool operator <(Instant a, Instant b) => a.Microseconds < b.Microseconds;
    public static bool operator >(Instant a, Instant b) => a.Microseconds > b.Microseconds;
    public static bool operator <=(Instant a, Instant b) => a.Microseconds <= b.Microseconds;
    public static bool operator >=(Instant a, Instant b) => a.Microseconds >= b.Microseconds;
    public int CompareTo(Instant other) => Microseconds.CompareTo(other.Microseconds);
    public override string ToString() => ToDateTimeOffset().ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
