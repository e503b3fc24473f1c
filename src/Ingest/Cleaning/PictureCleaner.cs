using MediaGuard.Ingest.Cleaning.Decoding;
using MediaGuard.Ingest.Cleaning.Proof;
using MediaGuard.Ingest.Formats;
using MediaGuard.Media;
using Microsoft.Extensions.Options;

namespace MediaGuard.Ingest.Cleaning;

/// <remarks>The original's bytes go to the decoder unread; the only bytes parsed here are those of the rendition, which the proof is for.</remarks>
internal sealed class PictureCleaner(IPictureDecoder decoder, IOptions<CleaningOptions> options) : IPictureCleaner
{
    public CleanedPicture Clean(Stream original, MediaFormat format, CancellationToken cancellationToken)
    {
        var picture = decoder.Decode(OriginalBytes.Read(original, options.Value.LargestFile), format, cancellationToken);
        RenditionProof.Require(picture.Jpeg, picture.Width, picture.Height);
        return new(picture.Jpeg, picture.Width, picture.Height, picture.Removed, picture.Notes);
    }
}
