namespace MediaGuard.Web.Tests;

/// <summary>The machine's clock, and as much later as a test says.</summary>
internal sealed class LaterClock : TimeProvider
{
    public TimeSpan Offset { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
}
