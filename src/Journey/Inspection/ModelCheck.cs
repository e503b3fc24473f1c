using MediaGuard.Journey.Loops;
using MediaGuard.Vision.Models;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey.Inspection;

/// <summary>Digests every model before the program begins its work, and says in the log which is not right. The pages are served all the same, and photos are held until it is.</summary>
internal sealed class ModelCheck(IModelCatalog models, ILogger<ModelCheck> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Loop.TryAsync(nameof(ModelCheck), logger, LookAsync, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Task LookAsync()
    {
        foreach (var model in models.Check())
        {
            if (model.State is ModelState.Altered || (model.IsRequired && model.State is ModelState.Missing))
            {
                LogMessages.ModelNotRight(logger, model.Name, model.State);
            }
        }

        return Task.CompletedTask;
    }
}
