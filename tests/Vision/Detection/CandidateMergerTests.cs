using CsCheck;
using MediaGuard.Media;
using MediaGuard.Vision.Detection;
using MediaGuard.Vision.Detection.BlazeFace;
using MediaGuard.Vision.Detection.UltraFace;
using MediaGuard.Vision.Detection.YuNet;

namespace MediaGuard.Vision.Tests.Detection;

public sealed class CandidateMergerTests
{
    private static readonly IFaceEvidence[] Models = [new UltraFaceProposer(), new YuNetProposer()];

    private static readonly Gen<PixelBox> Boxes =
        Gen.Select(Gen.Int[0, 300], Gen.Int[0, 300], Gen.Int[1, 120], Gen.Int[1, 120], (x, y, w, h) => new PixelBox(x, y, w, h));

    private static readonly Gen<(int Model, FaceProposal Proposal)[]> Proposals =
        Gen.Select(Gen.Int[0, 1], Boxes, Gen.Int[1, 99], (m, b, s) => (m, new FaceProposal(b, s / 100f))).Array[0, 40];

    [Test]
    public void IntersectionOverUnion_AnyBoxes_IsSymmetricAndBounded() =>
        Gen.Select(Boxes, Boxes).Sample((a, b) =>
        {
            var overlap = a.IntersectionOverUnion(b);
            Assert.That(overlap, Is.InRange(0, 1).And.EqualTo(b.IntersectionOverUnion(a)));
            Assert.That(a.IntersectionOverUnion(a), Is.EqualTo(1).Within(1e-9));
            Assert.That(CandidateMerger.AreSame(a, b), Is.EqualTo(CandidateMerger.AreSame(b, a)));
        });

    [Test]
    public void Merge_AnyProposals_LeavesNoTwoOfOneFaceAndLosesNone() =>
        Proposals.Sample(proposals =>
        {
            var merged = CandidateMerger.Merge(proposals, Models);
            for (var i = 0; i < merged.Count; i++)
            {
                Assert.That(merged.Skip(i + 1).Any(c => CandidateMerger.AreSame(merged[i].Seed, c.Seed)), Is.False);
            }

            Assert.That(proposals.All(p => merged.Any(c => c.Seed == p.Proposal.Box || CandidateMerger.AreSame(c.Seed, p.Proposal.Box))), Is.True);
        });

    [Test]
    public void Merge_AnyOrder_GivesTheSame() =>
        Proposals.Sample(proposals =>
        {
            static string Text(IEnumerable<Candidate> all) => string.Join('|', all.Select(c => $"{c.Box}{string.Join(',', c.Scores)}"));
            Assert.That(Text(CandidateMerger.Merge(proposals.Reverse(), Models)), Is.EqualTo(Text(CandidateMerger.Merge(proposals, Models))));
        });

    [Test]
    public void Merge_TwoModelsOneFace_KeepsBothScores()
    {
        var merged = CandidateMerger.Merge([(0, new FaceProposal(new PixelBox(10, 10, 50, 60), 0.4f)), (1, new FaceProposal(new PixelBox(12, 11, 50, 60), 0.9f))], [.. Models, new BlazeFaceConfirmer()]);

        Assert.That(merged, Has.Count.EqualTo(1));
        Assert.That(merged[0].Scores, Is.EqualTo(new float?[] { 0.4f, 0.9f, null }));
        Assert.That(merged[0].Box.X, Is.InRange(11.5, 12), "the mean of both, nearer the stronger");
    }
}
