using System.CommandLine;
using MediaGuard.Journey;
using MediaGuard.Records;

namespace MediaGuard.Web.Commands;

/// <summary>Pages, watch, sweep and workers in one process.</summary>
internal static class ServeCommand
{
    public static Command Make()
    {
        var data = Place.DataOption();
        var urls = new Option<string>("--urls") { Description = "Where to listen.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var command = new Command("serve", "Serve the pages and work on photos.") { data, urls };
        command.SetAction((parsed, stop) => RunAsync(Place.Data(parsed.GetValue(data)), parsed.GetValue(urls)!, stop));
        return command;
    }

    private static async Task<int> RunAsync(string data, string urls, CancellationToken cancellationToken)
    {
        Place.Make(data);
        Services.RequireWhole(data);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "mediaguard", ContentRootPath = AppContext.BaseDirectory });
        Services.Configure(builder.Configuration, data);
        Language.Speak(builder.Configuration, data);
        builder.WebHost.UseStaticWebAssets().UseUrls(urls);
        builder.Logging.ClearProviders().AddSimpleConsole(o =>
        {
            o.SingleLine = true;
            o.TimestampFormat = "HH:mm:ss ";
        });

        // requests' paths hold nothing personal (a parent's link is taken out of them), but their number hides what matters; exceptions of pages may quote data
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Diagnostics", LogLevel.None)
            .AddFilter("Hangfire", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        builder.Services.AddMediaGuard(builder.Configuration, data, Place.Home());
        builder.Services.AddMediaGuardPages();
        builder.Services.AddJourneyLoops();

        await using var app = builder.Build();
        await app.Services.GetRequiredService<DatabaseStart>().PrepareAsync(cancellationToken);
        await Services.EnsureSchoolAsync(app.Services, cancellationToken);
        app.MapMediaGuardPages();
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"MediaGuard listens on {string.Join(", ", app.Urls)}   (stop with Ctrl+C)"));
        try
        {
            await app.RunAsync(cancellationToken);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new CommandException(ExitCodes.NotSetUp, $"something else listens on {urls}; give another address with --urls");
        }

        return ExitCodes.Done;
    }
}
