using MediaGuard.Media;

namespace MediaGuard.Records.Publications;

/// <summary>A content system's token in the list.</summary>
/// <param name="MadeBy">The name colleagues see; null for somebody who has left.</param>
public sealed record TokenLine(Guid Id, string Name, TokenStanding Standing, Instant MadeAt, string? MadeBy, Instant ExpiresAt, Instant? RevokedAt, Instant? LastUsedAt)
{
    public override string ToString() => Id.ToString("N");
}
