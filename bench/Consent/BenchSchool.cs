using MediaGuard.Ingest;
using MediaGuard.Ingest.Vault;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Policies;
using MediaGuard.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Bench.Consent;

/// <summary>A fresh database with one empty school.</summary>
internal sealed class BenchSchool : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private ServiceProvider services = null!;

    public SchoolId School { get; private set; }

    public IServiceProvider Services => services;

    public static async Task<BenchSchool> MakeAsync(string provider)
    {
        var made = new BenchSchool();
        var connection = provider == "postgres" ? await (await PostgresServer.SharedAsync()).CreateDatabaseAsync() : "";
        made.services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .Configure<RecordsOptions>(o => (o.Provider, o.ConnectionString, o.DataFolder) = (provider, connection, made.folder.FullName))
            .Configure<VaultOptions>(o => (o.StoreFolder, o.KeyringFolder, o.MasterKeyFile) =
                (Path.Combine(made.folder.FullName, "store"), Path.Combine(made.folder.FullName, "keyring"), Path.Combine(made.folder.FullName, "master.key")))
            .AddIngest().AddRecords().BuildServiceProvider();
        await made.services.GetRequiredService<DatabaseStart>().PrepareAsync(default);
        var policy = new PolicyDocument
        {
            Channels =
            [
                new ChannelSetting { Channel = "seesaw", Name = "Seesaw", Purposes = ["seesaw"] },
                new ChannelSetting { Channel = "website", Name = "Website", Purposes = ["website"], IsPublic = true },
            ],
        };
        made.School = await made.services.GetRequiredService<ISchoolBooks>().MakeAsync("Bench", "Europe/London", "", policy, default);
        return made;
    }

    public RecordsContext Open() => services.GetRequiredService<IRecordsFactory>().Open(School);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }
}
