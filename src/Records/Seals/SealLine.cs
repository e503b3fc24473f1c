using MediaGuard.Media;

namespace MediaGuard.Records.Seals;

/// <summary>A picture under seal, without the picture. For the lead only.</summary>
/// <param name="Why">In somebody's words; may hold names.</param>
/// <param name="IsIllegal">It may be against the law to hold.</param>
public sealed record SealLine(MediaId Media, string? Class, DateOnly ArrivedOn, string Why, bool IsIllegal, Guid Incident, Instant SealedAt, string SealedBy)
{
    public override string ToString() => Media.ToString();
}
