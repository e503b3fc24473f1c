using MediaGuard.Media;

namespace MediaGuard.Consent.Decisions;

/// <summary>A person refused this picture; for every channel when <paramref name="Channel"/> is null (dignity, a no-go place).</summary>
public sealed record ChannelRefusal(ChannelId? Channel, ReasonCode Reason);
