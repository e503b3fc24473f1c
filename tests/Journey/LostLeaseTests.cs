using MediaGuard.Consent.Decisions;
using MediaGuard.Ingest.Vault;
using MediaGuard.Journey.Steps;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Items;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace MediaGuard.Journey.Tests;

/// <summary>Whoever lost a lease, or may have lost it, stops and destroys nothing.</summary>
public sealed class LostLeaseTests
{
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(60);
    private static readonly Lease Lease = new(
        new ItemSnapshot(
            SchoolId.New(), MediaId.New(), MediaKind.Photo, MediaStatus.Departed, ReasonCode.None, null, "Oak/a.jpg", 1, default, SourceState.Removed, [], 1, default(Instant), default, MediaFormat.Jpeg, null, Sight.Seen, ReasonCode.None),
        "me",
        1,
        1,
        default);

    private readonly FakeTimeProvider clock = new();

    [Test]
    public async Task Shred_LeaseLostSinceItBegan_DestroysNothing()
    {
        var destroyed = 0;
        var vault = Substitute.Of<IVault>((nameof(IVault.DestroyAsync), _ => Task.FromResult(destroyed++)));
        var ledger = Substitute.Of<IItemLedger>(
            (nameof(IItemLedger.ShredDueAsync), _ => Task.FromResult(default(Instant))),
            (nameof(IItemLedger.RenewAsync), _ => Task.FromResult(false)),
            (nameof(IItemLedger.SaveShreddedAsync), _ => throw new LeaseLostException(Lease.Item.Media)));
        await Assert.ThrowsAsync<LeaseLostException>(() => new ShredStep(vault, ledger, Options.Create(new JourneyOptions()), clock).RunAsync(Lease, default));
        Assert.That(destroyed, Is.Zero);
    }

    [Test]
    public void Heartbeat_NothingRenewedForTheLeasesSpan_StopsTheStep()
    {
        var answers = true;
        var ledger = Substitute.Of<IItemLedger>((nameof(IItemLedger.RenewAsync), _ => answers ? Task.FromResult(true) : throw new TimeoutException()));
        using var heartbeat = new Heartbeat(ledger, Lease, Span, clock, default);
        clock.Advance(Span / 3);
        answers = false;
        clock.Advance(Span / 3);
        clock.Advance(Span / 3);
        Assert.That(heartbeat.Token.IsCancellationRequested, Is.False, "it was renewed not that long ago");
        clock.Advance(Span / 3);
        Assert.That(heartbeat.Token.IsCancellationRequested, Is.True);
    }

    [Test]
    public void Heartbeat_RenewedAgainInTime_GoesOn()
    {
        var beats = 0;
        var ledger = Substitute.Of<IItemLedger>((nameof(IItemLedger.RenewAsync), _ => ++beats % 2 == 0 ? throw new TimeoutException() : Task.FromResult(true)));
        using var heartbeat = new Heartbeat(ledger, Lease, Span, clock, default);
        for (var n = 0; n < 12; n++)
        {
            clock.Advance(Span / 3);
        }

        Assert.That(heartbeat.Token.IsCancellationRequested, Is.False);
    }
}
