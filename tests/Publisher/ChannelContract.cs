using System.Security.Cryptography;
using MediaGuard.Consent.Decisions;
using MediaGuard.Publisher.Channels;
using MediaGuard.Publisher.Clearances;

namespace MediaGuard.Publisher.Tests;

/// <summary>What every kind of channel owes. Derive, say how to make one and how to look into it.</summary>
public abstract class ChannelContract
{
    protected static readonly byte[] Picture = RandomNumberGenerator.GetBytes(100_000);

    protected abstract IChannel Channel { get; }

    protected abstract ChannelTarget Target { get; }

    /// <summary>Every copy that lies in the channel under this name, read without the channel's help.</summary>
    protected abstract Task<IReadOnlyList<byte[]>> CopiesAsync(string releaseName);

    /// <summary>Makes the place the copies go to unreachable.</summary>
    protected abstract void TakeAway();

    protected abstract void BringBack();

    protected static async Task<Clearance> ClearAsync()
    {
        using var ledger = new MemoryLedger();
        return (await new Clearance.Gate(new DecisionEngine(), ledger).PassAsync(Classroom.Request, CancellationToken.None)).Clearance!;
    }

    protected Task<ChannelResult> ReleaseAsync(Clearance clearance, byte[]? bytes = null) =>
        Channel.ReleaseAsync(clearance, Target, new MemoryStream(bytes ?? Picture), CancellationToken.None);

    protected Task<ChannelResult> RecallAsync(Clearance clearance) =>
        Channel.RecallAsync(new RecallOrder(clearance.Release, clearance.ReleaseName), Target, CancellationToken.None);

    [Test]
    public async Task ReleaseAsync_Cleared_PutsTheSameBytesOut()
    {
        var clearance = await ClearAsync();
        var result = await ReleaseAsync(clearance);
        Assert.That(result.Outcome, Is.EqualTo(ChannelOutcome.Done));
        Assert.That(result.Proof, Is.Not.Empty.And.Not.Contain(clearance.ReleaseName));
        Assert.That(await CopiesAsync(clearance.ReleaseName), Is.EqualTo(new[] { Picture }));
    }

    [Test]
    public async Task ReleaseAsync_Twice_IsOneCopy()
    {
        var clearance = await ClearAsync();
        await ReleaseAsync(clearance);
        Assert.That((await ReleaseAsync(clearance)).Outcome, Is.EqualTo(ChannelOutcome.Done));
        Assert.That(await CopiesAsync(clearance.ReleaseName), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task ReleaseAsync_OverADamagedCopy_MendsIt()
    {
        var clearance = await ClearAsync();
        await ReleaseAsync(clearance, Picture[..5_000]);
        await ReleaseAsync(clearance);
        Assert.That(await CopiesAsync(clearance.ReleaseName), Is.EqualTo(new[] { Picture }));
    }

    [Test]
    public async Task ReleaseAsync_NoBytes_FailsAndPutsNothingOut()
    {
        var clearance = await ClearAsync();
        Assert.That((await ReleaseAsync(clearance, [])).Outcome, Is.EqualTo(ChannelOutcome.Failed));
        Assert.That(await CopiesAsync(clearance.ReleaseName), Is.Empty);
    }

    [Test]
    public async Task ReleaseAsync_SourceBreaks_PutsNothingOut()
    {
        var clearance = await ClearAsync();
        await using var source = new BreakingStream(Picture, 60_000);
        Assert.That(() => Channel.ReleaseAsync(clearance, Target, source, CancellationToken.None), Throws.TypeOf<CryptographicException>());
        Assert.That(await CopiesAsync(clearance.ReleaseName), Is.Empty);
    }

    [Test]
    public async Task ReleaseAsync_PlaceUnreachable_FailsAndARetryHelps()
    {
        var clearance = await ClearAsync();
        TakeAway();
        var failed = await ReleaseAsync(clearance);
        BringBack();
        Assert.That((failed.Outcome, failed.RetryHelps), Is.EqualTo((ChannelOutcome.Failed, true)));
        Assert.That((await ReleaseAsync(clearance)).Outcome, Is.EqualTo(ChannelOutcome.Done));
    }

    [Test]
    public async Task RecallAsync_Released_LeavesNothingAndProvesIt()
    {
        var (kept, taken) = (await ClearAsync(), await ClearAsync());
        await ReleaseAsync(kept);
        await ReleaseAsync(taken);
        var result = await RecallAsync(taken);
        Assert.That(result.Outcome, Is.EqualTo(ChannelOutcome.Done));
        Assert.That(result.Proof, Is.Not.Empty.And.Not.Contain(taken.ReleaseName));
        Assert.That(await CopiesAsync(taken.ReleaseName), Is.Empty);
        Assert.That(await CopiesAsync(kept.ReleaseName), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task RecallAsync_Twice_IsDone()
    {
        var clearance = await ClearAsync();
        await ReleaseAsync(clearance);
        await RecallAsync(clearance);
        Assert.That((await RecallAsync(clearance)).Outcome, Is.EqualTo(ChannelOutcome.Done));
    }

    [Test]
    public async Task RecallAsync_NeverPutOut_IsDone()
    {
        await ReleaseAsync(await ClearAsync());
        Assert.That((await RecallAsync(await ClearAsync())).Outcome, Is.EqualTo(ChannelOutcome.Done));
    }

    [Test]
    public async Task RecallAsync_PlaceUnreachable_IsNotDone()
    {
        var clearance = await ClearAsync();
        await ReleaseAsync(clearance);
        TakeAway();
        var failed = await RecallAsync(clearance);
        BringBack();
        Assert.That((failed.Outcome, failed.RetryHelps), Is.EqualTo((ChannelOutcome.Failed, true)));
        Assert.That((await RecallAsync(clearance)).Outcome, Is.EqualTo(ChannelOutcome.Done));
        Assert.That(await CopiesAsync(clearance.ReleaseName), Is.Empty);
    }
}
