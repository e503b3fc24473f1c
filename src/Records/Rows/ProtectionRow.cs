using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>Why somebody is protected. In a table of its own, so that no list of people carries it along; read for the safeguarding lead only.</summary>
internal sealed class ProtectionRow
{
    public SchoolId SchoolId { get; set; }
    public Guid Id { get; set; }
    public PersonId PersonId { get; set; }
    public string Reason { get; set; } = "";
    public Instant SetAt { get; set; }
    public UserId? SetBy { get; set; }
    public Instant? EndedAt { get; set; }
    public UserId? EndedBy { get; set; }
}
