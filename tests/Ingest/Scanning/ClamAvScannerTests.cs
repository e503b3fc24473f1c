using MediaGuard.Ingest.Scanning;
using MediaGuard.Media;
using MediaGuard.Tests.Support;
using Microsoft.Extensions.Options;

namespace MediaGuard.Ingest.Tests.Scanning;

internal sealed class ClamAvScannerTests
{
    private static readonly byte[] Eicar = StandInDaemon.Eicar;

    [Test]
    public async Task RequireClean_CleanFile_Passes([Values(0, 1, 1000, 4096, 70_000)] int length, [Values] bool overUnixSocket)
    {
        await using var daemon = StandInDaemon.Start(overUnixSocket);
        var file = new byte[length];
        await Scanner(daemon.Address).RequireCleanAsync(new MemoryStream(file), CancellationToken.None);
        Assert.That(daemon.LastFile, Is.EqualTo(file));
    }

    [Test]
    public async Task RequireClean_InfectedFile_IsMalware([Values(0, 4060, 9000)] int before)
    {
        await using var daemon = StandInDaemon.Start();
        Assert.That(await ReasonOfAsync(daemon.Address, [.. new byte[before], .. Eicar]), Is.EqualTo(ReasonCode.MalwareFound));
    }

    [Test]
    public async Task RequireClean_FileBeyondTheDaemonsLimit_IsTooLarge()
    {
        await using var daemon = StandInDaemon.Start(largest: 10_000);
        Assert.That(await ReasonOfAsync(daemon.Address, new byte[8 << 20]), Is.EqualTo(ReasonCode.TooLarge));
    }

    [TestCase("")]
    [TestCase("stream: ")]
    [TestCase("stream: OK")]
    [TestCase("stream: lstat() failed: ERROR\0")]
    [TestCase("something OK\0")]
    [TestCase("stream: OK and more\0")]
    public async Task RequireClean_AnyOtherAnswer_IsUnavailable(string answer)
    {
        await using var daemon = StandInDaemon.Start(saying: answer);
        Assert.That(await ReasonOfAsync(daemon.Address, new byte[100]), Is.EqualTo(ReasonCode.ScannerUnavailable));
    }

    [Test]
    public async Task RequireClean_SilentDaemon_IsUnavailableInTime()
    {
        await using var daemon = StandInDaemon.Start(silent: true);
        Assert.That(await ReasonOfAsync(daemon.Address, new byte[100]), Is.EqualTo(ReasonCode.ScannerUnavailable));
    }

    [TestCase("127.0.0.1:1")]
    [TestCase("/nowhere/clamd.sock")]
    public async Task RequireClean_NoDaemon_IsUnavailable(string address) =>
        Assert.That(await ReasonOfAsync(address, new byte[100]), Is.EqualTo(ReasonCode.ScannerUnavailable));

    [Test]
    public async Task RequireClean_NoneConfigured_Passes()
    {
        await Scanner("").RequireCleanAsync(new MemoryStream(Eicar), CancellationToken.None);
        Assert.That(Scanner("").IsConfigured, Is.False);
    }

    [Test]
    public async Task RequireClean_Cancelled_Stops()
    {
        await using var daemon = StandInDaemon.Start(silent: true);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        Assert.That(async () => await Scanner(daemon.Address).RequireCleanAsync(new MemoryStream(Eicar), stop.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Answers_DaemonThatLives_DoesAndOneThatDoesNot_DoesNot()
    {
        await using var daemon = StandInDaemon.Start();
        Assert.That(await Scanner(daemon.Address).AnswersAsync(CancellationToken.None), Is.True);
        Assert.That(await Scanner("127.0.0.1:1").AnswersAsync(CancellationToken.None), Is.False);
    }

    [TestCase("", true)]
    [TestCase("localhost:3310", true)]
    [TestCase("[::1]:3310", true)]
    [TestCase("/run/clamav/clamd.ctl", true)]
    [TestCase("localhost", false)]
    [TestCase("localhost:0", false)]
    [TestCase("localhost:99999", false)]
    public void IsWellFormed_Address_Is(string address, bool isWellFormed) => Assert.That(ClamAvAddress.IsWellFormed(address), Is.EqualTo(isWellFormed));

    private static ClamAvScanner Scanner(string address) => new(Options.Create(new ScannerOptions { ClamAv = address, Seconds = 3, Chunk = 4096 }));

    private static async Task<ReasonCode> ReasonOfAsync(string address, byte[] file)
    {
        try
        {
            await Scanner(address).RequireCleanAsync(new MemoryStream(file), CancellationToken.None);
            return ReasonCode.None;
        }
        catch (MediaException held)
        {
            return held.Reason;
        }
    }
}
