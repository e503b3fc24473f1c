using MediaGuard.Media;
using MediaGuard.Vision.Models;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey;

/// <summary>Ids, enums, counts and durations only: never a name, a caption or a path.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Information, "{Media} {From} -> {To} in {Milliseconds} ms")]
    public static partial void StepDone(ILogger logger, MediaId media, MediaStatus from, MediaStatus to, long milliseconds);

    [LoggerMessage(2, LogLevel.Warning, "{Media} {From}: put off, {Reason}")]
    public static partial void PutOff(ILogger logger, MediaId media, MediaStatus from, ReasonCode reason);

    [LoggerMessage(3, LogLevel.Warning, "{Media} {From}: quarantined, {Reason}")]
    public static partial void Quarantined(ILogger logger, MediaId media, MediaStatus from, ReasonCode reason);

    [LoggerMessage(4, LogLevel.Error, "{Media} {From}: attempt {Attempt} failed with {Exception} at {Site}")]
    public static partial void StepFailed(ILogger logger, MediaId media, MediaStatus from, int attempt, string exception, string site);

    [LoggerMessage(5, LogLevel.Warning, "{Media}: not looked at, {Reason}")]
    public static partial void NotSeen(ILogger logger, MediaId media, ReasonCode reason);

    [LoggerMessage(6, LogLevel.Error, "{Media}: the detector threw {Exception}")]
    public static partial void DetectorThrew(ILogger logger, MediaId media, string exception);

    [LoggerMessage(7, LogLevel.Warning, "{Media}: lease lost")]
    public static partial void LeaseLost(ILogger logger, MediaId media);

    [LoggerMessage(8, LogLevel.Warning, "School {School}: the share can't be reached")]
    public static partial void ShareUnavailable(ILogger logger, SchoolId school);

    [LoggerMessage(9, LogLevel.Information, "School {School}: {Count} new files")]
    public static partial void Noticed(ILogger logger, SchoolId school, int count);

    [LoggerMessage(10, LogLevel.Warning, "{Media} {Channel}: delivery put off")]
    public static partial void DeliveryPutOff(ILogger logger, MediaId media, ChannelId channel);

    [LoggerMessage(11, LogLevel.Information, "{Release} {Channel}: released")]
    public static partial void Released(ILogger logger, ReleaseId release, ChannelId channel);

    [LoggerMessage(12, LogLevel.Information, "{Release} {Channel}: recalled")]
    public static partial void Recalled(ILogger logger, ReleaseId release, ChannelId channel);

    [LoggerMessage(13, LogLevel.Warning, "{Release} {Channel}: recall put off")]
    public static partial void RecallPutOff(ILogger logger, ReleaseId release, ChannelId channel);

    [LoggerMessage(14, LogLevel.Error, "{Loop} failed with {Exception} at {Site}; it goes on")]
    public static partial void LoopFailed(ILogger logger, string loop, string exception, string site);

    [LoggerMessage(15, LogLevel.Information, "Vault: {Count} objects nobody needs were destroyed")]
    public static partial void OrphansDestroyed(ILogger logger, int count);

    [LoggerMessage(16, LogLevel.Warning, "School {School}: {Still} photos stand still, {Waiting} wait")]
    public static partial void StandingStill(ILogger logger, SchoolId school, int still, int waiting);

    [LoggerMessage(17, LogLevel.Information, "School {School}: {Count} photos are looked at again")]
    public static partial void LookingAgain(ILogger logger, SchoolId school, int count);

    [LoggerMessage(18, LogLevel.Warning, "{Media}: the books failed, {Reason}, {Exception} at {Site}; the item is tried again")]
    public static partial void BooksFailed(ILogger logger, MediaId media, ReasonCode reason, string exception, string site);

    [LoggerMessage(19, LogLevel.Error, "{Media} {Channel}: delivery failed with {Exception} at {Site}")]
    public static partial void DeliveryFailed(ILogger logger, MediaId media, ChannelId channel, string exception, string site);

    [LoggerMessage(20, LogLevel.Error, "{Release} {Channel}: recall failed with {Exception} at {Site}")]
    public static partial void RecallFailed(ILogger logger, ReleaseId release, ChannelId channel, string exception, string site);

    [LoggerMessage(23, LogLevel.Warning, "Release {Release} was ordered back while it was being handed out; cut")]
    public static partial void HandingOutCut(ILogger logger, ReleaseId release);

    [LoggerMessage(40, LogLevel.Warning, "{Media}: deleted, but its bytes could not be reached, {Reason}; the sweep removes them")]
    public static partial void DestructionPutOff(ILogger logger, MediaId media, ReasonCode reason);

    [LoggerMessage(21, LogLevel.Warning, "{Media}: faces not compared, {Exception}")]
    public static partial void NotCompared(ILogger logger, MediaId media, string exception);

    [LoggerMessage(22, LogLevel.Information, "School {School}: {Count} templates whose ground ended were destroyed")]
    public static partial void TemplatesDestroyed(ILogger logger, SchoolId school, int count);

    [LoggerMessage(24, LogLevel.Information, "{Media}: redacted rendition {Rendition} made")]
    public static partial void Redacted(ILogger logger, MediaId media, RenditionId rendition);

    [LoggerMessage(25, LogLevel.Error, "{Media}: not redacted, {Reason}, {Exception} at {Site}; the channel is held and it is tried again")]
    public static partial void NotRedacted(ILogger logger, MediaId media, ReasonCode reason, string exception, string site);

    [LoggerMessage(26, LogLevel.Error, "{Media}: the vault has lost the redacted rendition {Rendition}; it is made anew and its channel is held meanwhile")]
    public static partial void RenditionLost(ILogger logger, MediaId media, RenditionId rendition);

    [LoggerMessage(60, LogLevel.Information, "{Count} uploads that were broken off or are no longer needed were removed")]
    public static partial void UploadsExpired(ILogger logger, int count);

    [LoggerMessage(61, LogLevel.Warning, "School {School}: an upload is whole but can't be put into the share yet, {Exception}; it is tried again")]
    public static partial void UploadWaits(ILogger logger, SchoolId school, string exception);

    [LoggerMessage(70, LogLevel.Warning, "A mail was not handed to {Left} of the {Count} it goes to; the others have it. Look for an account whose address is no mailbox")]
    public static partial void LeftOut(ILogger logger, int left, int count);

    [LoggerMessage(62, LogLevel.Error, "School {School}: upload {Upload} is not what was sent, and was removed")]
    public static partial void UploadDamaged(ILogger logger, SchoolId school, UploadId upload);

    [LoggerMessage(80, LogLevel.Error, "School {School}: the database was put back and knows nothing after {Moment}; nothing goes out until the register is confirmed")]
    public static partial void BooksPutBack(ILogger logger, SchoolId school, Instant moment);

    [LoggerMessage(50, LogLevel.Error, "Model {Model}: {State}. It is not used, and photos are held meanwhile. Mend it with: mediaguard models install")]
    public static partial void ModelNotRight(ILogger logger, string model, ModelState state);
}
