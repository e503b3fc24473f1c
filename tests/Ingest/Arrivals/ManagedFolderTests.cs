using MediaGuard.Ingest.Arrivals;

namespace MediaGuard.Ingest.Tests.Arrivals;

/// <summary>Folders by their paths, as on Windows and macOS.</summary>
public sealed class ManagedFolderTests
{
    private const int Many = 8;

    private TempShare share = null!;

    [SetUp]
    public void SetUp() => share = new TempShare();

    [TearDown]
    public void TearDown() => share.Dispose();

    [Test]
    public void TryPutBack_ManyAtOnceUnderOneName_OneDoesAndNothingIsLost()
    {
        for (var round = 0; round < 200; round++)
        {
            var folder = $"{round}";
            for (var n = 0; n < Many; n++)
            {
                share.Write($"{folder}/.aside-{n}", $"{n}");
            }

            using var managed = ShareFolders.Managed(share.Root, [folder]);
            using var together = new Barrier(Many);
            var done = new bool[Many];
            var threads = Enumerable.Range(0, Many).Select(n => new Thread(() =>
            {
                together.SignalAndWait();
                done[n] = managed.TryPutBack($".aside-{n}", "a.jpg");
            })).ToList();
            threads.ForEach(t => t.Start());
            threads.ForEach(t => t.Join());
            Assert.That(done.Count(d => d), Is.EqualTo(1), $"round {round}");
            Assert.That(share.Contents(folder), Is.EqualTo(Enumerable.Range(0, Many).Select(n => $"{n}")));
        }
    }

    [Test]
    public void MoveAside_NameTakenOrNoFile_MovesNothing()
    {
        share.Write("a.jpg", "ours");
        share.Write(".aside", "another's");
        Directory.CreateDirectory(share.At("folder"));
        using var managed = ShareFolders.Managed(share.Root, []);
        Assert.Throws<IOException>(() => managed.MoveAside("a.jpg", ".aside"));
        Assert.Throws<NotRegularException>(() => managed.MoveAside("folder", ".other"));
        Assert.Throws<FileNotFoundException>(() => managed.MoveAside("b.jpg", ".other"));
        Assert.That(share.Contents(), Is.EqualTo(new[] { "another's", "ours" }));
    }
}
