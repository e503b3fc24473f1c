using System.Collections.Immutable;
using MediaGuard.Ingest.Vault.Archives;
using MediaGuard.Media;
using MediaGuard.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace MediaGuard.Ingest.Tests.Vault;

/// <summary>A folder of backups: whole or not there, each byte once, one kind a folder.</summary>
public sealed class ArchiveTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 6, 15, 9, 0, 0, TimeSpan.Zero));
    private TempFolder folder = null!;

    private string Place => folder.At("archive");

    [SetUp]
    public void SetUp() => folder = new TempFolder();

    [TearDown]
    public void TearDown() => folder.Dispose();

    [Test]
    public async Task Finish_ReadBack_RestoresTheSameBytes()
    {
        var stamp = await MakeAsync(ArchiveKind.Books, ("a", [1, 2, 3]), ("b", [1, 2, 3]), ("c", []));
        using var archive = Archive.ToRead(Place, ArchiveKind.Books, clock);
        var manifest = await archive.ReadAsync(stamp, None);
        Assert.That(manifest.Files.Select(f => (f.Name, f.Length)), Is.EqualTo(new[] { ("a", 3L), ("b", 3L), ("c", 0L) }));
        Assert.That(Objects(), Has.Length.EqualTo(2), "what is equal lies there once");
        await archive.RestoreAsync(manifest.Files[0], folder.At("out", "a"), None);
        Assert.That(await File.ReadAllBytesAsync(folder.At("out", "a")), Is.EqualTo(new byte[] { 1, 2, 3 }));
        Assert.That(() => archive.RestoreAsync(manifest.Files[0], folder.At("out", "a"), None), Throws.TypeOf<ArchiveException>(), "it writes over nothing");
    }

    [Test]
    public async Task AddAsync_BrokenOffBeforeFinish_IsNoBackup()
    {
        using (var archive = Archive.ToWrite(Place, ArchiveKind.Books, clock))
        {
            await archive.AddAsync("a", new MemoryStream([1]), "", None);
            Assert.That(() => archive.AddAsync("b", new BreakingStream(2), "", None), Throws.TypeOf<EndOfStreamException>());
        }

        using var read = Archive.ToRead(Place, ArchiveKind.Books, clock);
        Assert.That(read.Stamps(), Is.Empty);
        Assert.That(await read.NewestAsync(None), Is.Null);
        Assert.That(Objects(), Has.Length.EqualTo(1), "half a file has no name");
    }

    [Test]
    public async Task Finish_AFileIsGone_Refuses()
    {
        using var archive = Archive.ToWrite(Place, ArchiveKind.Books, clock);
        var (file, _) = await archive.AddAsync("a", new MemoryStream([1]), "", None);
        File.Delete(Objects().Single());
        Assert.That(() => archive.Finish(Manifest(ArchiveKind.Books, file)), Throws.TypeOf<ArchiveException>());
        Assert.That(archive.Stamps(), Is.Empty);
    }

    [Test]
    public async Task ReadAsync_ManifestOrFileChanged_IsDamaged()
    {
        var stamp = await MakeAsync(ArchiveKind.Books, ("a", [1, 2, 3]));
        using var archive = Archive.ToRead(Place, ArchiveKind.Books, clock);
        var manifest = await archive.ReadAsync(stamp, None);
        await File.WriteAllBytesAsync(Objects().Single(), [1, 2, 4]);
        Assert.That(await archive.IsWholeAsync(manifest.Files[0], None), Is.False);
        Assert.That(() => archive.RestoreAsync(manifest.Files[0], folder.At("out", "a"), None), Throws.TypeOf<ArchiveException>());
        Assert.That(File.Exists(folder.At("out", "a")), Is.False);

        var file = Directory.GetFiles(Place, "*.manifest.json").Single();
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("\"a\"", "\"z\"", StringComparison.Ordinal));
        Assert.That(() => archive.ReadAsync(stamp, None), Throws.TypeOf<ArchiveException>().With.Property("Failure").EqualTo(ArchiveFailure.Damaged));
    }

    [Test]
    public async Task AddAsync_DamagedBytesOfThatNameLieThere_AreReplaced()
    {
        await MakeAsync(ArchiveKind.Books, ("a", [1, 2, 3]));
        await File.WriteAllBytesAsync(Objects().Single(), [0, 0, 0]);
        clock.Advance(TimeSpan.FromSeconds(1));
        await MakeAsync(ArchiveKind.Books, ("a", [1, 2, 3]));
        Assert.That(await File.ReadAllBytesAsync(Objects().Single()), Is.EqualTo(new byte[] { 1, 2, 3 }));
    }

    [Test]
    public async Task ToWrite_OtherKindOrBusy_Refuses()
    {
        await MakeAsync(ArchiveKind.Keys, ("k", [1]));
        Assert.That(() => Archive.ToWrite(Place, ArchiveKind.Books, clock), Throws.TypeOf<ArchiveException>().With.Property("Failure").EqualTo(ArchiveFailure.OtherKind));
        Assert.That(() => Archive.ToRead(Place, ArchiveKind.Books, clock), Throws.TypeOf<ArchiveException>().With.Property("Failure").EqualTo(ArchiveFailure.OtherKind));
        using var held = Archive.ToWrite(Place, ArchiveKind.Keys, clock);
        Assert.That(() => Archive.ToWrite(Place, ArchiveKind.Keys, clock), Throws.TypeOf<ArchiveException>().With.Property("Failure").EqualTo(ArchiveFailure.Busy));
    }

    [Test]
    public async Task RemoveAsync_AnOldOne_TakesOnlyWhatNoOtherNeeds()
    {
        var old = await MakeAsync(ArchiveKind.Keys, ("shared", [1]), ("destroyed since", [2]));
        clock.Advance(TimeSpan.FromDays(31));
        var kept = await MakeAsync(ArchiveKind.Keys, ("shared", [1]));
        using var archive = Archive.ToWrite(Place, ArchiveKind.Keys, clock);
        await archive.RemoveAsync([old], None);
        Assert.That(archive.Stamps(), Is.EqualTo(new[] { kept }));
        Assert.That(await File.ReadAllBytesAsync(Objects().Single()), Is.EqualTo(new byte[] { 1 }));
    }

    private async Task<string> MakeAsync(ArchiveKind kind, params (string Name, byte[] Bytes)[] files)
    {
        using var archive = Archive.ToWrite(Place, kind, clock);
        var added = new List<ArchivedFile>();
        foreach (var (name, bytes) in files)
        {
            added.Add((await archive.AddAsync(name, new MemoryStream(bytes), "", None)).File);
        }

        var manifest = Manifest(kind, [.. added]);
        archive.Finish(manifest);
        return manifest.Stamp;
    }

    private ArchiveManifest Manifest(ArchiveKind kind, params ArchivedFile[] files) =>
        new(ArchiveManifest.CurrentFormat, kind, clock.GetUtcNow(), ImmutableSortedDictionary<string, string>.Empty, [.. files]);

    private string[] Objects() => Directory.GetFiles(Path.Combine(Place, "objects"), "*", SearchOption.AllDirectories);
}
