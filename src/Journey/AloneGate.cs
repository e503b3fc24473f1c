using Microsoft.Extensions.Options;

namespace MediaGuard.Journey;

/// <summary>Lets as many steps run at once as there are workers; one that died twice before runs with nothing beside it.</summary>
internal sealed class AloneGate(IOptions<JourneyOptions> options) : IDisposable
{
    private readonly int places = options.Value.Workers;
    private readonly SemaphoreSlim free = new(options.Value.Workers, options.Value.Workers);
    private readonly SemaphoreSlim turn = new(1, 1);

    public async Task<IDisposable> EnterAsync(bool alone, CancellationToken cancellationToken)
    {
        if (!alone)
        {
            await free.WaitAsync(cancellationToken);
            return new Place(free, 1);
        }

        await turn.WaitAsync(cancellationToken);
        var taken = 0;
        try
        {
            for (; taken < places; taken++)
            {
                await free.WaitAsync(cancellationToken);
            }

            return new Place(free, places);
        }
        catch
        {
            if (taken > 0)
            {
                free.Release(taken);
            }

            throw;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        free.Dispose();
        turn.Dispose();
    }

    private sealed class Place(SemaphoreSlim free, int count) : IDisposable
    {
        private int left = count;

        public void Dispose()
        {
            var all = Interlocked.Exchange(ref left, 0);
            if (all > 0)
            {
                free.Release(all);
            }
        }
    }
}
