using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>One entry of the school's chain. Opaque ids and codes only.</summary>
internal sealed class AuditRow
{
    public SchoolId SchoolId { get; set; }
    public long Sequence { get; set; }
    public Instant At { get; set; }
    public UserId? Actor { get; set; }
    public string Act { get; set; } = "";
    public string Subject { get; set; } = "";
    public string Detail { get; set; } = "";
    public byte[] PreviousHash { get; set; } = [];
    public byte[] Hash { get; set; } = [];
}
