using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>One version of a school's policy; never changed, only followed by the next.</summary>
internal sealed class PolicyRow
{
    public SchoolId SchoolId { get; set; }
    public long PolicyVersion { get; set; }
    public string Json { get; set; } = "";
    public Instant MadeAt { get; set; }
    public UserId? MadeBy { get; set; }
}
