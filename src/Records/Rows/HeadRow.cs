using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>The one row every transaction on register, scene, policy or release locks first: it puts them in one order.</summary>
internal sealed class HeadRow
{
    public SchoolId SchoolId { get; set; }
    public long RegisterVersion { get; set; }
    public long PolicyVersion { get; set; }

    /// <summary>The last day the register was known to be right; null for never.</summary>
    public DateOnly? RegisterConfirmedOn { get; set; }

    /// <summary>The moment a restore put the books back to; null unless one did and the office has not confirmed the register since.</summary>
    public Instant? RestoredTo { get; set; }
    public long ConsentSequence { get; set; }
    public long AuditSequence { get; set; }
    public byte[] AuditHash { get; set; } = [];
}
