using NetVips;

namespace MediaGuard.Ingest.Cleaning.Decoding;

/// <summary>Encodes pixels as baseline JPEG with the shortest head a decoder can rely on.</summary>
/// <remarks>
/// Measured at 12 megapixels, quality 95, 4:4:4: standard Huffman tables 70–100 ms, optimised ones 420–680 ms for 8 % less, progressive 630–1250 ms for 9 % less.
/// Speed was chosen: a rendition is made far oftener than it is sent.
/// </remarks>
internal static class JpegEncoding
{
    /// <summary>JFIF 1.01 without density or thumbnail (ISO 10918-5 §10.1): it makes the colours' meaning explicit and says nothing of the original.</summary>
    public static ReadOnlySpan<byte> JfifHead =>
        [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0x00, 0x01, 0x01, 0x00, 0x00, 0x01, 0x00, 0x01, 0x00, 0x00];

    public static byte[] Encode(Image srgb, int quality)
    {
        var bare = srgb.JpegsaveBuffer(q: quality, optimizeCoding: false, interlace: false, subsampleMode: Enums.ForeignSubsample.Off, keep: Enums.ForeignKeep.None);
        var jpeg = new byte[bare.Length - 2 + JfifHead.Length];
        JfifHead.CopyTo(jpeg);
        bare.AsSpan(2).CopyTo(jpeg.AsSpan(JfifHead.Length));
        return jpeg;
    }
}
