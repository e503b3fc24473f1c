namespace MediaGuard.Journey;

/// <summary>Lets an act wake the sweep at once instead of at its next turn.</summary>
internal sealed class Wake : IDisposable
{
    private readonly SemaphoreSlim signal = new(0, 1);

    public void Up()
    {
        try
        {
            signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // already awake
        }
    }

    /// <summary>Returns when woken or when the time has passed.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => signal.WaitAsync(atMost, cancellationToken);

    public void Dispose() => signal.Dispose();
}
