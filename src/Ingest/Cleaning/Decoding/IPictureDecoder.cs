using MediaGuard.Media;

namespace MediaGuard.Ingest.Cleaning.Decoding;

/// <summary>The one place where an original's bytes meet native code. Bytes in, bytes out, nothing shared: it can stand behind a process boundary.</summary>
internal interface IPictureDecoder
{
    /// <summary>Decodes the primary picture, turns it upright, converts it to 8-bit sRGB on white and encodes it as JPEG. What comes back is to be proven by the caller.</summary>
    /// <exception cref="MediaException">Undecodable, Truncated, TooLarge, FormatNotSupported, NotAPicture.</exception>
    EncodedPicture Decode(byte[] original, MediaFormat format, CancellationToken cancellationToken);
}
