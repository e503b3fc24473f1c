using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>Somebody signed a version of the agreement. Append-only.</summary>
internal sealed class SignatureRow
{
    public SchoolId SchoolId { get; set; }
    public UserId UserId { get; set; }
    public Instant At { get; set; }
    public int Number { get; set; }
}
