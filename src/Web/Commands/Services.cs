using MediaGuard.Journey;
using MediaGuard.Journey.Backups;
using MediaGuard.Records;
using MediaGuard.Web.Identity;
using Microsoft.Extensions.Options;

namespace MediaGuard.Web.Commands;

/// <summary>The program's services for one command, without pages and loops.</summary>
internal static class Services
{
    public static ServiceProvider Build(string data)
    {
        var configuration = new ConfigurationBuilder();
        Configure(configuration, data);
        var root = configuration.Build();
        Language.Speak(root, data);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(root);
        services.AddLogging(log => log.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole(o => o.SingleLine = true)
            .AddFilter("Microsoft", LogLevel.Error)
            .Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace));
        services.AddMediaGuard(root, data, Place.Home());
        services.AddSchoolIdentity();
        var provider = services.BuildServiceProvider();
        provider.GetService<IStartupValidator>()?.Validate();
        return provider;
    }

    /// <summary><c>mediaguard.json</c> in the data folder, then environment variables such as <c>MEDIAGUARD_Vault__Store</c>.</summary>
    public static void Configure(IConfigurationBuilder configuration, string data) =>
        configuration.AddJsonFile(Path.Combine(data, "mediaguard.json"), optional: true, reloadOnChange: false).AddEnvironmentVariables("MEDIAGUARD_");

    /// <summary>The services on a data folder that is already in use.</summary>
    public static async Task<ServiceProvider> OpenAsync(string data, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(data))
        {
            throw new CommandException(ExitCodes.NotSetUp, "there is no data folder there; `mediaguard serve` makes one, `mediaguard demo` one with a demo school");
        }

        RequireWhole(data);
        var services = Build(data);
        await services.GetRequiredService<DatabaseStart>().PrepareAsync(cancellationToken);
        if ((await services.GetRequiredService<IRecordsFactory>().SchoolsAsync(cancellationToken)).Count == 0)
        {
            throw new CommandException(ExitCodes.NotSetUp, "there is no school in this data folder; `mediaguard serve` makes one, `mediaguard demo` a demo school");
        }

        return services;
    }

    /// <summary>A data folder in which a restore was broken off is not one to work on.</summary>
    public static void RequireWhole(string data)
    {
        if (File.Exists(Path.Combine(data, RestorePlan.Unfinished)))
        {
            throw new CommandException(ExitCodes.NotSetUp, "a restore into this data folder was broken off; run the same `mediaguard restore` again, it goes on where it was");
        }
    }

    /// <summary>The services on a data folder that is made when missing, with a school in it.</summary>
    public static async Task<ServiceProvider> MakeAsync(string data, CancellationToken cancellationToken)
    {
        Place.Make(data);
        RequireWhole(data);
        var services = Build(data);
        await services.GetRequiredService<DatabaseStart>().PrepareAsync(cancellationToken);
        return services;
    }

    /// <summary>A new installation's one school, named by the setting <c>School:Name</c>.</summary>
    public static async Task EnsureSchoolAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if ((await services.GetRequiredService<IRecordsFactory>().SchoolsAsync(cancellationToken)).Count == 0)
        {
            var settings = services.GetRequiredService<IConfiguration>();
            await services.GetRequiredService<ISchoolBooks>().MakeAsync(
                settings["School:Name"] ?? "Our school", settings["School:TimeZone"] ?? "Europe/London", settings["School:Share"] ?? "", StandardPolicy.Document, cancellationToken);
        }

        foreach (var school in await services.GetRequiredService<IRecordsFactory>().SchoolsAsync(cancellationToken))
        {
            if (school.SharePath.Length == 0)
            {
                Directory.CreateDirectory(services.GetRequiredService<IOptions<JourneyOptions>>().Value.ShareFolder);
            }
        }
    }
}
