using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace MediaGuard.Web.Identity;

/// <summary>Registers the school's own accounts (OpenID Connect Core 1.0, code flow with PKCE) as a way to sign in.</summary>
internal static class SchoolAccountsSetup
{
    /// <remarks>The scheme is always there and asks for its settings when it is used; the sign-in page leads to it only where they are set.</remarks>
    public static AuthenticationBuilder AddSchoolAccounts(this AuthenticationBuilder builder)
    {
        builder.Services.AddOptions<OpenIdConnectOptions>(SchoolAccounts.Scheme).Configure<IOptions<SignInRules>>((options, rules) => Set(options, rules.Value.Accounts));
        return builder.AddOpenIdConnect(SchoolAccounts.Scheme, _ => { });
    }

    private static void Set(OpenIdConnectOptions options, SchoolAccounts accounts)
    {
        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.Authority = accounts.IsOn ? accounts.Authority : "https://not-set.invalid";
        options.ClientId = accounts.ClientId.Length > 0 ? accounts.ClientId : "not-set";
        options.ClientSecret = accounts.ClientSecret;
        options.RequireHttpsMetadata = !(Uri.TryCreate(options.Authority, UriKind.Absolute, out var address) && address.IsLoopback);
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.CallbackPath = "/signin-school";
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.Scope.Add("email");
        options.ClaimActions.MapUniqueJsonKey("email", "email");
        options.ClaimActions.MapUniqueJsonKey("email_verified", "email_verified");
        options.ClaimActions.MapUniqueJsonKey("hd", "hd");
        options.TokenValidationParameters.NameClaimType = "sub";
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.Events.OnRemoteFailure = context =>
        {
            // the provider's words are not repeated
            context.HandleResponse();
            context.Response.Redirect("/sign-in/school?failed=true");
            return Task.CompletedTask;
        };
    }
}
