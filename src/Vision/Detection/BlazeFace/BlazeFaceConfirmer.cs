using System.Collections.Immutable;
using MediaGuard.Media;
using MediaGuard.Vision.Detection.Pictures;
using MediaGuard.Vision.Models;

namespace MediaGuard.Vision.Detection.BlazeFace;

/// <summary>
/// BlazeFace, back camera: <c>f32[1,256,256,3]</c> RGB -1..1 to 512 + 384 scores (log-odds), and as many rows of 16 numbers: box
/// centre and size, then six keypoints, all in 1/256 of the crop, relative to the cell's centre.
/// </summary>
internal sealed class BlazeFaceConfirmer : IFaceConfirmer
{
    private const int Side = 256;
    private const double CropShare = 1.6;
    private const double LeastOverlap = 0.3;
    private static readonly long[] Shape = [1, Side, Side, 3];
    private static readonly TensorLayout Layout = new(IsPlanar: false, IsBgr: false, 1 / 127.5f, -1);

    public string Model => "blazeface-back";

    public double LogOdds(float? score) => 0.546 * Math.Max(-7, Calibration.Score(score ?? 0));

    public bool IsSure(float? score) => score >= 0.8f;

    public bool IsSureAlone(float? score) => score >= 0.9f;

    public FaceConfirmation Confirm(LoadedModel model, PicturePyramid picture, PixelBox proposal)
    {
        var side = Math.Max(proposal.Width, proposal.Height) * CropShare;
        var crop = new PixelBox(proposal.X + ((proposal.Width - side) / 2), proposal.Y + ((proposal.Height - side) / 2), side, side);
        return model.Run(
            Shape,
            input => PictureSampler.Sample(picture, crop, input, Side, Side, Layout),
            outputs => Best(outputs, crop, proposal));
    }

    private static FaceConfirmation Best(ModelOutputs outputs, PixelBox crop, PixelBox proposal)
    {
        var best = new FaceConfirmation(0, []);
        Read(outputs.OfLength(512), outputs.OfLength(512 * 16), columns: 16, anchorsPerCell: 2, crop, proposal, ref best);
        Read(outputs.OfLength(384), outputs.OfLength(384 * 16), columns: 8, anchorsPerCell: 6, crop, proposal, ref best);
        return best;
    }

    private static void Read(
        ReadOnlySpan<float> scores, ReadOnlySpan<float> rows, int columns, int anchorsPerCell, PixelBox crop, PixelBox proposal, ref FaceConfirmation best)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            var score = (float)Calibration.Probability(scores[i]);
            if (score <= best.Score)
            {
                continue;
            }

            var cell = i / anchorsPerCell;
            var centre = new PixelPoint(((cell % columns) + 0.5) / columns, ((cell / columns) + 0.5) / columns);
            var row = rows.Slice(i * 16, 16);
            if (Box(row, centre, crop).IntersectionOverUnion(proposal) >= LeastOverlap)
            {
                best = new FaceConfirmation(score, Keypoints(row, centre, crop));
            }
        }
    }

    private static PixelBox Box(ReadOnlySpan<float> row, PixelPoint cell, PixelBox crop)
    {
        var centre = Place(row[0], row[1], cell, crop);
        var (width, height) = (row[2] / Side * crop.Width, row[3] / Side * crop.Height);
        return new PixelBox(centre.X - (width / 2), centre.Y - (height / 2), width, height);
    }

    private static ImmutableArray<PixelPoint> Keypoints(ReadOnlySpan<float> row, PixelPoint cell, PixelBox crop)
    {
        var points = ImmutableArray.CreateBuilder<PixelPoint>(6);
        for (var i = 4; i < 16; i += 2)
        {
            points.Add(Place(row[i], row[i + 1], cell, crop));
        }

        return points.MoveToImmutable();
    }

    private static PixelPoint Place(float x, float y, PixelPoint cell, PixelBox crop) =>
        new(crop.X + ((cell.X + (x / Side)) * crop.Width), crop.Y + ((cell.Y + (y / Side)) * crop.Height));
}
