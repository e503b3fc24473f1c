using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>A school. The tenant every other row belongs to.</summary>
internal sealed class SchoolRow
{
    public SchoolId Id { get; set; }
    public string Name { get; set; } = "";

    /// <summary>IANA zone in which its days are counted.</summary>
    public string TimeZone { get; set; } = "Europe/London";

    /// <summary>Root of its share; empty means the data folder's own.</summary>
    public string SharePath { get; set; } = "";
    public Instant MadeAt { get; set; }
}
