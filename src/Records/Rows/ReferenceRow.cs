using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>A reference photo kept in the vault. It goes with the person's template.</summary>
internal sealed class ReferenceRow
{
    public SchoolId SchoolId { get; set; }
    public Guid Id { get; set; }
    public PersonId PersonId { get; set; }
}
