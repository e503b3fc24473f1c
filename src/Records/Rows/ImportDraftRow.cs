using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>A file that was uploaded and not yet applied; deleted when it is, when it is given up, and a day later at the latest.</summary>
internal sealed class ImportDraftRow
{
    public SchoolId SchoolId { get; set; }
    public Guid Id { get; set; }
    public Instant At { get; set; }
    public UserId By { get; set; }
    public byte[] Bytes { get; set; } = [];
    public string Columns { get; set; } = "";
}
