using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey.Loops;

internal static class Loop
{
    /// <summary>Runs one turn of a loop that must not end: what goes wrong is logged by type and place, and the next turn comes.</summary>
    /// <returns>Whether it went well.</returns>
    public static async Task<bool> TryAsync(string name, ILogger logger, Func<Task> turn, CancellationToken stopping)
    {
#pragma warning disable CA1031 // a loop that ends silently is the queue that stands still
        try
        {
            await turn();
            return true;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return true; // stopping
        }
        catch (Exception e)
        {
            LogMessages.LoopFailed(logger, name, e.GetType().Name, Surroundings.SiteOf(e));
            await Task.Delay(TimeSpan.FromSeconds(1), stopping).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            return false;
        }
#pragma warning restore CA1031
    }
}
