using MediaGuard.Records.Items;

namespace MediaGuard.Journey;

/// <summary>
/// Keeps a lease alive while its step runs, and stops the step when the lease is lost, or could not be renewed for as long as it lasts: somebody else may have it by then.
/// </summary>
internal sealed class Heartbeat : IDisposable
{
    private readonly CancellationTokenSource stop;
    private readonly ITimer timer;
    private readonly IItemLedger ledger;
    private readonly Lease lease;
    private readonly TimeSpan span;
    private readonly TimeProvider clock;
    private long renewed;

    public Heartbeat(IItemLedger ledger, Lease lease, TimeSpan span, TimeProvider clock, CancellationToken cancellationToken)
    {
        (this.ledger, this.lease, this.span, this.clock) = (ledger, lease, span, clock);
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        renewed = clock.GetTimestamp();
        timer = clock.CreateTimer(_ => _ = BeatAsync(), null, span / 3, span / 3);
    }

    /// <summary>Cancelled when the caller stops or the lease is lost.</summary>
    public CancellationToken Token => stop.Token;

    public void Dispose()
    {
        timer.Dispose();
        stop.Dispose();
    }

    private async Task BeatAsync()
    {
#pragma warning disable CA1031 // a beat that fails says nothing yet: the next may not
        try
        {
            var now = clock.GetTimestamp();
            if (clock.GetElapsedTime(Volatile.Read(ref renewed), now) >= span || !await ledger.RenewAsync(lease, span, stop.Token))
            {
                await stop.CancelAsync();
                return;
            }

            Volatile.Write(ref renewed, now);
        }
        catch (Exception)
        {
            // see above
        }
#pragma warning restore CA1031
    }
}
