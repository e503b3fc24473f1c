using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>Who belongs to which group from when to when, both days included.</summary>
internal sealed class MembershipRow
{
    public SchoolId SchoolId { get; set; }
    public Guid Id { get; set; }
    public PersonId PersonId { get; set; }
    public GroupId GroupId { get; set; }
    public DateOnly From { get; set; }
    public DateOnly? Until { get; set; }

    /// <summary>The import that made the row; null when made by hand.</summary>
    public Guid? RunId { get; set; }
}
