namespace MediaGuard.Consent.Import;

/// <summary>A guardian of the register as an import sees one.</summary>
/// <param name="IsEnded">They are a guardian no longer; an import does not bring them back.</param>
public sealed record KnownGuardian(Guid Id, string Name, string Email, bool HasResponsibility, bool IsEnded)
{
    public override string ToString() => Id.ToString();
}
