using MediaGuard.Ingest.Cleaning.Decoding;
using MediaGuard.Ingest.Cleaning.Isolation.Protocol;
using MediaGuard.Ingest.Formats;
using MediaGuard.Media;
using Microsoft.Extensions.Options;

namespace MediaGuard.Ingest.Cleaning.Isolation;

/// <summary>Decodes in a child process. What comes back is bounded by what the file's header announced, and still to be proven.</summary>
internal sealed class IsolatedDecoder(DecoderPool pool, IOptions<CleaningOptions> cleaning, IOptions<IsolationOptions> isolation) : IPictureDecoder
{
    /// <summary>Below this a header's word does not matter: the picture is small.</summary>
    private const long SmallPicture = 16_000_000;

    private readonly CleaningOptions _options = cleaning.Value;

    public EncodedPicture Decode(byte[] original, MediaFormat format, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (study, answer) = pool.Decode(original, study => Judge(study, format), cancellationToken);
        return new(answer.Jpeg, answer.Width, answer.Height, answer.AlphaOnWhite ? [.. study.Notes, PictureDecoder.AlphaOnWhite] : study.Notes) { Removed = study.Removed };
    }

    private DecodeRequest Judge(FileStudy study, MediaFormat format)
    {
        if (study.Said.Format != format)
        {
            throw new MediaException(ReasonCode.NotAPicture);
        }

        if (!study.IsWhole)
        {
            throw new MediaException(ReasonCode.Truncated);
        }

        if (study.Pixels > _options.LargestPicture)
        {
            throw new MediaException(ReasonCode.TooLarge);
        }

        var largest = study.Pixels <= 0 ? _options.LargestPicture : Math.Min(Math.Max(study.Pixels, SmallPicture), _options.LargestPicture);
        var threads = _options.ThreadsPerPicture > 0 ? _options.ThreadsPerPicture : Math.Max(1, Environment.ProcessorCount / 2);
        return new(format, _options.Quality, Math.Min(threads, 64), largest, ChildWatch.AtMost(isolation.Value.SecondsPerPicture));
    }
}
