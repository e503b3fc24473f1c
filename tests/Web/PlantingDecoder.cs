using MediaGuard.Ingest.Cleaning.Decoding;
using MediaGuard.Ingest.Cleaning.Isolation;
using MediaGuard.Media;

namespace MediaGuard.Web.Tests;

/// <summary>The program's own decoder, but what it makes of a BMP has a comment or camera data in it, as an encoder that was changed might leave there.</summary>
internal sealed class PlantingDecoder(IsolatedDecoder real) : IPictureDecoder
{
    public EncodedPicture Decode(byte[] original, MediaFormat format, CancellationToken cancellationToken)
    {
        var picture = real.Decode(original, format, cancellationToken);
        return format == MediaFormat.Bmp ? picture with { Jpeg = Planted(picture.Jpeg) } : picture;
    }

    private static byte[] Planted(byte[] jpeg) => [.. jpeg.AsSpan(0, 20), 0xFF, 0xE1, 0x00, 0x10, .. "Exif\0\0MM\0*\0\0\0\x08"u8, .. jpeg.AsSpan(20)];
}
