using MediaGuard.Media;

namespace MediaGuard.Records.Parents;

/// <summary>A link just made: the only time its token is known.</summary>
/// <param name="Email">Where the guardian is reached; empty when nobody noted it.</param>
public sealed record NewLink(Guid Id, string Token, string Email, string Guardian, string School, DateOnly LastDay)
{
    public override string ToString() => nameof(NewLink);
}
