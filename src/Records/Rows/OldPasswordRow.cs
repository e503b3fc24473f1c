using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>The hash of a password somebody has or had, so that it is not taken again.</summary>
internal sealed class OldPasswordRow
{
    public SchoolId SchoolId { get; set; }
    public UserId UserId { get; set; }
    public Instant At { get; set; }
    public string Hash { get; set; } = "";
}
