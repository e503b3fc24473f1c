using Microsoft.Extensions.Options;

namespace MediaGuard.Journey.Tests;

public sealed class AloneGateTests
{
    private static readonly TimeSpan AMoment = TimeSpan.FromMilliseconds(50);

    [Test]
    public async Task Enter_NotAlone_LetsInAsManyAsThereAreWorkers()
    {
        using var gate = Gate(2);
        using var first = await gate.EnterAsync(false, default);
        using var second = await gate.EnterAsync(false, default);
        var third = gate.EnterAsync(false, default);
        Assert.That(await IsInAsync(third), Is.False);
        first.Dispose();
        Assert.That(await IsInAsync(third), Is.True);
    }

    [Test]
    public async Task Enter_Alone_WaitsForTheOthersAndKeepsThemOut()
    {
        using var gate = Gate(2);
        var before = await gate.EnterAsync(false, default);
        var alone = gate.EnterAsync(true, default);
        Assert.That(await IsInAsync(alone), Is.False, "somebody is still in");
        before.Dispose();
        Assert.That(await IsInAsync(alone), Is.True);
        var after = gate.EnterAsync(false, default);
        var another = gate.EnterAsync(true, default);
        Assert.That(await IsInAsync(after), Is.False, "one is alone");
        Assert.That(await IsInAsync(another), Is.False, "one is alone");
        (await alone).Dispose();
        (await after).Dispose();
        Assert.That(await IsInAsync(another), Is.True);
    }

    [Test]
    public async Task Enter_AloneAndGivenUp_GivesBackWhatItHeld()
    {
        using var gate = Gate(2);
        using var stop = new CancellationTokenSource();
        var inside = await gate.EnterAsync(false, default);
        var alone = gate.EnterAsync(true, stop.Token);
        await stop.CancelAsync();
        Assert.That(async () => await alone, Throws.InstanceOf<OperationCanceledException>());
        inside.Dispose();
        inside.Dispose(); // twice gives back once
        using var one = await gate.EnterAsync(false, default);
        using var two = await gate.EnterAsync(false, default);
        Assert.That(await IsInAsync(gate.EnterAsync(false, default)), Is.False);
    }

    private static AloneGate Gate(int workers) => new(Options.Create(new JourneyOptions { Workers = workers }));

    private static async Task<bool> IsInAsync(Task<IDisposable> entering) => await Task.WhenAny(entering, Task.Delay(AMoment, TimeProvider.System)) == entering;
}
