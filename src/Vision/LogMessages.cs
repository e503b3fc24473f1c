using MediaGuard.Media;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Vision;

internal static partial class LogMessages
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Model {Version} loaded")]
    public static partial void ModelLoaded(ILogger logger, string version);

    [LoggerMessage(Level = LogLevel.Error, Message = "Model {Model} refused: {Reason}")]
    public static partial void ModelRefused(ILogger logger, string model, ReasonCode reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Model {Model} could not be installed")]
    public static partial void ModelNotInstalled(ILogger logger, string model);

    [LoggerMessage(Level = LogLevel.Information, Message = "Model {Model}: fetching its package again")]
    public static partial void ModelFetchRetried(ILogger logger, string model);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Sure} faces and {Doubtful} maybes among {Candidates} candidates in {Milliseconds:0} ms")]
    public static partial void FacesFound(ILogger logger, int sure, int doubtful, int candidates, double milliseconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "Detection failed")]
    public static partial void DetectionFailed(ILogger logger, Exception exception);
}
