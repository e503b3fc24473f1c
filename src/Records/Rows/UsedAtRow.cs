using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>An address at which somebody said the copy of a release is used. The address may name somebody.</summary>
internal sealed class UsedAtRow
{
    public SchoolId SchoolId { get; set; }
    public Guid Id { get; set; }
    public ReleaseId ReleaseId { get; set; }
    public MediaId MediaId { get; set; }
    public string Channel { get; set; } = "";
    public string Address { get; set; } = "";
    public Instant SaidAt { get; set; }
    public UserId SaidBy { get; set; }
    public Instant? RemovedAt { get; set; }
    public UserId? RemovedBy { get; set; }
}
