using MediaGuard.Media;

namespace MediaGuard.Web.Identity;

/// <summary>A local account to be made.</summary>
/// <param name="EndsAt">When a guest's account ends; null for everybody else.</param>
internal sealed record NewAccount(string Mail, string Name, string Role, Instant? EndsAt = null)
{
    public override string ToString() => Role;
}
