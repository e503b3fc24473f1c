using MediaGuard.Ingest.Cleaning.Decoding;
using MediaGuard.Ingest.Cleaning.Proof;
using MediaGuard.Ingest.Formats;
using MediaGuard.Ingest.Formats.Metadata;
using MediaGuard.Media;
using Microsoft.Extensions.Options;

namespace MediaGuard.Ingest.Cleaning;

internal sealed class PictureCleaner(FormatCatalog formats, IPictureDecoder decoder, IOptions<CleaningOptions> options) : IPictureCleaner
{
    public CleanedPicture Clean(Stream original, MediaFormat format, CancellationToken cancellationToken)
    {
        var file = OriginalBytes.Read(original, options.Value.LargestFile);
        var (family, found) = formats.FindDecodable(file);
        if (found != format)
        {
            throw new MediaException(ReasonCode.NotAPicture);
        }

        var facts = family.Survey(file);
        if (!facts.IsWhole)
        {
            throw new MediaException(ReasonCode.Truncated);
        }

        if (facts.Pixels > options.Value.LargestPicture)
        {
            throw new MediaException(ReasonCode.TooLarge);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var picture = decoder.Decode(file, format, cancellationToken);
        RenditionProof.Require(picture.Jpeg, picture.Width, picture.Height);
        var removed = MetadataSurvey.Count(MetadataDirectories.Read(file, format), facts);
        return new(picture.Jpeg, picture.Width, picture.Height, removed, [.. facts.Notes, .. picture.Notes]);
    }
}
