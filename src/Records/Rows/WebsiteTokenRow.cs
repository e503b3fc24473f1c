using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>A content system's key to what is cleared for the website. Of the token only its hash is kept.</summary>
internal sealed class WebsiteTokenRow
{
    public SchoolId SchoolId { get; set; }

    /// <summary>Stands for the content system wherever a user does: releases, looks, the audit log.</summary>
    public Guid Id { get; set; }
    public string Name { get; set; } = "";

    /// <summary>SHA-256 of the token.</summary>
    public byte[] TokenHash { get; set; } = [];
    public Instant MadeAt { get; set; }
    public UserId MadeBy { get; set; }
    public Instant ExpiresAt { get; set; }
    public Instant? RevokedAt { get; set; }
    public UserId? RevokedBy { get; set; }

    /// <summary>Give or take a minute.</summary>
    public Instant? LastUsedAt { get; set; }
}
