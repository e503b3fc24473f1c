using System.Diagnostics;
using System.Text;
using MediaGuard.Ingest.Arrivals;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace MediaGuard.Ingest.Tests.Arrivals;

[CancelAfter(60_000)]
public sealed class ShareScannerTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly ArrivalOptions options = new();
    private TempShare share = null!;
    private ShareScanner scanner = null!;

    [SetUp]
    public void SetUp()
    {
        share = new TempShare();
        options.StillFor = TimeSpan.FromSeconds(2);
        scanner = new ShareScanner(new ShareFolders(), Options.Create(options), clock);
    }

    [TearDown]
    public void TearDown() => share.Dispose();

    [Test]
    public async Task Scan_FileNotStillLongEnough_Waits()
    {
        share.Write("Oak/a.jpg");
        var first = await Look();
        var early = await Look(1.9);
        var late = await Look(0.1);
        Assert.That((first.StillChanging, first.Stable.Length), Is.EqualTo((1, 0)));
        Assert.That(early.Stable, Is.Empty);
        Assert.That(late.Stable.Single().RelativePath, Is.EqualTo("Oak/a.jpg"));
        Assert.That(late.Stable[0].ClassFolder, Is.EqualTo("Oak"));
        Assert.That(late.StillChanging, Is.Zero);
    }

    [Test]
    public async Task Scan_FileGrowsSlowly_StableOnlyAfterItStops()
    {
        var path = share.Write("a.jpg", "x");
        for (var i = 0; i < 5; i++)
        {
            Assert.That((await Look(1.5)).Stable, Is.Empty);
            await File.AppendAllTextAsync(path, "x");
        }

        Assert.That((await Look(1.5)).Stable, Is.Empty);
        var end = await Look(2);
        Assert.That(end.Stable.Single().Length, Is.EqualTo(6));
        Assert.That(end.Stable[0].ClassFolder, Is.Empty);
    }

    [Test]
    public async Task Scan_SameSizeOtherTime_StartsAgain()
    {
        var path = share.Write("a.jpg");
        await Look();
        File.SetLastWriteTimeUtc(path, new DateTime(2090, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.That((await Look(5)).Stable, Is.Empty);
        Assert.That((await Look(2)).Stable, Has.Length.EqualTo(1), "a time in the future is no obstacle");
    }

    [Test]
    public async Task Scan_EmptyFile_WaitsTenTimesAsLong()
    {
        share.Write("a.jpg", "");
        await Look();
        Assert.That((await Look(19)).StillChanging, Is.EqualTo(1));
        Assert.That((await Look(1)).Stable.Single().Length, Is.Zero);
    }

    [Test]
    public async Task Scan_StillForZero_TakesAtFirstSight()
    {
        options.StillFor = TimeSpan.Zero;
        share.Write("a.jpg");
        share.Write("b.jpg", "");
        Assert.That((await Look()).Stable, Has.Length.EqualTo(2));
    }

    [TestCase(".hidden.jpg")]
    [TestCase("._a.jpg")]
    [TestCase(".DS_Store")]
    [TestCase("a.jpg.tmp")]
    [TestCase("a.PART")]
    [TestCase("a.partial")]
    [TestCase("a.jpg.crdownload")]
    [TestCase("~$a.docx")]
    [TestCase("thumbs.db")]
    [TestCase("desktop.ini")]
    [TestCase(".mediaguard-0")]
    [TestCase(".hidden/a.jpg")]
    [TestCase("@eaDir/a.jpg")]
    [TestCase("#recycle/a.jpg")]
    public async Task Scan_NameNeverAPhoto_IsPassed(string name)
    {
        options.StillFor = TimeSpan.Zero;
        share.Write(name);
        var scan = await Look();
        Assert.That((scan.Stable.Length, scan.StillChanging, scan.Passed), Is.EqualTo((0, 0, 1)));
    }

    [Test]
    [Platform("Linux")]
    public async Task Scan_PipesLinksLoopsSockets_ArePassedWithoutBlocking()
    {
        options.StillFor = TimeSpan.Zero;
        share.Write("Oak/a.jpg");
        Assert.That(TempShare.Run("mkfifo", share.At("pipe.jpg")), Is.True);
        File.CreateSymbolicLink(share.At("link.jpg"), share.At("Oak/a.jpg"));
        Directory.CreateSymbolicLink(share.At("loop"), share.Root);
        Directory.CreateSymbolicLink(share.At("Oak/up"), "..");
        File.CreateSymbolicLink(share.At("dangling.jpg"), "/nowhere");
        using var socket = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, 0);
        socket.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(share.At("s.jpg")));
        var scan = await Look().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.That(scan.Stable.Select(file => file.RelativePath), Is.EqualTo(new[] { "Oak/a.jpg" }));
        Assert.That(scan.Passed, Is.EqualTo(6));
    }

    [Test]
    [Platform("Linux")]
    public async Task Scan_AnyUnicode_KeepsEachSpelling()
    {
        options.StillFor = TimeSpan.Zero;
        string[] names = ["Zoe\u0301.jpg", "Zo\u00e9.jpg", "A.jpg", "a.jpg", "👩‍👧 أحمد \u202e.jpg", "a\nb.jpg", "back\\slash.jpg", " .jpg ", "*?.jpg", "\uFFFD.jpg"];
        foreach (var name in names)
        {
            share.Write("K/" + name);
        }

        var found = (await Look()).Stable.Select(file => file.RelativePath).ToArray();
        Assert.That(found, Is.EquivalentTo(names.Select(name => "K/" + name)));
        var opener = new SourceOpener(new ShareFolders(), Options.Create(options));
        foreach (var file in (await Look()).Stable)
        {
            await using var stream = await opener.OpenAsync(share.Root, file, default);
            Assert.That(await new StreamReader(stream).ReadToEndAsync(), Is.EqualTo("bytes"));
        }
    }

    [Test]
    [Platform("Linux")]
    public async Task Scan_NameNotUtf8_IsPassed()
    {
        options.StillFor = TimeSpan.Zero;
        share.Write("\uFFFD.jpg");
        Assert.That(TempShare.Run("bash", "-c", $"touch '{share.Root}/'$'\\xff.jpg' '{share.Root}/'$'b\\xff.jpg'"), Is.True);
        var scan = await Look();
        Assert.That((scan.Stable.Length, scan.Passed), Is.EqualTo((1, 2)));
        Assert.That(scan.Stuck, Is.EqualTo(1), "the other one hides behind a file of the very name it is read as");
    }

    [Test]
    public async Task Scan_AtRestAndCantBeOpened_IsStuckAfterAWhileAndNoLongerYoung()
    {
        options.StuckAfter = TimeSpan.FromSeconds(30);
        share.Write("a.jpg");
        scanner = new ShareScanner(new HookedFolders(new ShareFolders()) { IsLocked = true }, Options.Create(options), clock);
        var (first, still, late) = (await Look(), await Look(5), await Look(30));
        Assert.That((first.StillChanging, first.Young, first.Stuck), Is.EqualTo((1, 1, 0)));
        Assert.That((still.StillChanging, still.Young, still.Stuck), Is.EqualTo((1, 0, 0)));
        Assert.That((late.StillChanging, late.Young, late.Stuck), Is.EqualTo((1, 0, 1)));
    }

    [Test]
    public async Task Scan_RootMissing_IsUnavailableAndRemembers()
    {
        share.Write("a.jpg");
        await Look();
        Directory.Move(share.Root, share.Root + "-away");
        var away = await Look(1);
        Directory.Move(share.Root + "-away", share.Root);
        var back = await Look(1);
        Assert.That((away.IsAvailable, away.Stable.Length), Is.EqualTo((false, 0)));
        Assert.That(back.IsAvailable, Is.True);
        Assert.That(back.Stable, Has.Length.EqualTo(1), "the outage did not restart the wait");
    }

    [Test]
    [Platform("Linux")]
    public async Task Scan_MountGone_EmptyMountPointIsNotAnEmptyShare()
    {
        if (!TempShare.Run("mount", "-t", "tmpfs", "none", share.Root))
        {
            Assert.Ignore("Mounting is not permitted here.");
        }

        share.Write("a.jpg");
        var there = await Look();
        Assert.That(TempShare.Run("umount", share.Root), Is.True);
        var gone = await Look();
        Assert.That((there.IsAvailable, gone.IsAvailable), Is.EqualTo((true, false)));
        Assert.That(scanner.Remembered(share.Root), Is.EqualTo(1));
    }

    [Test]
    public async Task Scan_RootIsDanglingLink_IsUnavailable()
    {
        File.CreateSymbolicLink(share.At("link"), share.At("nowhere"));
        Assert.That((await scanner.ScanAsync(share.At("link"), default)).IsAvailable, Is.False);
    }

    [Test]
    public async Task Scan_FilesTaken_AreForgotten()
    {
        share.Write("Oak/a.jpg");
        await Look();
        File.Delete(share.At("Oak/a.jpg"));
        await Look();
        Assert.That(scanner.Remembered(share.Root), Is.Zero);
    }

    [Test]
    [Platform("Linux")]
    public async Task Scan_FolderRenamedMeanwhile_GoesOn()
    {
        options.StillFor = TimeSpan.Zero;
        for (var i = 0; i < 50; i++)
        {
            share.Write($"Oak/{i}.jpg");
            share.Write($"Elm/{i}.jpg");
        }

        using var stop = new CancellationTokenSource();
        var renamer = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                Directory.Move(share.At("Oak"), share.At("Ash"));
                Directory.Move(share.At("Ash"), share.At("Oak"));
            }
        });
        for (var i = 0; i < 100; i++)
        {
            var scan = await Look();
            Assert.That(scan.IsAvailable, Is.True);
            Assert.That(scan.Stable.Count(file => file.ClassFolder == "Elm"), Is.EqualTo(50));
        }

        await stop.CancelAsync();
        await renamer;
    }

    [Test]
    [Platform("Linux")]
    public async Task Scan_TreeDeeperThanAnyPath_IsWalked()
    {
        options.StillFor = TimeSpan.Zero;
        const string Script = "import os,sys\nos.chdir(sys.argv[1])\nfor i in range(300):\n os.mkdir('d'*30); os.chdir('d'*30)\nopen('a.jpg','w').write('x')";
        if (!TempShare.Run("python3", "-c", Script, share.Root))
        {
            Assert.Ignore("No python3.");
        }

        var file = (await Look()).Stable.Single();
        Assert.That(Encoding.UTF8.GetByteCount(file.RelativePath), Is.GreaterThan(4096));
        Assert.That(new SourceOpener(new ShareFolders(), Options.Create(options)).IsStill(share.Root, file), Is.True);
    }

    [Test]
    public async Task Scan_FolderUnreadable_PassedAndRemembered()
    {
        share.Write("Oak/a.jpg");
        share.Write("Elm/b.jpg");
        var folders = new HookedFolders(new ShareFolders());
        scanner = new ShareScanner(folders, Options.Create(options), clock);
        await Look();
        folders.OnOpen = path => { if (path == "Oak") { throw new UnauthorizedAccessException(); } };
        var denied = await Look(2);
        folders.OnOpen = null;
        var after = await Look(0);
        Assert.That((denied.Stable.Length, denied.Passed), Is.EqualTo((1, 1)));
        Assert.That(after.Stable, Has.Length.EqualTo(2));
    }

    [TestCase(1_000)]
    [TestCase(20_000, Explicit = true, Reason = "A measurement: makes 20,000 files.")]
    public async Task Scan_ManyFiles_AllStableAtOnce(int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (i < 20)
            {
                Directory.CreateDirectory(share.At($"class {i}"));
            }

            await File.WriteAllBytesAsync(share.At($"class {i % 20}/{i}.jpg"), [1]);
        }

        var watch = Stopwatch.StartNew();
        await Look();
        var first = watch.Elapsed;
        watch.Restart();
        var scan = await Look(2);
        var opening = watch.Elapsed;
        watch.Restart();
        await Look(1);
        TestContext.Out.WriteLine($"{count} files: first {first.TotalMilliseconds:F0} ms, opening each {opening.TotalMilliseconds:F0} ms, again {watch.ElapsedMilliseconds} ms");
        Assert.That(scan.Stable, Has.Length.EqualTo(count));
    }

    private Task<ShareScan> Look(double afterSeconds = 0)
    {
        clock.Advance(TimeSpan.FromSeconds(afterSeconds));
        return scanner.ScanAsync(share.Root, default);
    }
}
