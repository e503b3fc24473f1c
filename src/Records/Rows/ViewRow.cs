using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>Somebody was shown, or downloaded, one rendition. Append-only.</summary>
internal sealed class ViewRow
{
    public SchoolId SchoolId { get; set; }

    /// <summary>Version 7, so that ids rise with time.</summary>
    public Guid Id { get; set; }
    public MediaId MediaId { get; set; }
    public RenditionId RenditionId { get; set; }
    public UserId UserId { get; set; }

    /// <summary>thumb, view, full or copy.</summary>
    public string Size { get; set; } = "";
    public Instant At { get; set; }

    /// <summary>The sequence number of the audit entry that holds the digest over it; 0 until there is one.</summary>
    public long ChainedIn { get; set; }
}
