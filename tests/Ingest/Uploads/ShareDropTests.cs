using System.Text;
using MediaGuard.Ingest.Arrivals;
using MediaGuard.Ingest.Tests.Arrivals;
using MediaGuard.Ingest.Tests.Vault;
using MediaGuard.Ingest.Uploads;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Tests.Uploads;

public sealed class ShareDropTests
{
    private TempShare share = null!;
    private HookedFolders folders = null!;
    private ShareDrop drop = null!;

    [SetUp]
    public void SetUp()
    {
        share = new TempShare();
        folders = new HookedFolders(new ShareFolders());
        drop = new ShareDrop(folders, NoFaultPoints.Instance);
    }

    [TearDown]
    public void TearDown() => share.Dispose();

    [Test]
    public async Task Put_ClassHasNoFolderYet_MakesIt()
    {
        await PutAsync(UploadId.New(), "a.jpg");
        Assert.That(await File.ReadAllTextAsync(share.At("Oak/a.jpg")), Is.EqualTo("bytes"));
    }

    [Test]
    public async Task Put_FolderInAnotherSpelling_IsFound()
    {
        share.Write("oak/there.jpg");
        share.Write(".oak/hidden.jpg");
        await PutAsync(UploadId.New(), "a.jpg");
        Assert.That(File.Exists(share.At("oak/a.jpg")), Is.True);
        Assert.That(Directory.Exists(share.At("Oak")), Is.False);
    }

    [Test]
    public async Task Put_WhileItIsWritten_NoLookThroughTheShareSeesIt()
    {
        var seen = new List<string>();
        folders.Before = call =>
        {
            if (call is "back" or "flush")
            {
                seen.AddRange(Directory.GetFiles(share.At("Oak")).Select(f => Path.GetFileName(f)));
            }
        };
        await PutAsync(UploadId.New(), "a.jpg");
        Assert.That(seen[0], Does.StartWith(PassedOver.AsidePrefix));
        Assert.That(seen[1..], Is.EqualTo(new[] { "a.jpg" }));
    }

    [TestCase("upload.written")]
    [TestCase("upload.put")]
    public async Task Put_KilledAt_IsThereOnceAfterTheNextTry(string point)
    {
        var id = UploadId.New();
        share.Write("Oak/a.jpg", "somebody else's");
        await Assert.ThatAsync(() => PutAsync(id, "a.jpg", new ShareDrop(folders, new FailAt(point))), Throws.InvalidOperationException);
        await PutAsync(id, "a.jpg");
        Assert.That(share.Contents("Oak"), Is.EquivalentTo(new[] { "somebody else's", "bytes" }));
    }

    [Test]
    public async Task Put_BytesBreakOff_LeavesNothingInTheShare()
    {
        await using var broken = new BrokenOff();
        await Assert.ThatAsync(() => drop.PutAsync(share.Root, IsOak, "Oak", UploadId.New(), "a.jpg", broken, default), Throws.InstanceOf<IOException>());
        Assert.That(Directory.GetFileSystemEntries(share.At("Oak")), Is.Empty);
    }

    [Test]
    public async Task Put_AgainAfterACrash_IsThereOnce()
    {
        var id = UploadId.New();
        folders.Before = call => _ = call == "flush" && File.Exists(share.At("Oak/a.jpg")) ? throw new IOException("the program ended") : 0;
        Assert.That(async () => await PutAsync(id, "a.jpg"), Throws.InstanceOf<IOException>());
        folders.Before = null;
        share.Write($"Oak/{PassedOver.AsidePrefix}upload-{id}", "half");
        await PutAsync(id, "a.jpg");
        Assert.That(share.Contents("Oak"), Is.EqualTo(new[] { "bytes" }));
    }

    [Test]
    public async Task Put_NameTaken_ReplacesNothingAndLosesNothing()
    {
        share.Write("Oak/a.jpg", "another");
        await PutAsync(UploadId.New(), "a.jpg");
        Assert.That(await File.ReadAllTextAsync(share.At("Oak/a.jpg")), Is.EqualTo("another"));
        Assert.That(await File.ReadAllTextAsync(share.At("Oak/a (2).jpg")), Is.EqualTo("bytes"));
    }

    [Test]
    [Platform("Linux")]
    public void Put_ClassFolderIsALink_WritesNowhere()
    {
        var elsewhere = Directory.CreateTempSubdirectory("mediaguard-elsewhere-");
        try
        {
            Directory.CreateSymbolicLink(share.At("Oak"), elsewhere.FullName);
            Assert.That(async () => await PutAsync(UploadId.New(), "a.jpg"), Throws.InstanceOf<IOException>());
            Assert.That(elsewhere.EnumerateFileSystemInfos(), Is.Empty);
        }
        finally
        {
            elsewhere.Delete(true);
        }
    }

    [Test]
    public void Put_ShareIsAway_Throws()
    {
        using var bytes = new MemoryStream();
        Assert.That(async () => await drop.PutAsync(share.At("nowhere"), IsOak, "Oak", UploadId.New(), "a.jpg", bytes, default), Throws.InstanceOf<IOException>());
        Assert.That(Directory.Exists(share.At("nowhere")), Is.False);
    }

    private async Task PutAsync(UploadId id, string name, ShareDrop? by = null)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes("bytes"));
        await (by ?? drop).PutAsync(share.Root, IsOak, "Oak", id, name, bytes, default);
    }

    private static bool IsOak(string name) => name.Trim('.').Equals("oak", StringComparison.OrdinalIgnoreCase);

    /// <summary>Gives three bytes and then nothing more can be read.</summary>
    private sealed class BrokenOff : MemoryStream
    {
        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            await destination.WriteAsync(new byte[3], cancellationToken);
            throw new IOException("The disk does not answer.");
        }
    }
}
