using MediaGuard.Media;
using MediaGuard.Vision.Detection.Pictures;
using MediaGuard.Vision.Models;

namespace MediaGuard.Vision.Detection.YuNet;

/// <summary>YuNet 2023mar: <c>f32[1,3,640,640]</c> BGR 0..255 to class, object and box per cell at strides 8, 16 and 32.</summary>
/// <remarks>Better than UltraFace, so what the others say counts for less where it looks too: they learned from the same pictures and err together.</remarks>
internal sealed class YuNetProposer : IFaceProposer
{
    private const int Side = 640;
    private const float LeastScore = 0.06f;
    private static readonly int[] Strides = [8, 16, 32];
    private static readonly long[] Shape = [1, 3, Side, Side];
    private static readonly TensorLayout Layout = new(IsPlanar: true, IsBgr: true, 1, 0);

    public string Model => "yunet-2023mar";

    public double LogOdds(float? score) => 0.8 * Calibration.Score(score ?? 0.03f);

    public double OthersCount => 0.6;

    public bool IsSure(float? score) => score >= 0.6f;

    public bool IsSureAlone(float? score) => score >= 0.8f;

    public void Propose(LoadedModel model, PicturePyramid picture, SearchEffort effort, ICollection<FaceProposal> found, CancellationToken cancellationToken)
    {
        foreach (var tile in Tiles(picture, effort).Distinct())
        {
            cancellationToken.ThrowIfCancellationRequested();
            model.Run(
                Shape,
                input => PictureSampler.Sample(picture, tile, input, Side, Side, Layout),
                outputs => Read(outputs, tile, picture, found));
        }
    }

    private static IEnumerable<PixelBox> Tiles(PicturePyramid picture, SearchEffort effort)
    {
        yield return TilePlan.Whole(picture.Width, picture.Height, Side, Side, 1);
        if (effort == SearchEffort.Full)
        {
            yield return TilePlan.Whole(picture.Width, picture.Height, Side, Side, 0.5);
            foreach (var tile in SmallFaces.Tiles(picture, Side, Side))
            {
                yield return tile;
            }
        }
    }

    private static bool Read(ModelOutputs outputs, PixelBox tile, PicturePyramid picture, ICollection<FaceProposal> found)
    {
        foreach (var stride in Strides)
        {
            Read(outputs[$"cls_{stride}"], outputs[$"obj_{stride}"], outputs[$"bbox_{stride}"], stride, tile, picture, found);
        }

        return true;
    }

    private static void Read(
        ReadOnlySpan<float> classes,
        ReadOnlySpan<float> objects,
        ReadOnlySpan<float> boxes,
        int stride,
        PixelBox tile,
        PicturePyramid picture,
        ICollection<FaceProposal> found)
    {
        var isWhole = TilePlan.IsWhole(tile, picture.Width, picture.Height);
        var columns = Side / stride;
        var (scaleX, scaleY) = (tile.Width / Side, tile.Height / Side);
        for (var i = 0; i < classes.Length; i++)
        {
            var score = MathF.Sqrt(Math.Clamp(classes[i], 0, 1) * Math.Clamp(objects[i], 0, 1));
            if (score < LeastScore)
            {
                continue;
            }

            var centreX = tile.X + (((i % columns) + boxes[4 * i]) * stride * scaleX);
            var centreY = tile.Y + (((i / columns) + boxes[(4 * i) + 1]) * stride * scaleY);
            var width = MathF.Exp(boxes[(4 * i) + 2]) * stride * scaleX;
            var height = MathF.Exp(boxes[(4 * i) + 3]) * stride * scaleY;
            var box = new PixelBox(centreX - (width / 2), centreY - (height / 2), width, height);
            if (centreX < picture.Width && centreY < picture.Height && SmallFaces.Counts(box, tile, Side) && (isWhole || TilePlan.IsOwn(box, tile, picture.Width, picture.Height)))
            {
                found.Add(new FaceProposal(box, score));
            }
        }
    }
}
