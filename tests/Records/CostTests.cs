using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Views;

namespace MediaGuard.Records.Tests;

[NonParallelizable]
public sealed class CostTests(string provider) : RecordsFixture(provider)
{
    [TestCase(500)]
    [TestCase(1500)]
    public async Task LoadGroundsAsync_ManyPhotos_TakesAHandfulOfQueries(int photos)
    {
        var media = await InsertAsync(photos);
        using var counter = new CommandCounter();
        await using var head = await Rig.Heads.BeginAsync(World.School, None);
        var grounds = await head.LoadGroundsAsync(media, None);
        Assert.That(grounds, Has.Count.EqualTo(photos));
        Assert.That(grounds.Values.Select(g => g.Scene), Has.All.Matches<Scene>(s => s!.Faces.Length == 2 && s.NobodyFromOutside && s.Pool!.Count == 3));
        Assert.That(counter.Count, Is.LessThanOrEqualTo(16));
    }

    [Test]
    public async Task DayAsync_ManyPhotos_TakesAHandfulOfQueries()
    {
        await InsertAsync(500);
        using var counter = new CommandCounter();
        Assert.That(await Rig.Views.DayAsync(World.School, World.Group, World.Today, Reader.Teacher, None), Has.Count.EqualTo(500));
        Assert.That(counter.Count, Is.LessThanOrEqualTo(26));
    }

    [Test]
    public async Task ApplyAsync_NoPurposeIsNew_ReadsNobodysAnswers()
    {
        await World.RecordAsync(World.Children[0], SchoolWorld.Website, ConsentAnswer.Refused);
        using var counter = new CommandCounter();
        Assert.That((await Rig.Policies.ApplyAsync(World.School, 1, [new ChannelEdit("website", ["website"], false, true, 0)], SchoolWorld.Office, None)).Problems, Is.Empty);
        Assert.That(counter.Texts, Has.None.Contain("\"Consents\""));
    }

    private async Task<List<MediaId>> InsertAsync(int photos)
    {
        await using var db = World.Open();
        var media = Enumerable.Range(0, photos).Select(_ => MediaId.New()).ToList();
        foreach (var id in media)
        {
            var rendition = new RenditionId(id.Value);
            db.Media.Add(new MediaRow { SchoolId = World.School, Id = id, Status = MediaStatus.Decided, GroupId = World.Group, ArrivedOn = World.Today, RenditionId = rendition, Sight = Sight.Seen, Sha256 = id.Value.ToByteArray() });
            db.Faces.AddRange(Enumerable.Range(1, 2).Select(n => new FaceRow { SchoolId = World.School, Id = FaceId.New(), MediaId = id, RenditionId = rendition, Number = n, Width = 50, Height = 50 }));
            db.Attestations.Add(new AttestationRow { SchoolId = World.School, Id = Guid.CreateVersion7(), MediaId = id, Kind = AttestationKind.NobodyFromOutside });
        }

        await db.SaveChangesAsync(None);
        return media;
    }
}
