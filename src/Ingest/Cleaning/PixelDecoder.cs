using MediaGuard.Ingest.Cleaning.Decoding;
using MediaGuard.Ingest.Cleaning.Proof;
using MediaGuard.Ingest.Formats;
using MediaGuard.Media;
using NetVips;

namespace MediaGuard.Ingest.Cleaning;

internal sealed class PixelDecoder : IPixelDecoder
{
    private const int ThumbnailQuality = 85;

    /// <summary>Half of that is more than any look at the whole picture needs.</summary>
    private const int LeastLongSideToHalve = 2600;

    /// <summary>Of copies people publish: they are looked at for years.</summary>
    private const int FittedQuality = 90;

    public PixelDecoder() => Libraries.Prepare();

    public PixelImage Decode(ReadOnlyMemory<byte> rendition)
    {
        try
        {
            using var image = Image.JpegloadBuffer(rendition.ToArray(), access: Enums.Access.Sequential, failOn: Enums.FailOn.Warning);
            return Pixels(image);
        }
        catch (VipsException)
        {
            throw new MediaException(ReasonCode.Undecodable);
        }
    }

    public LayeredPicture Open(ReadOnlyMemory<byte> rendition)
    {
        try
        {
            var jpeg = rendition.ToArray();
            using var header = Image.JpegloadBuffer(jpeg, access: Enums.Access.Sequential, failOn: Enums.FailOn.Warning);
            if (Math.Max(header.Width, header.Height) < LeastLongSideToHalve)
            {
                return new(Pixels(header));
            }

            using var half = Image.JpegloadBuffer(jpeg, shrink: 2, access: Enums.Access.Sequential, failOn: Enums.FailOn.Warning);
            return (half.Width, half.Height) == ((header.Width + 1) / 2, (header.Height + 1) / 2)
                ? new(header.Width, header.Height, Pixels(half), () => Decode(jpeg))
                : new(Pixels(header)); // an odd side, of which the library drops the last pixel
        }
        catch (VipsException)
        {
            throw new MediaException(ReasonCode.Undecodable);
        }
    }

    public ReadOnlyMemory<byte> Thumbnail(ReadOnlyMemory<byte> rendition, int longSide) => Smaller(rendition, longSide, ThumbnailQuality);

    public ReadOnlyMemory<byte> Fit(ReadOnlyMemory<byte> rendition, int longSide)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(longSide);
        try
        {
            using var head = Image.JpegloadBuffer(rendition.ToArray(), access: Enums.Access.Sequential, failOn: Enums.FailOn.Warning);
            if (Math.Max(head.Width, head.Height) <= longSide)
            {
                return rendition;
            }
        }
        catch (VipsException)
        {
            throw new MediaException(ReasonCode.Undecodable);
        }

        return Smaller(rendition, longSide, FittedQuality);
    }

    private static ReadOnlyMemory<byte> Smaller(ReadOnlyMemory<byte> rendition, int longSide, int quality)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(longSide);
        try
        {
            using var image = Image.ThumbnailBuffer(rendition.ToArray(), longSide, height: longSide, size: Enums.Size.Down, noRotate: true, failOn: Enums.FailOn.Warning);
            var jpeg = JpegEncoding.Encode(image, quality);
            RenditionProof.Require(jpeg, image.Width, image.Height);
            return jpeg;
        }
        catch (VipsException)
        {
            throw new MediaException(ReasonCode.Undecodable);
        }
    }

    private static PixelImage Pixels(Image image)
    {
        using var rgb = SrgbConversion.Convert(image);
        return new(rgb.Width, rgb.Height, rgb.WriteToMemory<byte>());
    }
}
