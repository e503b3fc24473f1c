using MediaGuard.Media;

namespace MediaGuard.Consent.Import;

/// <summary>A class, or a club, which an import leaves alone.</summary>
public sealed record KnownClass(GroupId Id, string Name, bool IsClub)
{
    public override string ToString() => Id.ToString();
}
