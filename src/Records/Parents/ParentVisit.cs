using MediaGuard.Media;

namespace MediaGuard.Records.Parents;

/// <summary>Whom an open link speaks for, and about whom. Nothing else can be reached by it.</summary>
public sealed record ParentVisit(SchoolId School, Guid Link, Guid Guardian, PersonId Person, Instant ExpiresAt)
{
    public override string ToString() => Link.ToString();
}
