using MediaGuard.Media;
using MediaGuard.Vision.Detection;

namespace MediaGuard.Web.Tests;

/// <summary>Sees one certain face in every picture but the darkest, in which it sees a doubtful one.</summary>
internal sealed class CalmFaceFinder : IFaceFinder
{
    public FaceSighting Find(PixelImage picture, CancellationToken cancellationToken)
    {
        var isDoubtful = picture.Rgb[0] < 20;
        return new FaceSighting([new FaceRegion(new PixelBox(20, 20, 50, 50), 0.9, isDoubtful, [], ["test"])], ["test@00000000"]);
    }
}
