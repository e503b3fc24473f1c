using System.Security.Claims;
using MediaGuard.Records.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;

namespace MediaGuard.Web.Identity;

/// <summary>Asks at every request whether the session is still open. What it learns is kept for three seconds, so a page of pictures asks once.</summary>
internal sealed class SessionGate(IAccessBook access, IMemoryCache memory)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(3);
    private static readonly string[] Carried = [SchoolClaims.Session, ClaimTypes.AuthenticationMethod, "amr"];

    /// <summary>Rejects a cookie whose session has ended or that belongs to none.</summary>
    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (context.Principal is not { } principal || CurrentPerson.From(principal) is not { Session: not null } me || await StandingAsync(me, context.HttpContext.RequestAborted) is not { IsOpen: true })
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }

    public async Task<SessionStanding> StandingAsync(CurrentPerson me, CancellationToken cancellationToken)
    {
        if (me.Session is not { } session)
        {
            return new(IsOpen: false, HasSigned: false);
        }

        if (memory.TryGetValue((typeof(SessionGate), session), out SessionStanding? known) && known is not null)
        {
            return known;
        }

        var standing = await access.StandingAsync(me.School, me.User, session, cancellationToken);
        return memory.Set((typeof(SessionGate), session), standing, Kept);
    }

    /// <summary>What was learnt of a session holds no longer: it ended, or its person signed.</summary>
    public void Forget(Guid session) => memory.Remove((typeof(SessionGate), session));

    /// <summary>A cookie renewed from the database keeps what only signing in knows.</summary>
    public static Task CarryOverAsync(SecurityStampRefreshingPrincipalContext context)
    {
        if (context is { CurrentPrincipal: { } before, NewPrincipal.Identity: ClaimsIdentity after })
        {
            after.AddClaims(before.Claims.Where(c => Carried.Contains(c.Type) && !after.HasClaim(c.Type, c.Value)));
        }

        return Task.CompletedTask;
    }
}
