using MediaGuard.Media;
using MediaGuard.Publisher.Channels;
using MediaGuard.Publisher.Channels.Folder;
using MediaGuard.Publisher.Recall;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaGuard.Publisher.Tests;

public sealed class FolderChannelTests : ChannelContract
{
    private string root = "";

    private string Address => Path.Combine(root, "share");

    protected override IChannel Channel { get; } = new FolderChannel(NullLogger<FolderChannel>.Instance);

    protected override ChannelTarget Target => new(Classroom.School, ChannelId.Seesaw, Address, "c1a55");

    [SetUp]
    public void MakeFolder()
    {
        root = Directory.CreateTempSubdirectory("mediaguard-folder-").FullName;
        Directory.CreateDirectory(Address);
    }

    [TearDown]
    public void RemoveFolder() => Directory.Delete(root, recursive: true);

    protected override async Task<IReadOnlyList<byte[]>> CopiesAsync(string releaseName)
    {
        var paths = Directory.GetFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Where(path => path.Contains(releaseName, StringComparison.Ordinal));
        return await Task.WhenAll(paths.Select(path => File.ReadAllBytesAsync(path)));
    }

    protected override void TakeAway() => Directory.Move(Address, Path.Combine(root, "elsewhere"));

    protected override void BringBack() => Directory.Move(Path.Combine(root, "elsewhere"), Address);

    [Test]
    public async Task ReleaseAsync_Cleared_LiesUnderSubfolderAndName()
    {
        var clearance = await ClearAsync();
        await ReleaseAsync(clearance);
        Assert.That(
            Directory.GetFiles(Path.Combine(Address, "c1a55")), Is.EqualTo(new[] { Path.Combine(Address, "c1a55", clearance.ReleaseName + ".jpg") }));
    }

    [Test]
    public async Task ReleaseAsync_SameBytesLieThere_AreLeftAlone()
    {
        var clearance = await ClearAsync();
        await ReleaseAsync(clearance);
        var path = Path.Combine(Address, "c1a55", clearance.ReleaseName + ".jpg");
        var written = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, written);
        await ReleaseAsync(clearance);
        Assert.That(File.GetLastWriteTimeUtc(path), Is.EqualTo(written));
    }

    [Test]
    public async Task ReleaseAsync_PartLeftByACrash_IsReplaced()
    {
        var clearance = await ClearAsync();
        Directory.CreateDirectory(Path.Combine(Address, "c1a55"));
        await File.WriteAllBytesAsync(Path.Combine(Address, "c1a55", $".{clearance.ReleaseName}.part"), new byte[200_000]);
        await ReleaseAsync(clearance);
        Assert.That(await CopiesAsync(clearance.ReleaseName), Is.EqualTo(new[] { Picture }));
    }

    [TestCase("../c1a55")]
    [TestCase("a/b")]
    [TestCase("..")]
    [TestCase("c1a55\n")]
    [TestCase("Klasse 1")]
    public async Task ReleaseAsync_SubfolderThatIsNoPlainName_FailsForGood(string subfolder)
    {
        var result = await Channel.ReleaseAsync(await ClearAsync(), Target with { Subfolder = subfolder }, new MemoryStream(Picture), CancellationToken.None);
        Assert.That((result.Outcome, result.RetryHelps), Is.EqualTo((ChannelOutcome.Failed, false)));
        Assert.That(Directory.GetFileSystemEntries(root, "*", SearchOption.AllDirectories), Is.EqualTo(new[] { Address }));
    }

    [Test]
    public async Task ReleaseAsync_RelativeAddress_FailsForGood()
    {
        var result = await Channel.ReleaseAsync(await ClearAsync(), Target with { Address = "share" }, new MemoryStream(Picture), CancellationToken.None);
        Assert.That((result.Outcome, result.RetryHelps), Is.EqualTo((ChannelOutcome.Failed, false)));
    }

    [Test]
    public async Task ReleaseAsync_ClearanceForAnotherChannel_FailsForGood()
    {
        var result = await Channel.ReleaseAsync(await ClearAsync(), Target with { Channel = ChannelId.Website }, new MemoryStream(Picture), CancellationToken.None);
        Assert.That((result.Outcome, result.RetryHelps), Is.EqualTo((ChannelOutcome.Failed, false)));
    }

    [Test]
    public async Task ReleaseAsync_SubfolderIsALink_FailsAndWritesNothingThere()
    {
        var outside = Directory.CreateDirectory(Path.Combine(root, "outside")).FullName;
        Directory.CreateSymbolicLink(Path.Combine(Address, "c1a55"), outside);
        Assert.That((await ReleaseAsync(await ClearAsync())).Outcome, Is.EqualTo(ChannelOutcome.Failed));
        Assert.That(Directory.GetFileSystemEntries(outside), Is.Empty);
    }

    [Test]
    public async Task ReleaseAsync_SubfolderIsAFile_FailsAndARetryHelps()
    {
        await File.WriteAllTextAsync(Path.Combine(Address, "c1a55"), "in the way");
        var result = await ReleaseAsync(await ClearAsync());
        Assert.That((result.Outcome, result.RetryHelps), Is.EqualTo((ChannelOutcome.Failed, true)));
    }

    [Test]
    public async Task ReleaseAsync_DiskFull_FailsAndARetryHelps()
    {
        if (!File.Exists("/dev/full"))
        {
            Assert.Ignore("This system has no /dev/full.");
        }

        var clearance = await ClearAsync();
        Directory.CreateDirectory(Path.Combine(Address, "c1a55"));
        File.CreateSymbolicLink(Path.Combine(Address, "c1a55", $".{clearance.ReleaseName}.part"), "/dev/full");
        var result = await ReleaseAsync(clearance);
        Assert.That((result.Outcome, result.RetryHelps), Is.EqualTo((ChannelOutcome.Failed, true)));
        Assert.That(await CopiesAsync(clearance.ReleaseName), Is.Empty);
    }

    [Test]
    public async Task RecallAsync_CopyMovedCopiedOrHalfWritten_IsFound()
    {
        var clearance = await ClearAsync();
        await ReleaseAsync(clearance);
        var deep = Directory.CreateDirectory(Path.Combine(Address, "june", ".sorted", "best")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(deep, $"{clearance.ReleaseName} (1).JPG"), Picture);
        await File.WriteAllBytesAsync(Path.Combine(Address, $".{clearance.ReleaseName}.part"), Picture);
        Directory.CreateSymbolicLink(Path.Combine(deep, "round"), Address);
        Assert.That((await RecallAsync(clearance)).Outcome, Is.EqualTo(ChannelOutcome.Done));
        Assert.That(await CopiesAsync(clearance.ReleaseName), Is.Empty);
    }

    [Test]
    public async Task RecallAsync_EmptyMountPoint_ProvesNothing()
    {
        var clearance = await ClearAsync();
        await ReleaseAsync(clearance);
        TakeAway();
        Directory.CreateDirectory(Address);
        var result = await RecallAsync(clearance);
        Assert.That((result.Outcome, result.RetryHelps), Is.EqualTo((ChannelOutcome.Failed, true)));
        Directory.Delete(Address);
        BringBack();
    }

    [TestCase("*")]
    [TestCase("")]
    [TestCase("../0123456789abcdef0123456789abcdef")]
    [TestCase("0123456789ABCDEF0123456789ABCDEF")]
    public async Task RecallAsync_NameThatIsNotOurs_TouchesNothing(string name)
    {
        var clearance = await ClearAsync();
        await ReleaseAsync(clearance);
        var result = await Channel.RecallAsync(new RecallOrder(clearance.Release, name), Target, CancellationToken.None);
        Assert.That((result.Outcome, result.RetryHelps), Is.EqualTo((ChannelOutcome.Failed, false)));
        Assert.That(await CopiesAsync(clearance.ReleaseName), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Recaller_KnownAndUnknownKinds_RecallsOrStaysOpen()
    {
        var clearance = await ClearAsync();
        await ReleaseAsync(clearance);
        var recaller = new Recaller(new ChannelRegistry([Channel]));
        var order = new RecallOrder(clearance.Release, clearance.ReleaseName);
        Assert.That((await recaller.RecallAsync(order, "pigeon", Target, CancellationToken.None)).Outcome, Is.EqualTo(ChannelOutcome.Failed));
        Assert.That((await recaller.RecallAsync(order, "folder", Target, CancellationToken.None)).Outcome, Is.EqualTo(ChannelOutcome.Done));
    }

    [Test]
    public void ChannelRegistry_TwoOfAKind_Throws() => Assert.That(() => new ChannelRegistry([Channel, Channel]), Throws.ArgumentException);
}
