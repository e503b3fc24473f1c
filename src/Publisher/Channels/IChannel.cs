using MediaGuard.Publisher.Clearances;

namespace MediaGuard.Publisher.Channels;

/// <summary>A place copies go to, of one kind. Release and recall are idempotent: both may be called again after a crash.</summary>
public interface IChannel
{
    /// <summary>The kind a school's policy names, for example <c>folder</c>.</summary>
    string Kind { get; }

    /// <summary>Puts the copy out under the clearance's random release name. Nothing goes without a clearance.</summary>
    Task<ChannelResult> ReleaseAsync(Clearance clearance, ChannelTarget target, Stream jpeg, CancellationToken cancellationToken);

    /// <summary>Takes the copy back; done only when the channel was seen without it.</summary>
    Task<ChannelResult> RecallAsync(RecallOrder order, ChannelTarget target, CancellationToken cancellationToken);
}
