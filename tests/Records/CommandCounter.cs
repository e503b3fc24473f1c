using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MediaGuard.Records.Tests;

/// <summary>Counts what is asked of the database while it lives, and the rows that come back.</summary>
internal sealed class CommandCounter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentBag<IDisposable> subscriptions = [];
    private readonly ConcurrentQueue<string> texts = [];
    private int count;
    private int rows;

    public CommandCounter() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public int Count => count;

    public int Rows => rows;

    public IReadOnlyCollection<string> Texts => texts;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
        {
            subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuted.Name)
        {
            Interlocked.Increment(ref count);
            texts.Enqueue(((CommandExecutedEventData)value.Value!).Command.CommandText);
        }
        else if (value.Key == RelationalEventId.DataReaderDisposing.Name)
        {
            Interlocked.Add(ref rows, ((DataReaderDisposingEventData)value.Value!).ReadCount);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
        {
            subscription.Dispose();
        }
    }
}
