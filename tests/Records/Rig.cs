using MediaGuard.Ingest;
using MediaGuard.Ingest.Vault;
using MediaGuard.Records.Audit;
using MediaGuard.Records.Items;
using MediaGuard.Records.Matching;
using MediaGuard.Records.Register;
using MediaGuard.Records.Releases;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Views;
using MediaGuard.Tests.Support;
using MediaGuard.Vision.Matching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MediaGuard.Records.Tests;

/// <summary>One process on one database. <see cref="Beside"/> makes another process on the same database.</summary>
internal sealed class Rig : IAsyncDisposable
{
    private readonly TempFolder? owned;
    private readonly ServiceProvider services;

    private Rig(RecordsOptions options, FakeTimeProvider clock, TempFolder? owned)
    {
        this.owned = owned;
        Options = options;
        Clock = clock;
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .Configure<RecordsOptions>(o =>
            {
                o.Provider = options.Provider;
                o.ConnectionString = options.ConnectionString;
                o.DataFolder = options.DataFolder;
                o.BusySeconds = options.BusySeconds;
            })
            .Configure<VaultOptions>(o =>
            {
                o.StoreFolder = Path.Combine(options.DataFolder, "store");
                o.KeyringFolder = Path.Combine(options.DataFolder, "keyring");
                o.MasterKeyFile = Path.Combine(options.DataFolder, "master.key");
            })
            .AddIngest()
            .AddSingleton<IEmbeddingModel>(new TestModel())
            .AddRecords()
            .BuildServiceProvider();
    }

    public RecordsOptions Options { get; }
    public FakeTimeProvider Clock { get; }
    public bool IsSqlite => Options.Provider == "sqlite";
    public string DatabaseFile => Path.Combine(Options.DataFolder, "mediaguard.db");
    public DatabaseStart Start => services.GetRequiredService<DatabaseStart>();
    public IRecordsFactory Factory => services.GetRequiredService<IRecordsFactory>();
    public ISchoolBooks Schools => services.GetRequiredService<ISchoolBooks>();
    public Policies.IPolicyBook Policies => services.GetRequiredService<Policies.IPolicyBook>();
    public IHeads Heads => services.GetRequiredService<IHeads>();
    public IItemLedger Items => services.GetRequiredService<IItemLedger>();
    public Ingest.Names.INameIndexSource Names => services.GetRequiredService<Ingest.Names.INameIndexSource>();
    public Publications.IPublicationBook Publications => services.GetRequiredService<Publications.IPublicationBook>();
    public Publications.ICaptionBook Captions => services.GetRequiredService<Publications.ICaptionBook>();
    public Publications.ITokenBook Tokens => services.GetRequiredService<Publications.ITokenBook>();
    public IReleaseBook Releases => services.GetRequiredService<IReleaseBook>();
    public Publisher.Clearances.IReleaseLedger Ledger => services.GetRequiredService<Publisher.Clearances.IReleaseLedger>();
    public IAuditTrail Audit => services.GetRequiredService<IAuditTrail>();
    public Backups.IBackupBook Backups => services.GetRequiredService<Backups.IBackupBook>();
    public Backups.DatabaseCopy Copy => services.GetRequiredService<Backups.DatabaseCopy>();
    public IMatchingBook Matching => services.GetRequiredService<IMatchingBook>();
    public IVault Vault => services.GetRequiredService<IVault>();
    public ITemplateKeys TemplateKeys => services.GetRequiredService<ITemplateKeys>();
    public Access.IAccessBook Access => services.GetRequiredService<Access.IAccessBook>();
    public IImportBook Imports => services.GetRequiredService<IImportBook>();
    public IRegisterBook Register => services.GetRequiredService<IRegisterBook>();
    public IGuardianBook Guardians => services.GetRequiredService<IGuardianBook>();
    public IGroupBook Groups => services.GetRequiredService<IGroupBook>();
    public Parents.IParentBook Parents => services.GetRequiredService<Parents.IParentBook>();
    public Parents.IRequestBook Requests => services.GetRequiredService<Parents.IRequestBook>();
    public IRegisterViews RegisterViews => services.GetRequiredService<IRegisterViews>();
    public Devices.IDeviceBook Devices => services.GetRequiredService<Devices.IDeviceBook>();
    public Incidents.IIncidentBook Incidents => services.GetRequiredService<Incidents.IIncidentBook>();
    public Posts.IPostBook Posts => services.GetRequiredService<Posts.IPostBook>();
    public Seals.ISealBook Seals => services.GetRequiredService<Seals.ISealBook>();
    public Subjects.ISubjectBook Subjects => services.GetRequiredService<Subjects.ISubjectBook>();
    public Looking.ISideLog Looks => services.GetRequiredService<Looking.ISideLog>();
    public ILookViews LookViews => services.GetRequiredService<ILookViews>();
    public ILeadViews LeadViews => services.GetRequiredService<ILeadViews>();
    public Evidence.IEvidenceBook Evidence => services.GetRequiredService<Evidence.IEvidenceBook>();
    public IPhotoViews Views => services.GetRequiredService<IPhotoViews>();

    /// <summary>A fresh database nothing was made in yet.</summary>
    public static async Task<Rig> EmptyAsync(string provider, string? dataFolder = null, int busySeconds = 20)
    {
        var connection = provider == "postgres" ? await (await PostgresServer.SharedAsync()).CreateDatabaseAsync() : "";
        var folder = new TempFolder();
        var options = new RecordsOptions { Provider = provider, ConnectionString = connection, DataFolder = dataFolder ?? folder.FullName, BusySeconds = busySeconds };
        return new Rig(options, new FakeTimeProvider(new DateTimeOffset(2026, 6, 15, 9, 0, 0, TimeSpan.Zero)), folder);
    }

    public static async Task<Rig> MakeAsync(string provider, string? dataFolder = null, int busySeconds = 20)
    {
        var rig = await EmptyAsync(provider, dataFolder, busySeconds);
        await rig.Start.PrepareAsync(CancellationToken.None);
        return rig;
    }

    public Rig Beside(int busySeconds = 20) => new(
        new RecordsOptions { Provider = Options.Provider, ConnectionString = Options.ConnectionString, DataFolder = Options.DataFolder, BusySeconds = busySeconds },
        Clock,
        null);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (owned is not null)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            owned.Dispose();
        }
    }

    private sealed class TestModel : IEmbeddingModel
    {
        public string Version => "test@0";
    }
}
