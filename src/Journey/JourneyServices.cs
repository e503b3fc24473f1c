using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using MediaGuard.Consent;
using MediaGuard.Ingest;
using MediaGuard.Ingest.Vault;
using MediaGuard.Journey.Demo;
using MediaGuard.Journey.Evaluation;
using MediaGuard.Journey.Inspection;
using MediaGuard.Journey.Jobs;
using MediaGuard.Journey.Loops;
using MediaGuard.Journey.Mail;
using MediaGuard.Journey.Matching;
using MediaGuard.Journey.Packs;
using MediaGuard.Journey.Release;
using MediaGuard.Journey.Review;
using MediaGuard.Journey.Uploads;
using MediaGuard.Publisher;
using MediaGuard.Records;
using MediaGuard.Vision;
using MediaGuard.Vision.Models;
using MediaGuard.Vision.Models.Installing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey;

/// <summary>Registers the journey and every room it goes through.</summary>
public static class JourneyServices
{
    /// <summary>All rooms, bound to their sections of <paramref name="configuration"/>; paths left empty fall into the data folder.</summary>
    public static IServiceCollection AddMediaGuard(this IServiceCollection services, IConfiguration configuration, string dataFolder, string homeFolder)
    {
        services.AddIngest().AddVision().AddConsent().AddPublisher().AddRecords();
        services.AddOptions<Ingest.Arrivals.ArrivalOptions>().Configure<IOptions<JourneyOptions>>((o, journey) => o.StuckAfter = journey.Value.StandstillAfter)
            .Bind(configuration.GetSection("Arrivals"));
        services.Configure<Ingest.Uploads.UploadOptions>(configuration.GetSection("Uploads"))
            .PostConfigure<Ingest.Uploads.UploadOptions>(o => o.Folder = Or(o.Folder, Path.Combine(dataFolder, "uploads")));
        services.Configure<Ingest.Cleaning.CleaningOptions>(configuration.GetSection("Cleaning"));
        services.Configure<Ingest.Scanning.ScannerOptions>(configuration.GetSection("Scanner"));
        services.AddOptions<Ingest.Cleaning.Isolation.IsolationOptions>().Configure<IOptions<JourneyOptions>>((o, journey) => o.Children = journey.Value.Workers)
            .Bind(configuration.GetSection("Isolation"));
        services.AddOptions<RecordsOptions>().Configure<IOptions<JourneyOptions>>((o, journey) => o.StandstillAfter = journey.Value.StandstillAfter);
        services.Configure<RecordsOptions>(configuration.GetSection("Database")).PostConfigure<RecordsOptions>(o => o.DataFolder = Or(o.DataFolder, dataFolder));
        services.Configure<VaultOptions>(configuration.GetSection("Vault")).PostConfigure<VaultOptions>(o =>
        {
            o.StoreFolder = Or(o.StoreFolder, Path.Combine(dataFolder, "store"));
            o.KeyringFolder = Or(o.KeyringFolder, Path.Combine(dataFolder, "keyring"));
            o.MasterKeyFile = Or(o.MasterKeyFile, Path.Combine(dataFolder, "master.key"));
        });
        services.Configure<ModelOptions>(configuration.GetSection("Models")).PostConfigure<ModelOptions>(o =>
        {
            o.Manifest = Or(o.Manifest, Path.Combine(homeFolder, "models", "manifest.json"));
            o.Folder = Or(o.Folder, Path.Combine(homeFolder, "models", "weights"));
        });
        services.AddOptions<JourneyOptions>().Bind(configuration.GetSection("Journey")).PostConfigure(o => o.DataFolder = Or(o.DataFolder, dataFolder))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<LookOptions>().Bind(configuration.GetSection("Looking")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<Backups.BackupOptions>().Bind(configuration.GetSection("Backups")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<MailOptions>().Bind(configuration.GetSection("Mail")).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(p => new SampleBox(p.GetRequiredService<IPackageFetcher>(), Path.Combine(homeFolder, ".cache", "samples")));
        foreach (var group in Settings.SettingGroups.All)
        {
            services.AddSingleton(group);
        }

        services.TryAddSingleton<Settings.SettingsShelf>();
        return services.AddJourney();
    }

    /// <summary>The loops and Hangfire's server: what `serve` runs beside the pages.</summary>
    public static IServiceCollection AddJourneyLoops(this IServiceCollection services)
    {
        services.AddHostedService<PutBackStart>();
        services.AddHostedService<ModelCheck>();
        services.AddHangfire((provider, hangfire) =>
        {
            hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            if (provider.GetRequiredService<IOptions<JourneyOptions>>().Value.Jobs == "postgres")
            {
                var connection = provider.GetRequiredService<IOptions<RecordsOptions>>().Value.ConnectionString;
                hangfire.UsePostgreSqlStorage(p => p.UseNpgsqlConnection(connection));
            }
            else
            {
                hangfire.UseInMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromHours(1) });
            }
        });
        services.AddHangfireServer((provider, server) =>
        {
            server.WorkerCount = provider.GetRequiredService<IOptions<JourneyOptions>>().Value.Workers;
            server.ShutdownTimeout = TimeSpan.FromSeconds(20);
        });
        services.AddHostedService<ArrivalsLoop>();
        services.AddHostedService<UploadLoop>();
        services.AddHostedService<SweepLoop>();
        services.AddHostedService<MendLoop>();
        services.AddHostedService<RedecideLoop>();
        services.AddHostedService<WatchLoop>();
        services.AddHostedService<SideLogLoop>();
        services.AddHostedService<HeadExportLoop>();
        services.AddHostedService<WriteBackLoop>();
        services.AddHostedService<NewsLoop>();
        return services;
    }

    private static IServiceCollection AddJourney(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.Replace(ServiceDescriptor.Singleton(EnvironmentFaultPoints.FromEnvironment()));
        services.TryAddSingleton<Shares>();
        services.TryAddSingleton<AloneGate>();
        services.TryAddSingleton<Wake>();
        services.TryAddSingleton<LoopTurns>();
        services.TryAddSingleton<Noticer>();
        services.TryAddSingleton<Decider>();
        services.TryAddSingleton<Redecider>();
        services.TryAddSingleton<ItemRunner>();
        services.TryAddSingleton<VaultSweep>();
        services.TryAddSingleton<SecondLook>();
        services.TryAddSingleton<IMailer>(p => p.GetRequiredService<IOptions<MailOptions>>().Value.Kind == "smtp"
            ? ActivatorUtilities.CreateInstance<SmtpMailer>(p)
            : ActivatorUtilities.CreateInstance<MailFolder>(p));
        services.TryAddSingleton<SchoolNews>();
        services.TryAddSingleton<IncidentNews>();
        foreach (var step in JourneyPlan.Steps)
        {
            services.TryAddSingleton(step.Step);
        }

        services.TryAddSingleton<ChannelDirectory>();
        services.TryAddSingleton<ReleaseRunner>();
        services.TryAddSingleton<RecallRunner>();
        services.TryAddTransient<JourneyJobs>();
        services.TryAddSingleton<IHumanActs, HumanActs>();
        services.TryAddSingleton<Consent.Decisions.ILots, RandomLots>();
        services.TryAddSingleton<ISheetActs, SheetActs>();
        services.TryAddSingleton<ReleaseWatch>();
        services.TryAddSingleton<Comparer>();
        services.TryAddSingleton<Eyes>();
        services.TryAddSingleton<RedactionRunner>();
        services.TryAddSingleton<SealRunner>();
        services.TryAddSingleton<Enroller>();
        services.TryAddSingleton<IMatchingActs, MatchingActs>();
        services.TryAddSingleton<LookCache>();
        services.TryAddSingleton<IPictures, Pictures>();
        services.TryAddSingleton<Subjects.SubjectPictures>();
        services.TryAddSingleton<Subjects.ISubjectAccess, Subjects.SubjectAccess>();
        services.TryAddSingleton<Evidence.IEvidencePack, Evidence.EvidencePack>();
        services.TryAddSingleton<Website.ICaptions, Website.Captions>();
        services.TryAddSingleton<Website.ITakeDowns, Website.TakeDowns>();
        services.TryAddSingleton<IPacks, PackDesk>();
        services.TryAddSingleton<UploadRoom>();
        services.TryAddSingleton<UploadHandover>();
        services.TryAddSingleton<IUploadDesk, UploadDesk>();
        services.TryAddSingleton<IDrain, Drain>();
        services.TryAddSingleton<WriteFindings>();
        services.TryAddSingleton<StrandedFindings>();
        services.TryAddSingleton<IDoctor, Doctor>();
        services.TryAddSingleton<Heads.AuditHeads>();
        services.TryAddSingleton<Heads.PutBackWatch>();
        services.TryAddSingleton<Backups.IBackupDesk, Backups.BackupDesk>();
        services.TryAddSingleton<Backups.DeletionReplay>();
        services.TryAddSingleton<Backups.IRestoreDesk, Backups.RestoreDesk>();
        services.TryAddSingleton<FileInspector>();
        services.TryAddSingleton<MatchingEvaluation>();
        services.TryAddSingleton<MatchingReports>();
        services.TryAddSingleton<FaceEvaluation>();
        services.TryAddSingleton<FileCleaner>();
        services.TryAddSingleton<ModelShelf>();
        services.TryAddSingleton<IDemoSchool, DemoSchool>();
        return services;
    }

    private static string Or(string value, string fallback) => value.Length > 0 ? value : fallback;
}
