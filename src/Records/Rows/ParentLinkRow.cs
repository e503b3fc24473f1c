using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>A link by which one guardian reaches what concerns one person. Of the token only its hash is kept: who reads the database cannot open the page.</summary>
internal sealed class ParentLinkRow
{
    public SchoolId SchoolId { get; set; }
    public Guid Id { get; set; }
    public Guid GuardianId { get; set; }
    public PersonId PersonId { get; set; }

    /// <summary>SHA-256 of the token.</summary>
    public byte[] TokenHash { get; set; } = [];
    public Instant MadeAt { get; set; }
    public UserId? MadeBy { get; set; }
    public Instant ExpiresAt { get; set; }
    public Instant? EndedAt { get; set; }
    public UserId? EndedBy { get; set; }
}
