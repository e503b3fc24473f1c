using MediaGuard.Records.Items;

namespace MediaGuard.Journey;

/// <summary>Keeps a lease alive while its step runs, and stops the step when the lease is lost.</summary>
internal sealed class Heartbeat : IDisposable
{
    private readonly CancellationTokenSource stop;
    private readonly ITimer timer;

    public Heartbeat(IItemLedger ledger, Lease lease, TimeSpan span, TimeProvider clock, CancellationToken cancellationToken)
    {
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer = clock.CreateTimer(_ => _ = BeatAsync(ledger, lease, span), null, span / 3, span / 3);
    }

    /// <summary>Cancelled when the caller stops or the lease is lost.</summary>
    public CancellationToken Token => stop.Token;

    public void Dispose()
    {
        timer.Dispose();
        stop.Dispose();
    }

    private async Task BeatAsync(IItemLedger ledger, Lease lease, TimeSpan span)
    {
#pragma warning disable CA1031 // a beat that fails says nothing yet: the next may not, and a lost lease shows when the step saves
        try
        {
            if (!await ledger.RenewAsync(lease, span, stop.Token))
            {
                await stop.CancelAsync();
            }
        }
        catch (Exception)
        {
            // see above
        }
#pragma warning restore CA1031
    }
}
