using MediaGuard.Publisher.Clearances;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Publisher.Channels.Folder;

/// <summary>Copies as files in a folder an editor can open: <c>address/subfolder/name.jpg</c>.</summary>
/// <remarks>
/// The address is never made: a folder that is missing is a share that is not connected. For the same reason a copy counts as gone only where
/// the mark of an earlier release lies, because an empty mount point proves nothing.
/// </remarks>
internal sealed class FolderChannel(ILogger<FolderChannel> logger) : IChannel
{
    public string Kind => "folder";

    public async Task<ChannelResult> ReleaseAsync(Clearance clearance, ChannelTarget target, Stream jpeg, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(clearance);
        ArgumentNullException.ThrowIfNull(jpeg);
        if (FolderNames.Objection(clearance.ReleaseName, target) is { } objection)
        {
            return objection;
        }

        if (clearance.Request.School != target.School || clearance.Request.Channel != target.Channel)
        {
            return ChannelResult.Failed("the clearance is for another channel", retryHelps: false);
        }

        try
        {
            FolderMark.Ensure(target.Address);
            var folder = Directory.CreateDirectory(Path.Combine(target.Address, target.Subfolder));
            if (folder.LinkTarget is not null)
            {
                return ChannelResult.Failed("the class's folder is a link", retryHelps: false);
            }

            return await FolderCopy.PutAsync(folder.FullName, clearance.ReleaseName, jpeg, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            logger.FolderReleaseFailed(target.Channel, clearance.Release, e.HResult);
            return ChannelResult.Failed("the folder could not be written", retryHelps: true);
        }
    }

    public Task<ChannelResult> RecallAsync(RecallOrder order, ChannelTarget target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        return Task.FromResult(Recall(order, target, cancellationToken));
    }

    private ChannelResult Recall(RecallOrder order, ChannelTarget target, CancellationToken cancellationToken)
    {
        if (FolderNames.Objection(order.ReleaseName, target) is { } objection)
        {
            return objection;
        }

        try
        {
            var isOurs = FolderMark.Lies(target.Address);
            var found = FolderCopy.Find(target.Address, order.ReleaseName);
            foreach (var path in found)
            {
                cancellationToken.ThrowIfCancellationRequested();
                File.Delete(path);
            }

            if (FolderCopy.Find(target.Address, order.ReleaseName).Count > 0)
            {
                return ChannelResult.Failed("a copy is still there", retryHelps: true);
            }

            return isOurs || found.Count > 0
                ? ChannelResult.Done($"file absent, {found.Count} removed")
                : ChannelResult.Failed("the folder bears no mark of an earlier release, so its emptiness proves nothing", retryHelps: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            logger.FolderRecallFailed(target.Channel, order.Release, e.HResult);
            return ChannelResult.Failed("the folder could not be searched or changed", retryHelps: true);
        }
    }
}
