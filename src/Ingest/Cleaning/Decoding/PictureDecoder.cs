using System.Collections.Immutable;
using MediaGuard.Ingest.Formats;
using MediaGuard.Media;
using Microsoft.Extensions.Options;
using NetVips;

namespace MediaGuard.Ingest.Cleaning.Decoding;

/// <summary>Decodes in this process, one picture at a time: what a decoding child does.</summary>
internal sealed class PictureDecoder : IPictureDecoder
{
    public const string AlphaOnWhite = "alpha laid on white";

    private readonly FormatCatalog _formats;
    private readonly CleaningOptions _options;

    public PictureDecoder(FormatCatalog formats, IOptions<CleaningOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_formats, _options) = (formats, options.Value);

        // ImageMagick counts a picture's working copies in
        Libraries.Bound(_options.ThreadsPerPicture > 0 ? _options.ThreadsPerPicture : Math.Max(1, Environment.ProcessorCount / 2), 2 * _options.LargestPicture);
    }

    public EncodedPicture Decode(byte[] original, MediaFormat format, CancellationToken cancellationToken)
    {
        var (family, found) = _formats.FindDecodable(original);
        if (found != format)
        {
            throw new MediaException(ReasonCode.NotAPicture);
        }

        try
        {
            var before = DecoderWarnings.Count;
            var picture = Decode(family, original, cancellationToken);

            // By now the reader is closed, and has said what it thinks of the whole.
            return DecoderWarnings.Count == before ? picture : throw new MediaException(ReasonCode.Undecodable);
        }
        catch (VipsException broken)
        {
            // The library's words are not kept: they may quote the file.
            throw new MediaException(ReasonFor(broken.Message));
        }
    }

    private EncodedPicture Decode(IFormatFamily family, byte[] original, CancellationToken cancellationToken)
    {
        using var loaded = family.Load(original);
        if ((long)loaded.Width * loaded.Height > _options.LargestPicture)
        {
            throw new MediaException(ReasonCode.TooLarge);
        }

        cancellationToken.ThrowIfCancellationRequested();
        using var upright = Orientation.Upright(loaded);
        using var opaque = SrgbConversion.LayOnWhite(upright);
        using var srgb = SrgbConversion.Convert(opaque);
        cancellationToken.ThrowIfCancellationRequested();
        ImmutableArray<string> notes = loaded.HasAlpha() ? [AlphaOnWhite] : [];
        return new(JpegEncoding.Encode(srgb, _options.Quality), srgb.Width, srgb.Height, notes);
    }

    private static ReasonCode ReasonFor(string message) =>
        SaysCut(message) ? ReasonCode.Truncated : message.Contains("out of memory", StringComparison.OrdinalIgnoreCase) ? ReasonCode.TooLarge : ReasonCode.Undecodable;

    private static bool SaysCut(string message) =>
        message.Contains("premature end", StringComparison.OrdinalIgnoreCase)
        || message.Contains("truncated", StringComparison.OrdinalIgnoreCase)
        || message.Contains("end of file", StringComparison.OrdinalIgnoreCase)
        || message.Contains("end of input", StringComparison.OrdinalIgnoreCase);
}
