using System.Security.Claims;
using MediaGuard.Records;
using Microsoft.Extensions.Options;

namespace MediaGuard.Web.Identity;

/// <summary>What a signed-in person must do before anything else opens: sign the year's agreement, and set up a second factor where the role needs one.</summary>
internal static class DutyGate
{
    private const string Agreement = "/agreement";
    private const string SecondFactor = "/account/second-factor";
    private static readonly PathString[] AlwaysOpen = ["/sign-in", "/sign-out", "/error", "/parent", Agreement];
    private static readonly string[] NeedMore = [SchoolRole.Office, SchoolRole.Lead, SchoolRole.Technician];

    /// <summary>Follows authentication. Pages of parents pass: a no is blocked by nothing.</summary>
    public static IApplicationBuilder UseDutyGate(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (CurrentPerson.From(http.User) is { } me
            && !AlwaysOpen.Any(p => http.Request.Path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase))
            && await DutyAsync(http, me) is { } duty
            && !http.Request.Path.StartsWithSegments(duty, StringComparison.OrdinalIgnoreCase)
            && !(duty == SecondFactor && AddsPasskey(http.Request)))
        {
            Send(http, duty);
            return;
        }

        await next(http);
    });

    private static async Task<string?> DutyAsync(HttpContext http, CurrentPerson me)
    {
        var standing = await http.RequestServices.GetRequiredService<SessionGate>().StandingAsync(me, http.RequestAborted);
        if (!standing.HasSigned)
        {
            return Agreement;
        }

        var rules = http.RequestServices.GetRequiredService<IOptions<SignInRules>>().Value;
        return rules.IsSecondFactorRequired && me.Roles.Any(NeedMore.Contains) && !IsStrong(http.User) ? SecondFactor : null;
    }

    /// <summary>Signed in with a passkey or by the school's own accounts, or the account has codes: then a password alone did not open it.</summary>
    private static bool IsStrong(ClaimsPrincipal user) =>
        user.FindFirstValue(ClaimTypes.AuthenticationMethod) is { Length: > 0 } || user.HasClaim(SchoolClaims.SecondFactor, "on");

    private static bool AddsPasskey(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Path == "/account" && request.Query["handler"].ToString() is "Passkey" or "PasskeyOptions";

    private static void Send(HttpContext http, string where)
    {
        if (http.Request.Headers.ContainsKey("HX-Request"))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            http.Response.Headers["HX-Redirect"] = where;
        }
        else if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        {
            http.Response.Redirect(where);
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
    }
}
