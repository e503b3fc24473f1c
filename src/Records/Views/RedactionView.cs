using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>What leaves for one channel instead of the picture as it was cleaned.</summary>
/// <param name="Version">The rendition; null while it is still to be made.</param>
/// <param name="Covered">Faces somebody asked to be blurred.</param>
/// <param name="Kept">What is kept of the picture, in its pixels; null when it is not cropped.</param>
/// <param name="Found">Faces the detectors found in it and not before.</param>
public sealed record RedactionView(ChannelId Channel, RenditionId? Version, IReadOnlySet<FaceId> Covered, PixelBox? Kept, IReadOnlyList<FaceView> Found)
{
    public bool IsMade => Version is not null;

    public override string ToString() => Channel.ToString();
}
