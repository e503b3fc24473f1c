using MediaGuard.Media;
using MediaGuard.Vision.Detection;
using MediaGuard.Vision.Detection.BlazeFace;
using MediaGuard.Vision.Detection.UltraFace;
using MediaGuard.Vision.Detection.YuNet;

namespace MediaGuard.Vision.Tests.Detection;

public sealed class FaceJudgeTests
{
    private static readonly IFaceEvidence[] Required = [new UltraFaceProposer(), new BlazeFaceConfirmer()];
    private static readonly IFaceEvidence[] All = [new UltraFaceProposer(), new YuNetProposer(), new BlazeFaceConfirmer()];

    [Test]
    public void Judge_BothAgree_IsSure()
    {
        var face = Judge(Required, 0.98f, 0.95f);

        Assert.That(face!.IsDoubtful, Is.False);
        Assert.That(face.SeenBy, Is.EqualTo(new[] { "ultraface-rfb320", "blazeface-back" }));
    }

    [Test]
    public void Judge_OneAloneWithDoubt_IsKeptAsMaybe()
    {
        var face = Judge(Required, 0.9f, 0.3f);

        Assert.That(face, Is.Not.Null);
        Assert.That(face!.IsDoubtful, Is.True);
    }

    [Test]
    public void Judge_BothLow_IsDropped() => Assert.That(Judge(Required, 0.16f, 0.001f), Is.Null);

    [Test]
    public void Judge_OneCertainTheOtherBlind_IsAtLeastMaybe()
    {
        Assert.That(Judge(Required, 0.99f, 0f), Is.Not.Null, "UltraFace alone");
        Assert.That(Judge(All, null, 0.9f, 0f), Is.Not.Null, "YuNet alone");
    }

    [Test]
    public void Confidence_HigherScore_IsNeverLower()
    {
        var scores = Enumerable.Range(0, 50).Select(i => FaceJudge.Confidence([i / 50f, 0.5f, 0.5f], All));

        Assert.That(scores, Is.Ordered.Ascending);
    }

    [Test]
    public void Judge_BoxBeyondThePicture_IsClipped()
    {
        var face = Judge(Required, new PixelBox(-10, -20, 60, 70), 0.98f, 0.95f);

        Assert.That(face!.Box, Is.EqualTo(new PixelBox(0, 0, 50, 50)));
    }

    private static FaceRegion? Judge(IFaceEvidence[] evidence, params float?[] scores) => Judge(evidence, new PixelBox(10, 10, 40, 40), scores);

    private static FaceRegion? Judge(IFaceEvidence[] evidence, PixelBox box, params float?[] scores)
    {
        var candidate = new Candidate(box, evidence.Length);
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] is { } score)
            {
                candidate.Note(i, score);
            }
        }

        return FaceJudge.Judge(candidate, evidence, 100, 100);
    }
}
