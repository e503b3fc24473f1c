using MediaGuard.Media;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Publisher;

internal static partial class LogMessages
{
    [LoggerMessage(5001, LogLevel.Warning, "The folder of channel {Channel} did not take release {Release}: error {Error:X8}")]
    public static partial void FolderReleaseFailed(this ILogger logger, ChannelId channel, ReleaseId release, int error);

    [LoggerMessage(5002, LogLevel.Warning, "The folder of channel {Channel} did not give release {Release} back: error {Error:X8}")]
    public static partial void FolderRecallFailed(this ILogger logger, ChannelId channel, ReleaseId release, int error);
}
