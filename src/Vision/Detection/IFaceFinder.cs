using MediaGuard.Media;

namespace MediaGuard.Vision.Detection;

/// <summary>Finds every face in a picture. Safe for use from many threads; sessions are shared.</summary>
public interface IFaceFinder
{
    /// <exception cref="MediaException">ModelMissing, ModelAltered or DetectorFailed: then nothing is known of the picture.</exception>
    FaceSighting Find(PixelImage picture, CancellationToken cancellationToken);

    /// <summary>The same, in coordinates of the whole picture; the whole is decoded only where a face is too small to be judged in the half.</summary>
    /// <exception cref="MediaException">As above, or what decoding the whole threw.</exception>
    FaceSighting Find(LayeredPicture picture, CancellationToken cancellationToken) => Find((picture ?? throw new ArgumentNullException(nameof(picture))).Whole, cancellationToken);
}
