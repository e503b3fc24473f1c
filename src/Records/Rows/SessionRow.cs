using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>One signing-in of one person, from its beginning to its end.</summary>
internal sealed class SessionRow
{
    public SchoolId SchoolId { get; set; }
    public Guid Id { get; set; }
    public UserId UserId { get; set; }
    public Instant StartedAt { get; set; }
    public Instant SeenAt { get; set; }
    public Instant? EndedAt { get; set; }

    /// <summary>From outside the school's network.</summary>
    public bool IsRemote { get; set; }

    /// <summary>The kind of browser and device, in this program's words.</summary>
    public string Device { get; set; } = "";
}
