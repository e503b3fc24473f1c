using Microsoft.Extensions.Logging;

namespace MediaGuard.Records;

internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Information, "Database migrated: {Count} migrations applied")]
    public static partial void Migrated(ILogger logger, int count);
}
