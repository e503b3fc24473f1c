using MediaGuard.Ingest.Cleaning.Isolation;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Ingest;

/// <summary>Ids, enums, counts and durations only: never a name, a caption or a path.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(101, LogLevel.Warning, "A decoding child was ended: {End}")]
    public static partial void DecoderEnded(ILogger logger, ChildEnd end);

    [LoggerMessage(102, LogLevel.Error, "No decoding child could be started: {End}")]
    public static partial void DecoderDidNotStart(ILogger logger, ChildEnd end);
}
