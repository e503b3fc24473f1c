using MediaGuard.Records;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace MediaGuard.Web.Identity;

/// <summary>Who may come in, and how long a session lasts.</summary>
internal static class IdentitySetup
{
    private static readonly TimeSpan SessionFor = TimeSpan.FromMinutes(30);

    public static IServiceCollection AddSchoolIdentity(this IServiceCollection services)
    {
        services.AddMediaGuardUsers().AddSignInManager<SchoolSignInManager>().AddClaimsPrincipalFactory<SchoolClaimsFactory>();
        services.AddHttpContextAccessor();
        services.AddOptions<SignInRules>().BindConfiguration("SignIn").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<SignInRules>, SignInRulesCheck>();
        services.AddSingleton<SchoolNetwork>();
        services.AddMemoryCache();
        services.AddSingleton<SessionGate>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddSchoolAccounts().AddIdentityCookies();
        services.ConfigureApplicationCookie(Cookie);
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromMinutes(1));
        services.Configure<SecurityStampValidatorOptions>(o => o.OnRefreshingPrincipal = SessionGate.CarryOverAsync);
        services.AddCookiePolicy(CookieRules);
        services.AddAuthorization(Policies);
        services.AddSingleton<PhotoAccess>();
        return services;
    }

    /// <summary>One policy a role, by the role's name, and one each for teachers and the office, for teachers and guests, and for lead and technician; without one, a page needs somebody signed in to a school.</summary>
    private static void Policies(AuthorizationOptions options)
    {
        foreach (var role in SchoolRole.All)
        {
            options.AddPolicy(role, p => p.RequireAuthenticatedUser().RequireClaim(SchoolClaims.School).RequireRole(role));
        }

        options.AddPolicy(
            SchoolRole.Teacher + SchoolRole.Office,
            p => p.RequireAuthenticatedUser().RequireClaim(SchoolClaims.School).RequireRole(SchoolRole.Teacher, SchoolRole.Office));
        options.AddPolicy(
            SchoolRole.Lead + SchoolRole.Technician,
            p => p.RequireAuthenticatedUser().RequireClaim(SchoolClaims.School).RequireRole(SchoolRole.Lead, SchoolRole.Technician));
        options.AddPolicy(
            SchoolRole.Teacher + SchoolRole.Guest,
            p => p.RequireAuthenticatedUser().RequireClaim(SchoolClaims.School).RequireRole(SchoolRole.Teacher, SchoolRole.Guest));
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireClaim(SchoolClaims.School).Build();
    }

    /// <remarks>
    /// A page that asks for news by itself must not keep a session alive for ever: such a request never renews the cookie.
    /// </remarks>
    private static void Cookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "mediaguard";
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = SessionFor;
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.LogoutPath = "/sign-out";
        options.Events.OnValidatePrincipal = async context =>
        {
            await SecurityStampValidator.ValidatePrincipalAsync(context);
            if (context.Principal is not null)
            {
                await context.HttpContext.RequestServices.GetRequiredService<SessionGate>().ValidateAsync(context);
            }

            context.ShouldRenew &= !IsAskedByItself(context.Request);
        };
        options.Events.OnCheckSlidingExpiration = context =>
        {
            context.ShouldRenew &= !IsAskedByItself(context.HttpContext.Request);
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToLogin = context =>
        {
            if (context.Request.Path.StartsWithSegments("/pictures", StringComparison.Ordinal))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
            }
            else if (context.Request.Path.StartsWithSegments("/uploads", StringComparison.Ordinal) && context.Request.Path != "/uploads/form")
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            }
            else if (context.Request.Headers.ContainsKey("HX-Request"))
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                context.Response.Headers["HX-Redirect"] = "/sign-in";
            }
            else
            {
                context.Response.Redirect(context.RedirectUri);
            }

            return Task.CompletedTask;
        };
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    /// <summary>Every cookie: not for scripts, and only over TLS unless the browser sits on this machine.</summary>
    private static void CookieRules(CookiePolicyOptions options)
    {
        options.HttpOnly = HttpOnlyPolicy.Always;
        options.MinimumSameSitePolicy = SameSiteMode.Lax;
        options.OnAppendCookie = c => c.CookieOptions.Secure = c.Context.Request.IsHttps || !Loopback.IsHostOf(c.Context.Request);
        options.OnDeleteCookie = c => c.CookieOptions.Secure = c.Context.Request.IsHttps || !Loopback.IsHostOf(c.Context.Request);
    }

    private static bool IsAskedByItself(HttpRequest request) => request.Query["handler"].ToString() is "News" or "NewsGrid";
}
