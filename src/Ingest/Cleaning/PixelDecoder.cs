using MediaGuard.Ingest.Cleaning.Decoding;
using MediaGuard.Ingest.Cleaning.Proof;
using MediaGuard.Ingest.Formats;
using MediaGuard.Media;
using NetVips;

namespace MediaGuard.Ingest.Cleaning;

internal sealed class PixelDecoder : IPixelDecoder
{
    private const int ThumbnailQuality = 85;

    public PixelDecoder() => Libraries.Prepare();

    public PixelImage Decode(ReadOnlyMemory<byte> rendition)
    {
        try
        {
            using var image = Image.JpegloadBuffer(rendition.ToArray(), access: Enums.Access.Sequential, failOn: Enums.FailOn.Warning);
            using var rgb = SrgbConversion.Convert(image);
            return new(rgb.Width, rgb.Height, rgb.WriteToMemory<byte>());
        }
        catch (VipsException)
        {
            throw new MediaException(ReasonCode.Undecodable);
        }
    }

    public ReadOnlyMemory<byte> Thumbnail(ReadOnlyMemory<byte> rendition, int longSide)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(longSide);
        try
        {
            using var image = Image.ThumbnailBuffer(rendition.ToArray(), longSide, height: longSide, size: Enums.Size.Down, noRotate: true, failOn: Enums.FailOn.Warning);
            var jpeg = JpegEncoding.Encode(image, ThumbnailQuality);
            RenditionProof.Require(jpeg, image.Width, image.Height);
            return jpeg;
        }
        catch (VipsException)
        {
            throw new MediaException(ReasonCode.Undecodable);
        }
    }
}
