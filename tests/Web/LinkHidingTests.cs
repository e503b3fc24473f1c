using System.Collections.Concurrent;
using MediaGuard.Records.Parents;
using MediaGuard.Records.Register;
using MediaGuard.Media;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Web.Tests;

/// <summary>A parent's link is in the path of a request. However talkative the log is set, it is not in the log.</summary>
public sealed class LinkHidingTests
{
    [Test]
    public async Task Log_AtItsMostTalkative_HoldsNoLink()
    {
        using var log = new Listening();
        await using var rig = await SchoolRig.StartChangedAsync(builder =>
        {
            builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace);
            builder.Configuration["Logging:LogLevel:Default"] = "Trace";
            builder.Configuration["Logging:LogLevel:Microsoft"] = "Trace";
        });
        var guardian = await rig.Services.GetRequiredService<IGuardianBook>().AddAsync(rig.School, rig.Dan, new GuardianEdit("Parent", "", true), null, default);
        var token = (await rig.Services.GetRequiredService<IParentBook>().MakeAsync(rig.School, rig.Dan, guardian!.Value, TimeSpan.FromDays(1), new UserId(Guid.CreateVersion7()), default))!.Token;
        using var parent = rig.Anonymous();
        foreach (var path in new[] { $"/parent/{token}", $"/parent/{token}/child", $"/parent/{token}/nothing" })
        {
            using var answer = await parent.GetAsync(path);
        }

        using var no = await parent.PostAsync($"/parent/{token}?handler=No", [new("purpose", "all")], null);
        Assert.That(log.Lines.Count(l => l.Contains("/parent/link", StringComparison.Ordinal)), Is.GreaterThan(3), "paths are logged, and these are");
        Assert.That(log.Lines.Where(l => l.Contains(token, StringComparison.OrdinalIgnoreCase)), Is.Empty);
    }

    private sealed class Listening : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
