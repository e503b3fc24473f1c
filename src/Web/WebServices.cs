using System.Text.Encodings.Web;
using System.Text.Unicode;
using MediaGuard.Records;
using MediaGuard.Web.Api;
using MediaGuard.Web.Api.Website;
using MediaGuard.Web.Identity;
using MediaGuard.Web.Pages;
using MediaGuard.Web.Parents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.WebEncoders;

namespace MediaGuard.Web;

/// <summary>Registers the pages, who may see them, and the pictures on them.</summary>
public static class WebServices
{
    public static IServiceCollection AddMediaGuardPages(this IServiceCollection services)
    {
        services.AddSchoolIdentity();
        services.AddAntiforgery(o => o.Cookie.Name = "mediaguard-form");
        services.AddTryLimits();
        services.Configure<ForwardedHeadersOptions>(o => o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        services.AddSingleton<SchoolCalendar>();
        services.AddSingleton<ParentTraffic>();
        services.AddSingleton<ParentLinks>();
        services.AddSingleton<IHttpContextFactory, LinkHiding>();
        services.AddOptions<ParentOptions>().BindConfiguration("Parents").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<Language>().BindConfiguration(Language.Section);
        services.AddWebsiteApi();
        foreach (var group in PageSettings.All)
        {
            services.AddSingleton(group);
        }

        services.AddRazorPages(options =>
        {
            options.Conventions.AuthorizeFolder("/Teacher", SchoolRole.Teacher);
            options.Conventions.AuthorizeFolder("/Upload", SchoolRole.Teacher + SchoolRole.Guest);
            options.Conventions.AuthorizeFolder("/Office", SchoolRole.Office);
            options.Conventions.AuthorizeFolder("/Editor", SchoolRole.Editor);
            options.Conventions.AuthorizeFolder("/Lead", SchoolRole.Lead);
            options.Conventions.AuthorizeFolder("/Technician", SchoolRole.Technician);
            options.Conventions.AuthorizeFolder("/Tokens", SchoolRole.Lead + SchoolRole.Technician);
            options.Conventions.AuthorizeFolder("/Looks", SchoolRole.Teacher + SchoolRole.Office);
            options.Conventions.AddPageRoute("/Technician/Index", "/technician/health");
            options.Conventions.AllowAnonymousToPage("/SignIn");
            options.Conventions.AllowAnonymousToPage("/SignInCode");
            options.Conventions.AllowAnonymousToPage("/SignInSchool");
            options.Conventions.AllowAnonymousToPage("/SignOut");
            options.Conventions.AllowAnonymousToPage("/Error");
            options.Conventions.AllowAnonymousToFolder("/Parent");
        }).AddApplicationPart(typeof(WebServices).Assembly).AddCookieTempDataProvider(o => o.Cookie.Name = "mediaguard-note");
        services.AddSingleton<WebRoot>();
        services.AddRouting(o => o.LowercaseUrls = true);
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All)); // a page's source reads as it is shown
        return services;
    }

    public static WebApplication MapMediaGuardPages(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Environment.WebRootFileProvider = app.Services.GetRequiredService<WebRoot>().Files;

        // a proxy on this machine says where a request came from; nobody else is believed
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseTlsGate();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => MayBeKept(file.Context) });
        app.UseCookiePolicy();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseDutyGate();
        app.UseAuthorization();
        app.MapPictures();
        app.MapWebsite();
        app.MapUploads();
        app.MapRazorPages();
        return app;
    }

    private static void MayBeKept(HttpContext context)
    {
        context.Items[SecurityHeaders.OwnFile] = true;
        context.Response.Headers.CacheControl = "public, max-age=3600";
    }
}
