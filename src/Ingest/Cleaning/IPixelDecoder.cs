using MediaGuard.Media;

namespace MediaGuard.Ingest.Cleaning;

/// <summary>Decodes renditions the program made itself.</summary>
public interface IPixelDecoder
{
    /// <summary>Full-size upright 8-bit sRGB pixels of a rendition.</summary>
    PixelImage Decode(ReadOnlyMemory<byte> rendition);

    /// <summary>The same pixels, a large rendition's at half the size at first.</summary>
    LayeredPicture Open(ReadOnlyMemory<byte> rendition) => new(Decode(rendition));

    /// <summary>A JPEG no larger than <paramref name="longSide"/> on its longer side, never upscaled, with nothing but pixels in it.</summary>
    ReadOnlyMemory<byte> Thumbnail(ReadOnlyMemory<byte> rendition, int longSide);

    /// <summary>
    /// The rendition made smaller, encoded and proven anew, where its longer side is longer than that; itself, byte for byte, where it is not.
    /// </summary>
    ReadOnlyMemory<byte> Fit(ReadOnlyMemory<byte> rendition, int longSide);
}
