using MediaGuard.Ingest.Vault;
using MediaGuard.Ingest.Vault.Stores;
using MediaGuard.Media;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace MediaGuard.Ingest.Tests.Vault;

internal sealed class FolderStoreTests : MediaStoreContract
{
    private string _root = "";

    [SetUp]
    public void MakeFolder() => _root = Directory.CreateTempSubdirectory("mediaguard-store-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_root, recursive: true);

    [Test]
    public async Task WriteAsync_Done_LeavesNoTemporaryAndOwnerOnlyFile()
    {
        await WriteAsync(Open(), "a/b", [1]);
        Assert.That(Directory.GetFiles(Path.Combine(_root, "s", ".tmp")), Is.Empty);
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(File.GetUnixFileMode(Path.Combine(_root, "s", "a", "b")), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }
    }

    [Test]
    public async Task OpenReadAsync_WhileReplaced_IsNeverRefused()
    {
        var store = Open();
        await WriteAsync(store, "a/b", [0]);
        var writer = Task.Run(async () =>
        {
            for (byte round = 0; round < 100; round++)
            {
                await WriteAsync(store, "a/b", [round]);
            }
        });
        do
        {
            Assert.That(await ReadAsync(store, "a/b"), Has.Length.EqualTo(1));
        }
        while (!writer.IsCompleted);
        await writer;
    }

    [Test]
    public async Task WriteAsync_FolderGoneSince_IsUnavailable()
    {
        var store = Open();
        await WriteAsync(store, "a/b", [1]);
        Directory.Delete(Path.Combine(_root, "s"), recursive: true);
        Directory.CreateDirectory(Path.Combine(_root, "s"));
        Assert.That(async () => await WriteAsync(store, "a/b", [1]), Unavailable());
        Assert.That(async () => await store.OpenReadAsync("a/b", CancellationToken.None), Unavailable());
        Assert.That(async () => await store.DeleteAsync("a/b", CancellationToken.None), Unavailable());
    }

    [Test]
    public async Task WriteAsync_FolderIsAFile_IsUnavailable()
    {
        await File.WriteAllTextAsync(Path.Combine(_root, "s"), "");
        Assert.That(async () => await WriteAsync(Open(), "a/b", [1]), Unavailable());
    }

    [Test]
    public async Task Require_AbandonedTemporary_SweepsItAndSparesTheLivingAndTheNew()
    {
        var temporary = Path.Combine(_root, "s", ".tmp");
        Directory.CreateDirectory(temporary);
        var dead = Path.Combine(temporary, "dead");
        var young = Path.Combine(temporary, "young");
        await File.WriteAllTextAsync(dead, "x");
        await File.WriteAllTextAsync(young, "x");
        await using var living = DurableFile.Create(Path.Combine(temporary, "living"));
        var clock = new FakeTimeProvider(File.GetLastWriteTimeUtc(dead).AddHours(2));
        File.SetLastWriteTimeUtc(young, clock.GetUtcNow().UtcDateTime);
        await WriteAsync(Open(clock), "a/b", [1]);
        Assert.That(Directory.GetFiles(temporary), Is.EquivalentTo(new[] { young, living.Name }));
    }

    [Test]
    public async Task WriteAsync_DiskFull_SaysSoAndLeavesNothingHalf()
    {
        await using var small = await SmallDisk.MountAsync(_root, "2m");
        var store = Open(TimeProvider.System, small.Path);
        await WriteAsync(store, "a/b", [1, 2, 3]);
        Assert.That(
            async () => await WriteAsync(store, "a/b", new byte[4 << 20]),
            Throws.InstanceOf<MediaException>().With.Property(nameof(MediaException.Reason)).EqualTo(ReasonCode.StorageFull)
                .And.InnerException.InstanceOf<IOException>());
        Assert.That(await ReadAsync(store, "a/b"), Is.EqualTo(new byte[] { 1, 2, 3 }));
        Assert.That(Directory.GetFiles(Path.Combine(small.Path, ".tmp")), Is.Empty);
        await WriteAsync(store, "a/c", new byte[1 << 20]);
    }

    protected override IMediaStore Open() => Open(TimeProvider.System);

    private static NUnit.Framework.Constraints.EqualConstraint<ReasonCode> Unavailable() =>
        Throws.InstanceOf<MediaException>().With.Property(nameof(MediaException.Reason)).EqualTo(ReasonCode.StoreUnavailable);

    private FolderStore Open(TimeProvider clock, string? folder = null) =>
        new(Options.Create(new VaultOptions { StoreFolder = folder ?? Path.Combine(_root, "s") }), clock);
}
