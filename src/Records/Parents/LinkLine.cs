using MediaGuard.Media;

namespace MediaGuard.Records.Parents;

/// <summary>A link that leads somewhere, as the office sees it; the link itself can't be shown again.</summary>
public sealed record LinkLine(Guid Id, Guid Guardian, Instant MadeAt, Instant ExpiresAt);
