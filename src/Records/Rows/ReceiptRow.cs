using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>What was done to bytes, and when: custody taken, device's copy removed, original shredded.</summary>
internal sealed class ReceiptRow
{
    public SchoolId SchoolId { get; set; }
    public Guid Id { get; set; }
    public MediaId MediaId { get; set; }
    public string Kind { get; set; } = "";
    public string Detail { get; set; } = "";
    public Instant At { get; set; }
}
