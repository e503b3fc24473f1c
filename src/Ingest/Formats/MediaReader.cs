using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Cleaning.Isolation;
using Microsoft.Extensions.Options;

namespace MediaGuard.Ingest.Formats;

/// <summary>Has a child process read the file: this one looks at no byte of it.</summary>
internal sealed class MediaReader(DecoderPool pool, IOptions<CleaningOptions> options) : IMediaReader
{
    public Understanding Read(Stream original) => pool.Study(OriginalBytes.Read(original, options.Value.LargestFile), CancellationToken.None).Said;
}
