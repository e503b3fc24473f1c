using MediaGuard.Media;

namespace MediaGuard.Ingest.Cleaning;

/// <summary>Rebuilds a picture from its decoded pixels and proves that only they came out.</summary>
public interface IPictureCleaner
{
    /// <summary>Decodes, turns upright, converts to 8-bit sRGB, encodes as JPEG, reads the result back with two parsers against an allowlist.</summary>
    /// <exception cref="MediaException">Undecodable, Truncated, TooLarge, FormatNotSupported, LeftoverFound: nothing is returned that was not proven.</exception>
    CleanedPicture Clean(Stream original, MediaFormat format, CancellationToken cancellationToken);
}
