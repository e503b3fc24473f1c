using System.Security.Claims;
using System.Text.Encodings.Web;
using MediaGuard.Media;
using MediaGuard.Records.Publications;
using MediaGuard.Web.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace MediaGuard.Web.Api.Website;

/// <summary>A content system shows its token in the header <c>Authorization: Bearer</c> (RFC 6750 §2.1). It is nobody who is signed in: no page opens to it.</summary>
internal sealed class WebsiteTokenScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ITokenBook tokens, WebsiteTraffic traffic)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "website-token";

    private const string Bearer = "Bearer ";
    private const string TokenClaim = "mediaguard:website-token";

    private WebsiteProblem problem = WebsiteProblem.NoToken;

    /// <summary>The content system whose request this is.</summary>
    public static TokenVisit VisitOf(ClaimsPrincipal system) => new(
        new SchoolId(Guid.Parse(system.FindFirstValue(SchoolClaims.School)!)),
        new UserId(Guid.Parse(system.FindFirstValue(TokenClaim)!)));

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var (standing, visit) = await tokens.OpenAsync(header[Bearer.Length..].Trim(), Context.RequestAborted);
        if (visit is null)
        {
            problem = standing switch
            {
                TokenStanding.Expired => WebsiteProblem.ExpiredToken,
                TokenStanding.Revoked => WebsiteProblem.RevokedToken,
                TokenStanding.Wrong or TokenStanding.Open => WebsiteProblem.WrongToken,
            };
            return AuthenticateResult.Fail(problem.Error);
        }

        var system = new ClaimsIdentity([new(SchoolClaims.School, visit.School.ToString()), new(TokenClaim, visit.Token.ToString())], Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(system), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (!traffic.MayBeWrong(Context))
        {
            Response.Headers.RetryAfter = "60";
            return WebsiteProblem.TooMany.As(StatusCodes.Status429TooManyRequests).ExecuteAsync(Context);
        }

        Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        return problem.As(StatusCodes.Status401Unauthorized).ExecuteAsync(Context);
    }
}
