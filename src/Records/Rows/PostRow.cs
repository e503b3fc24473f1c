using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>One release somebody took by hand to post it where no program can, and what became of it.</summary>
internal sealed class PostRow
{
    public SchoolId SchoolId { get; set; }
    public ReleaseId ReleaseId { get; set; }
    public MediaId MediaId { get; set; }
    public string Channel { get; set; } = "";

    /// <summary>The class whose teachers post it and take it down.</summary>
    public GroupId? GroupId { get; set; }
    public Instant TakenAt { get; set; }
    public UserId TakenBy { get; set; }
    public Instant? PostedAt { get; set; }
    public UserId? PostedBy { get; set; }
    public PostEnd End { get; set; }
    public Instant? EndedAt { get; set; }
    public UserId? EndedBy { get; set; }
}
