using System.Security.Claims;
using MediaGuard.Media;
using MediaGuard.Records;

namespace MediaGuard.Web.Identity;

/// <summary>Who is signed in, read from the cookie's claims.</summary>
public sealed record CurrentPerson(SchoolId School, UserId User, string DisplayName, IReadOnlyList<string> Roles)
{
    /// <summary>Null when nobody is signed in, or the claims are not whole.</summary>
    public static CurrentPerson? From(ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return Guid.TryParse(principal.FindFirstValue(SchoolClaims.School), out var school)
            && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var user)
                ? new CurrentPerson(
                    new SchoolId(school),
                    new UserId(user),
                    principal.FindFirstValue(SchoolClaims.DisplayName) ?? "",
                    [.. SchoolRole.All.Where(principal.IsInRole)])
                {
                    Session = Guid.TryParse(principal.FindFirstValue(SchoolClaims.Session), out var session) ? session : null,
                }
                : null;
    }

    /// <summary>The session the cookie belongs to.</summary>
    public Guid? Session { get; init; }

    public bool Is(string role) => Roles.Contains(role);

    public override string ToString() => User.ToString();
}
