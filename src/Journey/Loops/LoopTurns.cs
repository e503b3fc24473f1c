using System.Collections.Concurrent;
using MediaGuard.Media;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey.Loops;

/// <summary>Knows when each loop of this process last came round.</summary>
internal sealed class LoopTurns(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, LoopTurn> last = new(StringComparer.Ordinal);

    /// <summary>The last turn of every loop; none where none runs.</summary>
    public IReadOnlyCollection<LoopTurn> Last => [.. last.Values.OrderBy(t => t.Loop, StringComparer.Ordinal)];

    /// <summary>As <see cref="Loop.TryAsync"/>, and notes it.</summary>
    public async Task TryAsync(string name, ILogger logger, Func<Task> turn, CancellationToken stopping)
    {
        var wentWell = await Loop.TryAsync(name, logger, turn, stopping);
        var now = Instant.Now(clock);

        // a turn has parts; one that goes well says nothing of one that failed
        last.AddOrUpdate(name, _ => new LoopTurn(name, now, wentWell ? null : now), (_, before) => new LoopTurn(name, now, wentWell ? before.FailedAt : now));
    }
}
