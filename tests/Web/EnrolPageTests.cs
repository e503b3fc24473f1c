using System.Collections.Immutable;
using System.Net;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Matching;
using MediaGuard.Vision.Matching;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

/// <summary>The lead gives photos of somebody for whom everything is on record, and is told of each what is wrong with it. The steps follow each other.</summary>
public sealed class EnrolPageTests
{
    private SchoolRig rig = null!;

    private IMatchingBook Book => rig.Services.GetRequiredService<IMatchingBook>();

    private string Page => $"/lead/matching/{rig.Bea}";

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        rig = await SchoolRig.StartAsync(s => s.AddSingleton<IReferencePhotos, LightReader>());
        var lead = await rig.AsAsync(SchoolRole.Lead);
        using var on = await lead.PostAsync("/lead/matching?handler=Choose", [new("on", "true"), new("assessed", "2026-05-01"), new("reference", "DPIA 7"), new("lead", "Jo")], "/lead/matching");
        using var parent = await lead.PostAsync(Page + "?handler=AddGuardian", [new("name", "Parent One"), new("notified", "2026-01-05")], Page);
        var guardian = (await Book.PersonAsync(rig.School, rig.Bea, default))!.Guardians.Single().Id.ToString();
        using var consent = await lead.PostAsync(
            Page + "?handler=Consent", [new("guardian", guardian), new("since", "2026-01-06"), new("evidence", "drawer 2"), new("given", "true")], Page);
        Assert.That(await lead.ReadAsync(Page), Does.Contain("Everything is on record"));
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    public async Task Enrol_BadPhotosThenTooManyThenGoodOnes_StoresOnlyTheGood()
    {
        await TurnedAndOtherBadOnesAsync();
        using var many = await EnrolAsync([.. Enumerable.Repeat(LightReader.Good, 6)]);
        Assert.That(await many.Content.ReadAsStringAsync(), Does.Contain("Choose one to five photos"));
        Assert.That((await Book.PersonAsync(rig.School, rig.Bea, default))!.EnrolledAt, Is.Null);

        using var good = await EnrolAsync(LightReader.Good, LightReader.Good);
        Assert.That(good.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await Book.PersonAsync(rig.School, rig.Bea, default))!.Photos, Is.EqualTo(2));
        Assert.That(await (await rig.AsAsync(SchoolRole.Lead)).ReadAsync(Page), Does.Contain("from 2 photos").And.Contain("no photo is kept"));
    }

    private async Task TurnedAndOtherBadOnesAsync()
    {
        using var answer = await EnrolAsync(LightReader.Turned, LightReader.Good, LightReader.BlurredAndSmall, 0);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.That(page, Does.Contain("Nothing was stored"));
        Assert.That(page, Does.Contain("<strong>Photo 1:</strong> The face is turned away. They should look into the camera."));
        Assert.That(page, Does.Contain("<strong>Photo 2:</strong> good."));
        Assert.That(page, Does.Contain("<strong>Photo 3:</strong> The face is too small. Go closer. The face is blurred. Hold the camera still."));
        Assert.That(page, Does.Contain("<strong>Photo 4:</strong> It cannot be opened as a picture."));
        Assert.That((await Book.PersonAsync(rig.School, rig.Bea, default))!.EnrolledAt, Is.Null);
    }

    /// <param name="shades">A drawn picture of each; 0 stands for a file that is none.</param>
    private async Task<HttpResponseMessage> EnrolAsync(params byte[] shades) =>
        await (await rig.AsAsync(SchoolRole.Lead)).UploadAsync(
            Page + "?handler=Enrol", Page, "files", shades.Select((shade, i) => ($"{i}.png", shade == 0 ? [1, 2, 3] : DrawnPicture.Of(shade, 140, 90))));

    /// <summary>Tells photos apart by how light they are: what the real one sees in real photos is tested where it lives.</summary>
    private sealed class LightReader(IEmbeddingModel model) : IReferencePhotos
    {
        public const byte Good = 200;
        public const byte Turned = 120;
        public const byte BlurredAndSmall = 60;

        public string Model => model.Version;

        public ImmutableArray<ReferenceJudgement> Judge(IReadOnlyList<PixelImage?> photos, CancellationToken cancellationToken) => [.. photos.Select(Judge)];

        private static ReferenceJudgement Judge(PixelImage? photo) => photo?.Rgb[0] switch
        {
            null => new([ReferenceProblem.NotAPicture], null),
            > 160 => new([], FaceEmbedding.Of([.. Enumerable.Range(1, FaceEmbedding.Size).Select(i => (float)i)])),
            > 90 => new([ReferenceProblem.Turned], null),
            _ => new([ReferenceProblem.TooSmall, ReferenceProblem.Blurred], null),
        };
    }
}
