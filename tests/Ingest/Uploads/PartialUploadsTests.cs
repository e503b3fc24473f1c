using MediaGuard.Ingest.Uploads;
using MediaGuard.Media;
using MediaGuard.Tests.Support;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace MediaGuard.Ingest.Tests.Uploads;

public sealed class PartialUploadsTests
{
    private const string Canary = "Ali Ashgrove";

    private readonly FakeTimeProvider clock = new();
    private readonly SchoolId school = SchoolId.New();
    private readonly UserId by = new(Guid.CreateVersion7());
    private TempFolder folder = null!;

    [SetUp]
    public void SetUp() => folder = new TempFolder();

    [TearDown]
    public void TearDown() => folder.Dispose();

    [Test]
    public async Task Append_CutInTheMiddle_KeepsWhatCameAndAnotherProcessGoesOn()
    {
        var note = Note(10);
        var first = Open();
        first.Begin(note);
        Assert.That(async () => await first.AppendAsync(note, new CutStream([1, 2, 3, 4]), 10, default), Throws.InstanceOf<IOException>());
        var second = Open();
        Assert.That(second.OffsetOf(second.Find(note.Id)!), Is.EqualTo(4));
        Assert.That(await second.AppendAsync(note, new MemoryStream([5, 6, 7, 8, 9, 10]), 6, default), Is.True);
        using var read = new MemoryStream();
        await using (var whole = second.Read(note))
        {
            await whole.CopyToAsync(read);
        }

        Assert.That(read.ToArray(), Is.EqualTo(new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }));
        Assert.That(second.Whole().Select(n => n.Id), Is.EqualTo(new[] { note.Id }));
    }

    [Test]
    public async Task Append_MoreThanMayCome_IsRefused()
    {
        var note = Note(3);
        var uploads = Open();
        uploads.Begin(note);
        Assert.That(await uploads.AppendAsync(note, new MemoryStream(new byte[4]), 3, default), Is.False);
    }

    [Test]
    public void TryHold_Twice_IsOnePersonsOnly()
    {
        var uploads = Open();
        var id = UploadId.New();
        using (uploads.TryHold(id))
        {
            Assert.That(uploads.TryHold(id), Is.Null);
        }

        Assert.That(uploads.TryHold(id), Is.Not.Null);
    }

    [Test]
    public async Task Done_LeavesNeitherBytesNorName()
    {
        var note = Note(3);
        var uploads = Open();
        uploads.Begin(note);
        await uploads.AppendAsync(note, new MemoryStream([1, 2, 3]), 3, default);
        Assert.That(FolderSearch.Holds(folder.FullName, "Ali Ashgrove"u8), Is.True, "the name is kept until then");
        uploads.Done(note);
        Assert.That(Directory.GetFiles(folder.FullName, "*.part"), Is.Empty);
        Assert.That(FolderSearch.Holds(folder.FullName, "Ali Ashgrove"u8), Is.False);
        Assert.That(uploads.Find(note.Id), Is.EqualTo(note with { IsDone = true, Name = "" }));
        Assert.That(Open().Of(school, by).Single().IsDone, Is.True, "another process knows it came");
    }

    [Test]
    public async Task Expire_RemovesWhatWasBrokenOffAndKeepsWhatWaitsWhole()
    {
        var (broken, done, whole) = (Note(3), Note(3), Note(3));
        var uploads = Open();
        foreach (var note in new[] { broken, done, whole })
        {
            uploads.Begin(note);
            await uploads.AppendAsync(note, new MemoryStream(note == broken ? [1] : [1, 2, 3]), 3, default);
        }

        uploads.Done(done);
        clock.Advance(TimeSpan.FromHours(23));
        Assert.That(uploads.Expire(), Is.Zero);
        clock.Advance(TimeSpan.FromHours(2));
        Assert.That(uploads.Expire(), Is.EqualTo(2));
        Assert.That((uploads.Find(broken.Id), uploads.Find(done.Id)), Is.EqualTo(((UploadNote?)null, (UploadNote?)null)));
        Assert.That(uploads.Find(whole.Id), Is.Not.Null, "somebody's photo that is not in the share yet");
        Assert.That(Directory.GetFiles(folder.FullName), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Load_BytesWithoutANote_AreRemoved()
    {
        await File.WriteAllBytesAsync(folder.At($"{UploadId.New()}.part"), [1]);
        await File.WriteAllTextAsync(folder.At($"{UploadId.New()}.json"), "{ torn");
        Assert.That(Open().Of(school, by), Is.Empty);
        Assert.That(Directory.GetFiles(folder.FullName), Is.Empty);
    }

    /// <summary>The folder is a setting: whoever names one that holds photos must find them there afterwards.</summary>
    [Test]
    public async Task Load_FilesOfSomebodyElses_Stay()
    {
        string[] others = ["IMG_1.jpg", "notes.json", "film.part", $"{UploadId.New()}.jpg", $"{Guid.CreateVersion7():D}.part"];
        foreach (var name in others)
        {
            await File.WriteAllTextAsync(folder.At(name), "theirs");
        }

        Assert.That(Open().Of(school, by), Is.Empty);
        Assert.That(Directory.GetFiles(folder.FullName).Select(Path.GetFileName), Is.EquivalentTo(others));
    }

    [Test]
    [Platform("Linux")]
    public void Begin_OnLinux_IsForTheProgramsOwnAccountOnly()
    {
        var note = Note(3);
        Open().Begin(note);
        foreach (var file in Directory.GetFiles(folder.FullName))
        {
#pragma warning disable CA1416 // the test runs on Linux only
            Assert.That(File.GetUnixFileMode(file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
#pragma warning restore CA1416
        }
    }

    private PartialUploads Open() => new(Options.Create(new UploadOptions { Folder = folder.FullName }), clock);

    private UploadNote Note(long length) => new(UploadId.New(), school, by, new GroupId(Guid.CreateVersion7()), length, "", Canary + ".jpg", Instant.Now(clock), IsDone: false);

    /// <summary>Brings some bytes, then the connection is gone.</summary>
    private sealed class CutStream(byte[] first) : MemoryStream(first)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is var read and > 0 ? read : throw new IOException("The connection is gone.");
    }
}
