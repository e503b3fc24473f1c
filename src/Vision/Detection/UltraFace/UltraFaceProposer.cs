using MediaGuard.Media;
using MediaGuard.Vision.Detection.Pictures;
using MediaGuard.Vision.Models;

namespace MediaGuard.Vision.Detection.UltraFace;

/// <summary>UltraFace RFB-320: <c>f32[1,3,240,320]</c> RGB (v-127)/128 to scores <c>[1,4420,2]</c> and boxes <c>[1,4420,4]</c>, x1 y1 x2 y2 in 0..1.</summary>
/// <remarks>Good at small and frontal faces, poor at turned ones; over a whole picture it misses what is small, so it looks at tiles of several scales.</remarks>
internal sealed class UltraFaceProposer : IFaceProposer
{
    private const int TileWidth = 320;
    private const int TileHeight = 240;
    private const float LeastScore = 0.15f;
    private static readonly double[] Scales = [320, 640];
    private static readonly long[] Shape = [1, 3, TileHeight, TileWidth];
    private static readonly TensorLayout Layout = new(IsPlanar: true, IsBgr: false, 1 / 128f, -127 / 128f);

    public string Model => "ultraface-rfb320";

    public double LogOdds(float? score) => 0.522 * Calibration.Score(score ?? LeastScore / 2);

    public bool IsSure(float? score) => score >= 0.8f;

    public bool IsSureAlone(float? score) => score >= 0.98f;

    public void Propose(LoadedModel model, PicturePyramid picture, SearchEffort effort, ICollection<FaceProposal> found, CancellationToken cancellationToken)
    {
        foreach (var tile in Tiles(picture, effort).Distinct())
        {
            cancellationToken.ThrowIfCancellationRequested();
            model.Run(
                Shape,
                input => PictureSampler.Sample(picture, tile, input, TileWidth, TileHeight, Layout),
                outputs => Read(outputs, tile, picture, found));
        }
    }

    private static IEnumerable<PixelBox> Tiles(PicturePyramid picture, SearchEffort effort)
    {
        yield return TilePlan.Whole(picture.Width, picture.Height, TileWidth, TileHeight, 0.5);
        yield return TilePlan.Whole(picture.Width, picture.Height, TileWidth, TileHeight, 1);
        foreach (var tile in Scales.SelectMany(s => TilePlan.At(picture.Width, picture.Height, s, TileWidth, TileHeight)))
        {
            yield return tile;
        }

        foreach (var tile in effort == SearchEffort.Full ? SmallFaces.Tiles(picture, TileWidth, TileHeight) : [])
        {
            yield return tile;
        }
    }

    private static bool Read(ModelOutputs outputs, PixelBox tile, PicturePyramid picture, ICollection<FaceProposal> found)
    {
        var isWhole = TilePlan.IsWhole(tile, picture.Width, picture.Height);
        var scores = outputs["scores"];
        var boxes = outputs["boxes"];
        for (var i = 0; i < scores.Length / 2; i++)
        {
            var score = scores[(2 * i) + 1];
            if (score >= LeastScore)
            {
                var box = Place(boxes.Slice(4 * i, 4), tile);
                if (box is { Width: > 0, Height: > 0 }
                    && box.X + (box.Width / 2) < picture.Width && box.Y + (box.Height / 2) < picture.Height
                    && SmallFaces.Counts(box, tile, TileWidth)
                    && (isWhole || TilePlan.IsOwn(box, tile, picture.Width, picture.Height)))
                {
                    found.Add(new FaceProposal(box, score));
                }
            }
        }

        return true;
    }

    private static PixelBox Place(ReadOnlySpan<float> corners, PixelBox tile) => new(
        tile.X + (corners[0] * tile.Width),
        tile.Y + (corners[1] * tile.Height),
        (corners[2] - corners[0]) * tile.Width,
        (corners[3] - corners[1]) * tile.Height);
}
