using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using MediaGuard.Ingest.Arrivals;
using MediaGuard.Ingest.Departures;
using MediaGuard.Ingest.Tests.Arrivals;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Tests.Departures;

/// <summary>The same promises on every kind of folder: with <c>renameat2</c>, without it as on NFS, and by paths as on Windows.</summary>
[TestFixture("linux")]
[TestFixture("linux without renameat2")]
[TestFixture("managed")]
[CancelAfter(120_000)]
public sealed class DeviceCopyRemoverTests(string kind)
{
    private const string Original = "original";
    private static readonly ImmutableArray<byte> Hash = [.. SHA256.HashData(Encoding.UTF8.GetBytes(Original))];
    private readonly MediaId media = MediaId.New();
    private readonly ShareFolders real = new();
    private TempShare share = null!;

    [OneTimeSetUp]
    public void OnlyWhereItRuns()
    {
        if (kind != "managed" && !OperatingSystem.IsLinux())
        {
            Assert.Ignore("Linux only.");
        }
    }

    [SetUp]
    public void SetUp() => share = new TempShare();

    [TearDown]
    public void TearDown() => share.Dispose();

    [Test]
    public async Task Remove_Equal_RemovesAndLeavesTheFolder()
    {
        share.Write("Oak/a.jpg", Original);
        Assert.That(await Remove(), Is.EqualTo(DepartureOutcome.Removed));
        Assert.That(Directory.EnumerateFileSystemEntries(share.At("Oak")), Is.Empty);
        Assert.That(await Remove(), Is.EqualTo(DepartureOutcome.AlreadyGone));
    }

    [Test]
    public async Task Remove_OtherBytes_LeavesThemUnderTheirName()
    {
        share.Write("Oak/a.jpg", "somebody else's");
        Assert.That(await Remove(), Is.EqualTo(DepartureOutcome.Changed));
        Assert.That(Directory.EnumerateFileSystemEntries(share.At("Oak")).Select(Path.GetFileName), Is.EqualTo(new[] { "a.jpg" }));
    }

    [Test]
    public async Task Remove_NameTakenMeanwhile_NeverOverwrites()
    {
        share.Write("Oak/a.jpg", "changed");
        share.Write("Oak/a (2).jpg", "second");
        var outcome = await Remove(faults: new Faults(_ => share.Write("Oak/a.jpg", "new")));
        Assert.That(outcome, Is.EqualTo(DepartureOutcome.Changed));
        Assert.That(share.Contents("Oak"), Is.EqualTo(new[] { "changed", "new", "second" }));
        Assert.That(File.Exists(share.At("Oak/a (3).jpg")), Is.True);
    }

    [Test]
    public async Task Remove_StillBeingWrittenTo_PutsBack()
    {
        share.Write("Oak/a.jpg", Original);
        await using var writer = new FileStream(share.At("Oak/a.jpg"), FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        var outcome = await Remove(faults: new Faults(_ =>
        {
            writer.Write("more"u8);
            writer.Flush();
        }));
        Assert.That(outcome, Is.EqualTo(DepartureOutcome.Changed));
        Assert.That(share.Contents("Oak"), Is.EqualTo(new[] { Original + "more" }));
    }

    [TestCase("departure.renamed", Original, DepartureOutcome.Removed)]
    [TestCase("departure.renamed", "changed", DepartureOutcome.Changed)]
    [TestCase("departure.unlinked", Original, DepartureOutcome.AlreadyGone)]
    public async Task Remove_CrashedThere_NextCallFinishes(string point, string content, DepartureOutcome expected)
    {
        share.Write("Oak/a.jpg", content);
        await Assert.ThrowsAsync<Crash>(() => Remove(faults: new Faults(reached => { if (reached == point) { throw new Crash(); } })));
        Assert.That(await Remove(), Is.EqualTo(expected));
        Assert.That(share.Contents("Oak"), Is.EqualTo(content == Original ? [] : new[] { content }));
    }

    [Test]
    public async Task Remove_CrashedAndNameReused_NewFileStays()
    {
        share.Write("Oak/a.jpg", Original);
        await Assert.ThrowsAsync<Crash>(() => Remove(faults: new Faults(_ => throw new Crash())));
        share.Write("Oak/a.jpg", "new");
        Assert.That(await Remove(), Is.EqualTo(DepartureOutcome.Removed));
        Assert.That(share.Contents("Oak"), Is.EqualTo(new[] { "new" }));
    }

    [Test]
    public async Task Remove_FolderOrShareGone_TellsWhich()
    {
        Assert.That(await Remove(), Is.EqualTo(DepartureOutcome.AlreadyGone));
        Assert.That(await Remove(root: share.Root + "-nowhere"), Is.EqualTo(DepartureOutcome.ShareUnavailable));
    }

    [TestCase("aside")]
    [TestCase("open")]
    [TestCase("unlink")]
    public async Task Remove_NotPermitted_NothingChanges(string call)
    {
        share.Write("Oak/a.jpg", Original);
        Assert.That(await Remove(before: at => { if (at == call) { throw new UnauthorizedAccessException(); } }), Is.EqualTo(DepartureOutcome.NotPermitted));
        Assert.That(File.ReadAllText(share.At("Oak/a.jpg")), Is.EqualTo(Original));
    }

    [Test]
    public async Task Remove_Immutable_NotPermitted()
    {
        share.Write("Oak/a.jpg", Original);
        if (kind == "managed" || !TempShare.Run("chattr", "+i", share.At("Oak/a.jpg")))
        {
            Assert.Ignore("Files can't be made immutable here.");
        }

        var outcome = await Remove();
        TempShare.Run("chattr", "-i", share.At("Oak/a.jpg"));
        Assert.That(outcome, Is.EqualTo(DepartureOutcome.NotPermitted));
        Assert.That(share.Contents("Oak"), Is.EqualTo(new[] { Original }));
    }

    [Test]
    public async Task Remove_LinkInPath_RefusesWithoutTheName()
    {
        share.Write("Elm/a.jpg", Original);
        Directory.CreateSymbolicLink(share.At("Oak"), share.At("Elm"));
        File.CreateSymbolicLink(share.At("Elm/l.jpg"), share.At("Elm/a.jpg"));
        foreach (var path in new[] { "Oak/a.jpg", "Elm/l.jpg", "../x/a.jpg", "/etc/passwd" })
        {
            var thrown = await Assert.ThrowsAsync<ArgumentException>(() => Remove(path: path));
            Assert.That(thrown!.Message, Does.Not.Contain(Path.GetFileName(path)));
        }

        Assert.That(File.ReadAllText(share.At("Elm/a.jpg")), Is.EqualTo(Original));
    }

    [Test]
    public async Task Remove_Cancelled_PutsBack()
    {
        share.Write("Oak/a.jpg", Original);
        using var stop = new CancellationTokenSource();
        var faults = new Faults(_ => stop.Cancel());
        Assert.That(() => Remover(faults, null).RemoveAsync(share.Root, "Oak/a.jpg", media, Hash, stop.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(File.Exists(share.At("Oak/a.jpg")), Is.True);
        Assert.That(await Remove(), Is.EqualTo(DepartureOutcome.Removed));
    }

    /// <summary>Somebody saves, replaces, deletes and rewrites the file, and the program dies, before any call: what they last had there is never lost.</summary>
    [Test]
    public void Remove_AnyInterleaving_ChangedBytesAreNeverLost()
    {
        Gen.Int[0, 11].Array[4, 40].Sample(
            acts =>
            {
                using var here = new TempShare();
                here.Write("a.jpg", Original);
                var path = here.At("a.jpg");
                var owed = new HashSet<string>(StringComparer.Ordinal);
                var next = 0;
                void Somebody()
                {
                    var step = next++;
                    var act = step < acts.Length ? acts[step] : 11;
                    var content = $"change {step}";
                    switch (act)
                    {
                        case 0 or 1:
                            Forget();
                            File.WriteAllText(path + ".new", content);
                            File.Move(path + ".new", path, true);
                            owed.Add(content);
                            break;
                        case 2:
                            Forget();
                            File.Delete(path);
                            break;
                        case 3:
                            Forget();
                            File.WriteAllText(path, content);
                            owed.Add(content);
                            break;
                        case 4:
                            throw new Crash();
                    }
                }

                void Forget()
                {
                    if (File.Exists(path))
                    {
                        owed.Remove(File.ReadAllText(path));
                    }
                }

                for (var run = 0; run < 60; run++)
                {
                    try
                    {
                        Remover(new Faults(_ => Somebody()), _ => Somebody()).RemoveAsync(here.Root, "a.jpg", media, Hash, default).GetAwaiter().GetResult();
                        if (next >= acts.Length)
                        {
                            break;
                        }
                    }
                    catch (Crash)
                    {
                    }
                }

                var left = here.Contents();
                return owed.All(left.Contains) && !left.Contains(Original)
                    && !Directory.EnumerateFiles(here.Root, ".mediaguard-*", new EnumerationOptions { AttributesToSkip = 0 }).Any();
            },
            iter: 300,
            threads: 1);
    }

    private Task<DepartureOutcome> Remove(string? root = null, string path = "Oak/a.jpg", IFaultPoints? faults = null, Action<string>? before = null) =>
        Remover(faults ?? NoFaultPoints.Instance, before).RemoveAsync(root ?? share.Root, path, media, Hash, default);

    private DeviceCopyRemover Remover(IFaultPoints faults, Action<string>? before) => new(
        new HookedFolders(real)
        {
            Before = before,
            Open = (root, folders) => kind switch
            {
                "linux" => real.Open(root, folders),
                "managed" => ShareFolders.Managed(root, folders),
                _ => new PosixFolder(real.Walk(root, folders), atomicMoves: false),
            },
        },
        faults);

    private sealed class Crash : Exception;

    private sealed class Faults(Action<string> reached) : IFaultPoints
    {
        public void Reach(string point) => reached(point);
    }
}
