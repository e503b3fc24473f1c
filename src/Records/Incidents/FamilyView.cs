using MediaGuard.Media;

namespace MediaGuard.Records.Incidents;

/// <summary>Somebody whose family an incident affects, or may affect.</summary>
/// <param name="IsAffected">The lead said so.</param>
/// <param name="IsNamed">Named in the picture, not only possible in it.</param>
public sealed record FamilyView(PersonId Person, string Name, string? Class, bool IsAffected, bool IsNamed, Instant? ToldAt)
{
    public override string ToString() => Person.ToString();
}
