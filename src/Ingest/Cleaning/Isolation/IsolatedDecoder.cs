using MediaGuard.Ingest.Cleaning.Decoding;
using MediaGuard.Ingest.Cleaning.Isolation.Protocol;
using MediaGuard.Ingest.Formats;
using MediaGuard.Media;
using Microsoft.Extensions.Options;

namespace MediaGuard.Ingest.Cleaning.Isolation;

/// <summary>Decodes in a child process. What comes back is bounded by what the file's header announced, and still to be proven.</summary>
internal sealed class IsolatedDecoder(FormatCatalog formats, DecoderPool pool, IOptions<CleaningOptions> cleaning, IOptions<IsolationOptions> isolation) : IPictureDecoder
{
    /// <summary>Below this a header's word does not matter: the picture is small.</summary>
    private const long SmallPicture = 16_000_000;

    private readonly CleaningOptions _options = cleaning.Value;

    public EncodedPicture Decode(byte[] original, MediaFormat format, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (family, found) = formats.FindDecodable(original);
        if (found != format)
        {
            throw new MediaException(ReasonCode.NotAPicture);
        }

        var announced = family.Survey(original).Pixels;
        var largest = announced <= 0 ? _options.LargestPicture : Math.Min(Math.Max(announced, SmallPicture), _options.LargestPicture);
        var threads = _options.ThreadsPerPicture > 0 ? _options.ThreadsPerPicture : Math.Max(1, Environment.ProcessorCount / 2);
        var answer = pool.Decode(new(format, _options.Quality, Math.Min(threads, 64), largest, isolation.Value.SecondsPerPicture + 5, original), cancellationToken);
        return answer.Reason == ReasonCode.None
            ? new(answer.Jpeg, answer.Width, answer.Height, answer.AlphaOnWhite ? [PictureDecoder.AlphaOnWhite] : [])
            : throw new MediaException(answer.Reason);
    }
}
