using MediaGuard.Journey.Heads;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey.Loops;

/// <summary>Before any loop begins, sees whether the books were put back: nothing may go out on them, and nothing be destroyed.</summary>
internal sealed class PutBackStart(PutBackWatch watch, ILogger<PutBackStart> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Loop.TryAsync(nameof(PutBackStart), logger, () => watch.LookAsync(cancellationToken), cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
