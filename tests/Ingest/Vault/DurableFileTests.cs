using MediaGuard.Ingest.Vault.Stores;

namespace MediaGuard.Ingest.Tests.Vault;

internal sealed class DurableFileTests
{
    private const int Writers = 4;

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("mediaguard-durable-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Publish_ManyWritersOfOneNameAtOnce_OneIsToldSoAndItsBytesStay()
    {
        for (var round = 0; round < 200; round++)
        {
            var path = Path.Combine(_folder, $"{round}");
            var files = Enumerable.Range(0, Writers).Select(writer => Written($"{path}.{writer}", (byte)writer)).ToList();
            using var start = new Barrier(Writers);
            var told = await Task.WhenAll(files.Select(file => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    return DurableFile.Publish(file, path, replace: false);
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)));
            Assert.That(told, Has.Exactly(1).True);
            Assert.That(await File.ReadAllBytesAsync(path), Is.EqualTo(new[] { (byte)Array.IndexOf(told, true) }));
        }
    }

    [TestCase(true)]
    [TestCase(false)]
    [Platform(Exclude = "Win")]
    public void MoveUnlessTaken_FreeThenTaken_MovesThenLeavesBoth(bool renames)
    {
        var name = Path.Combine(_folder, "Kö nig");
        Written($"{name}.1", 1).Dispose();
        Written($"{name}.2", 2).Dispose();
        Assert.That(Posix.MoveUnlessTaken($"{name}.1", name, renames), Is.True);
        Assert.That(Posix.MoveUnlessTaken($"{name}.2", name, renames), Is.False);
        Assert.That(File.ReadAllBytes(name), Is.EqualTo(new byte[] { 1 }));
        Assert.That(Directory.GetFiles(_folder).Select(Path.GetFileName), Is.EquivalentTo(["Kö nig", "Kö nig.2"]));
    }

    [TestCase(true)]
    [TestCase(false)]
    [Platform(Exclude = "Win")]
    public void MoveUnlessTaken_FolderMissing_Throws(bool renames)
    {
        Written(Path.Combine(_folder, "a"), 1).Dispose();
        Assert.That(
            () => Posix.MoveUnlessTaken(Path.Combine(_folder, "a"), Path.Combine(_folder, "gone", "a"), renames),
            Throws.InstanceOf<IOException>().With.Message.StartsWith("A file could not be given its name"));
        Assert.That(File.Exists(Path.Combine(_folder, "a")), Is.True);
    }

    private static FileStream Written(string path, byte content)
    {
        var file = DurableFile.Create(path);
        file.WriteByte(content);
        return file;
    }
}
