using System.Text.RegularExpressions;

namespace MediaGuard.Publisher.Channels.Folder;

/// <summary>What may become a path: nothing but our own random names and short opaque folders.</summary>
internal static partial class FolderNames
{
    /// <summary>Why nothing may be read or written here, or null.</summary>
    public static ChannelResult? Objection(string releaseName, ChannelTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (!ReleaseName().IsMatch(releaseName))
        {
            return ChannelResult.Failed("the release's name is not one of ours", retryHelps: false);
        }

        if (!Subfolder().IsMatch(target.Subfolder))
        {
            return ChannelResult.Failed("the class's folder is not a plain name", retryHelps: false);
        }

        if (!Path.IsPathFullyQualified(target.Address))
        {
            return ChannelResult.Failed("the channel's folder is not a full path", retryHelps: false);
        }

        return Directory.Exists(target.Address) ? null : ChannelResult.Failed("the channel's folder is not there", retryHelps: true);
    }

    [GeneratedRegex(@"\A[0-9a-f]{32}\z")]
    private static partial Regex ReleaseName();

    // Empty puts the copies in the address itself.
    [GeneratedRegex(@"\A[A-Za-z0-9_-]{0,64}\z")]
    private static partial Regex Subfolder();
}
