using MediaGuard.Media;

namespace MediaGuard.Records.Looking;

/// <summary>One colleague's looks of one day at pictures of one person; holds the colleague's name.</summary>
/// <param name="Named">How many of the pictures the person is named in; in the others they may be.</param>
/// <param name="Copies">How many were downloaded.</param>
public sealed record LookLine(UserId User, string Name, DateOnly Day, int Pictures, int Named, int Copies, Instant LastAt)
{
    public override string ToString() => User.ToString();
}
