using MediaGuard.Media;
using MediaGuard.Vision.Detection;

namespace MediaGuard.Web.Tests;

/// <summary>Sees one certain face in every picture but the darkest, in which it sees a doubtful one; none where it is blurred.</summary>
internal sealed class CalmFaceFinder : IFaceFinder
{
    private static readonly PixelBox Place = new(20, 20, 50, 50);

    public FaceSighting Find(PixelImage picture, CancellationToken cancellationToken)
    {
        if (IsCovered(picture, Place))
        {
            return new FaceSighting([], ["test@00000000"]);
        }

        var isDoubtful = picture.Rgb[0] < 20;
        return new FaceSighting([new FaceRegion(Place, 0.9, isDoubtful, [], ["test"])], ["test@00000000"]);
    }

    /// <summary>Whether the middle of this place is the one grey of what is blurred.</summary>
    private static bool IsCovered(PixelImage picture, PixelBox place)
    {
        var (x, y) = ((int)(place.X + (place.Width / 2)), (int)(place.Y + (place.Height / 2)));
        return x < picture.Width && y < picture.Height && Enumerable.Range(0, 3).All(band => Math.Abs(picture.Rgb[(((y * picture.Width) + x) * 3) + band] - 128) <= 3);
    }
}
