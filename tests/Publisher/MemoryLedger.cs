using MediaGuard.Consent.Decisions;
using MediaGuard.Media;
using MediaGuard.Publisher.Clearances;

namespace MediaGuard.Publisher.Tests;

/// <summary>Books in memory, with one lock for the head row. <see cref="Breaks"/> names the call that fails.</summary>
internal sealed class MemoryLedger : IReleaseLedger, IDisposable
{
    private readonly SemaphoreSlim head = new(1, 1);

    public ReleaseGround? Ground { get; set; } = Classroom.Ground();

    public string Breaks { get; init; } = "";

    public List<string> Log { get; } = [];

    public Dictionary<RenditionId, StandingRelease> Leaving { get; } = [];

    public List<Decision> Withheld { get; } = [];

    public void Dispose() => head.Dispose();

    /// <summary>Changes the ground the way every writer must: under the head lock.</summary>
    public async Task ChangeAsync(Func<ReleaseGround, ReleaseGround> change, CancellationToken cancellationToken)
    {
        await head.WaitAsync(cancellationToken);
        Ground = change(Ground!);
        head.Release();
    }

    public async Task<IReleaseTransaction> BeginAsync(SchoolId school, CancellationToken cancellationToken)
    {
        Reach("begin");
        await head.WaitAsync(cancellationToken);
        return new Transaction(this);
    }

    private void Reach(string call)
    {
        Log.Add(call);
        if (Breaks == call)
        {
            throw new InvalidOperationException("The database went away.");
        }
    }

    private sealed class Transaction(MemoryLedger ledger) : IReleaseTransaction
    {
        public async Task<ReleaseGround?> LoadAsync(MediaId media, ChannelId channel, CancellationToken cancellationToken)
        {
            ledger.Reach("load");
            await Task.Yield();
            return ledger.Ground is { } ground ? ground with { Existing = ledger.Leaving.GetValueOrDefault(ground.Rendition) } : null;
        }

        public async Task CommitLeavingAsync(ReleaseRequest request, ReleaseId release, string releaseName, RenditionId rendition, Decision decision, CancellationToken cancellationToken)
        {
            await Task.Yield();
            ledger.Reach("leaving");
            ledger.Leaving[rendition] = new StandingRelease(release, releaseName);
        }

        public Task CommitWithheldAsync(ReleaseRequest request, Decision decision, CancellationToken cancellationToken)
        {
            ledger.Reach("withheld");
            ledger.Withheld.Add(decision);
            ledger.Leaving.Remove(ledger.Ground!.Rendition);
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            ledger.Log.Add("end");
            ledger.head.Release();
            return ValueTask.CompletedTask;
        }
    }
}
