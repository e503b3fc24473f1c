using System.Collections.Concurrent;
using System.Diagnostics;
using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Journey;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Register;
using MediaGuard.Records.Scenes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Bench.Journey;

/// <summary>A school in a folder of its own that takes photos through the real journey on SQLite and the folder store.</summary>
internal sealed class BenchSchool : ILoggerProvider, ILogger
{
    private readonly ConcurrentDictionary<string, long> steps = new();

    public async Task<(TimeSpan Elapsed, IReadOnlyDictionary<string, long> Steps)> RunAsync(IReadOnlyList<byte[]> files, int workers)
    {
        var data = Directory.CreateTempSubdirectory("mediaguard-bench-").FullName;
        try
        {
            await using var services = Build(data, workers);
            await services.GetRequiredService<DatabaseStart>().PrepareAsync(CancellationToken.None);
            await SeedAsync(services);
            var folder = Directory.CreateDirectory(Path.Combine(data, "share", "Oak")).FullName;
            for (var i = 0; i < files.Count; i++)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, $"{i}.jpg"), files[i]);
            }

            var began = Stopwatch.GetTimestamp();
            var drained = await services.GetRequiredService<IDrain>().RunAsync(null, CancellationToken.None);
            var elapsed = Stopwatch.GetElapsedTime(began);
            return drained.Sum(d => d.Media.Count) == files.Count && !Directory.EnumerateFiles(folder).Any()
                ? (elapsed, steps)
                : throw new InvalidOperationException("Not every photo went the whole way.");
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Name == "StepDone" && state is IReadOnlyList<KeyValuePair<string, object?>> values)
        {
            var to = values.Single(v => v.Key == "To").Value!.ToString()!;
            steps.AddOrUpdate(to, (long)values.Single(v => v.Key == "Milliseconds").Value!, (_, sum) => sum + (long)values.Single(v => v.Key == "Milliseconds").Value!);
        }
    }

    public void Dispose()
    {
    }

    private static async Task SeedAsync(ServiceProvider services)
    {
        var school = await services.GetRequiredService<ISchoolBooks>().MakeAsync("Bench", "Europe/London", "", StandardPolicy.Document, CancellationToken.None);
        await using var head = await services.GetRequiredService<IHeads>().BeginAsync(school, CancellationToken.None);
        var oak = head.AddGroup("Oak", asksSeesaw: true, null);
        for (var i = 0; i < 28; i++)
        {
            var pupil = head.AddPerson(new NewPerson(PersonKind.Pupil, $"Pupil {i}", $"P{i}"), null);
            head.AddMembership(pupil, oak, new DateOnly(2020, 9, 1), null, null);
            head.RecordConsent(pupil, new PurposeId("seesaw"), ConsentAnswer.Given, new DateOnly(2020, 9, 1), null, "form", "", null);
        }

        await head.CommitAsync(CancellationToken.None);
    }

    private ServiceProvider Build(string data, int workers)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Journey:Workers"] = workers.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Arrivals:StillFor"] = "00:00:00",
        }).Build();
        var home = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(home.FullName, "models", "manifest.json")))
        {
            home = home.Parent ?? throw new InvalidOperationException("models/manifest.json was not found above the program.");
        }

        return new ServiceCollection().AddLogging(log => log.AddProvider(this)).AddMediaGuard(configuration, data, home.FullName).BuildServiceProvider();
    }
}
