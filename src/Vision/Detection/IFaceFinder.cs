using MediaGuard.Media;

namespace MediaGuard.Vision.Detection;

/// <summary>Finds every face in a picture. Safe for use from many threads; sessions are shared.</summary>
public interface IFaceFinder
{
    /// <exception cref="MediaException">ModelMissing, ModelAltered or DetectorFailed: then nothing is known of the picture.</exception>
    FaceSighting Find(PixelImage picture, CancellationToken cancellationToken);
}
