using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace MediaGuard.Web.Api.Website;

/// <summary>Registers what content systems ask, and how they show who they are.</summary>
internal static class WebsiteServices
{
    public static IServiceCollection AddWebsiteApi(this IServiceCollection services)
    {
        services.AddOptions<WebsiteApiOptions>().BindConfiguration("Website").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<WebsiteTraffic>();
        services.AddSingleton<WebsiteCopies>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, WebsiteTokenScheme>(WebsiteTokenScheme.Name, null);
        services.AddOptions<AuthorizationOptions>().Configure(options => options.AddPolicy(
            WebsiteTokenScheme.Name, policy => policy.AddAuthenticationSchemes(WebsiteTokenScheme.Name).RequireAuthenticatedUser()));
        return services;
    }
}
