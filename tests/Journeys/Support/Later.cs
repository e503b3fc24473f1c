namespace MediaGuard.Journeys.Tests.Support;

/// <summary>The same clock some time later; it runs, so that what waits goes on.</summary>
internal sealed class Later(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
}
