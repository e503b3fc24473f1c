using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>One version of the agreement people sign each year. Append-only.</summary>
internal sealed class AgreementRow
{
    public SchoolId SchoolId { get; set; }
    public int Number { get; set; }
    public string Text { get; set; } = "";
    public Instant MadeAt { get; set; }
    public UserId? MadeBy { get; set; }
}
