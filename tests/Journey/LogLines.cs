using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey.Tests;

/// <summary>Keeps what is logged, with the exceptions.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = [];

    public IReadOnlyCollection<string> All => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        _lines.Enqueue($"{formatter(state, exception)} {exception}".TrimEnd());
    }

    public void Dispose()
    {
    }
}
