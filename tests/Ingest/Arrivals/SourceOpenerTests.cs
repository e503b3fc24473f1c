using MediaGuard.Ingest.Arrivals;
using MediaGuard.Media;
using Microsoft.Extensions.Options;

namespace MediaGuard.Ingest.Tests.Arrivals;

[CancelAfter(30_000)]
public sealed class SourceOpenerTests
{
    private readonly SourceOpener opener = new(new ShareFolders(), Options.Create(new ArrivalOptions { LargestFile = 100 }));
    private TempShare share = null!;

    [SetUp]
    public void SetUp() => share = new TempShare();

    [TearDown]
    public void TearDown() => share.Dispose();

    [Test]
    public async Task Open_Unchanged_ReadsAll()
    {
        share.Write("Oak/a.jpg");
        var file = Seen("Oak/a.jpg");
        await using var stream = await opener.OpenAsync(share.Root, file, default);
        Assert.That(await new StreamReader(stream).ReadToEndAsync(), Is.EqualTo("bytes"));
        Assert.That(opener.IsStill(share.Root, file), Is.True);
    }

    [Test]
    public async Task Open_GrownSinceScan_SourceChanged()
    {
        share.Write("a.jpg");
        var file = Seen("a.jpg");
        share.Write("a.jpg", "more bytes");
        Assert.That(await Reason(file), Is.EqualTo(ReasonCode.SourceChanged));
        Assert.That(opener.IsStill(share.Root, file), Is.False);
    }

    [TestCase("grown bytes")]
    [TestCase("byt")]
    [TestCase("other")]
    public async Task Read_ChangedWhileReading_SourceChanged(string later)
    {
        share.Write("a.jpg");
        await using var stream = await opener.OpenAsync(share.Root, Seen("a.jpg"), default);
        Assert.That(await stream.ReadAsync(new byte[2]), Is.EqualTo(2));
        share.Write("a.jpg", later);
        var thrown = await Assert.ThrowsAsync<MediaException>(() => stream.CopyToAsync(Stream.Null));
        Assert.That(thrown!.Reason, Is.EqualTo(ReasonCode.SourceChanged));
    }

    [Test]
    public async Task Open_Gone_TellsFileFromShare()
    {
        share.Write("Oak/a.jpg");
        var file = Seen("Oak/a.jpg");
        Directory.Delete(share.At("Oak"), true);
        Assert.That(await Reason(file), Is.EqualTo(ReasonCode.SourceVanished));
        Directory.Move(share.Root, share.Root + "-away");
        Assert.That(await Reason(file), Is.EqualTo(ReasonCode.ShareUnavailable));
        Directory.Move(share.Root + "-away", share.Root);
    }

    [Test]
    public async Task Open_TooLarge_Refuses()
    {
        share.Write("a.jpg", new string('x', 101));
        Assert.That(await Reason(Seen("a.jpg")), Is.EqualTo(ReasonCode.TooLarge));
    }

    [Test]
    [Platform("Linux")]
    public async Task Open_LinkOrPipeInItsPlace_SourceChanged()
    {
        share.Write("Oak/a.jpg");
        var file = Seen("Oak/a.jpg");
        File.Move(share.At("Oak/a.jpg"), share.At("b.jpg"));
        File.CreateSymbolicLink(share.At("Oak/a.jpg"), share.At("b.jpg"));
        Assert.That(await Reason(file), Is.EqualTo(ReasonCode.SourceChanged));
        File.Delete(share.At("Oak/a.jpg"));
        Assert.That(TempShare.Run("mkfifo", share.At("Oak/a.jpg")), Is.True);
        Assert.That(await Reason(file), Is.EqualTo(ReasonCode.SourceChanged));
        Directory.Move(share.At("Oak"), share.At("Elm"));
        Directory.CreateSymbolicLink(share.At("Oak"), "/etc");
        Assert.That(await Reason(file with { RelativePath = "Oak/passwd" }), Is.EqualTo(ReasonCode.SourceChanged));
    }

    [TestCase("../a.jpg")]
    [TestCase("/etc/passwd")]
    [TestCase("Oak//a.jpg")]
    [TestCase("Oak/./a.jpg")]
    [TestCase("")]
    public async Task Open_PathOutside_Refuses(string path)
    {
        var thrown = await Assert.ThrowsAsync<ArgumentException>(() => opener.OpenAsync(share.Root, new ShareFile(path, 1, default), default));
        Assert.That(path.Length < 3 || !thrown!.Message.Contains(path, StringComparison.Ordinal), Is.True);
    }

    private ShareFile Seen(string path)
    {
        var info = new FileInfo(share.At(path));
        return new ShareFile(path, info.Length, Instant.From(info.LastWriteTimeUtc));
    }

    private async Task<ReasonCode> Reason(ShareFile file) => (await Assert.ThrowsAsync<MediaException>(() => opener.OpenAsync(share.Root, file, default)))!.Reason;
}
