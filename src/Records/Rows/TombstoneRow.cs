using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>Knows a deleted photo again by a keyed digest of its bytes; says nothing to whoever lacks the key.</summary>
internal sealed class TombstoneRow
{
    public SchoolId SchoolId { get; set; }
    public byte[] Mac { get; set; } = [];
    public Instant At { get; set; }
    public ReasonCode Reason { get; set; }
}
