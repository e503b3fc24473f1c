using MediaGuard.Records;
using MediaGuard.Records.Policies;
using MediaGuard.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Journey.Tests;

/// <summary>A data folder of its own, removed when disposed, and the program on it.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly TempFolder folder = new();

    /// <summary>The path of something beside the data folder, which is <c>data</c>.</summary>
    public string At(params ReadOnlySpan<string> parts) => folder.At(parts);

    /// <summary>The whole program, but for what a test puts in its place.</summary>
    public ServiceProvider Services(Action<IServiceCollection>? change, params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Append(("Arrivals:StillFor", "00:00:00")).Select(s => KeyValuePair.Create(s.Item1, (string?)s.Item2))).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging().AddMediaGuard(configuration, At("data"), TestPaths.Root);
        change?.Invoke(services);
        return services.BuildServiceProvider();
    }

    public static async Task<SchoolInfo> AddSchoolAsync(ServiceProvider services, string name, PolicyDocument policy, string share = "")
    {
        await services.GetRequiredService<DatabaseStart>().PrepareAsync(default);
        var school = await services.GetRequiredService<ISchoolBooks>().MakeAsync(name, "Europe/London", share, policy, default);
        return (await services.GetRequiredService<IRecordsFactory>().SchoolsAsync(default)).Single(s => s.Id == school);
    }

    /// <summary>Puts a photo into the share, for the class Oak.</summary>
    public async Task DropPhotoAsync()
    {
        using var picture = NetVips.Image.Black(160, 120, bands: 3);
        await File.WriteAllBytesAsync(At("data", "share", "Oak", "one.jpg"), picture.JpegsaveBuffer());
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }
}
