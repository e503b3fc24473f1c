using MediaGuard.Media;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Records;

internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Information, "Database migrated: {Count} migrations applied")]
    public static partial void Migrated(ILogger logger, int count);

    [LoggerMessage(2, LogLevel.Information, "School {School}: register imported, run {Run}: {Rows} rows, {Changes} changes, {Redecided} photos decided again")]
    public static partial void RegisterImported(ILogger logger, SchoolId school, Guid run, int rows, int changes, int redecided);

    [LoggerMessage(3, LogLevel.Information, "School {School}: import {Run} undone, {Redecided} photos decided again")]
    public static partial void ImportUndone(ILogger logger, SchoolId school, Guid run, int redecided);
}
