using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>A protected person and why. For the safeguarding lead only.</summary>
public sealed record ProtectedLine(PersonId Person, string Name, string? Class, string Reason, string? By, Instant? Since)
{
    public override string ToString() => Person.ToString();
}
