namespace MediaGuard.Media;

/// <summary>What a media item is. A clip goes the same way as a photo, frame by frame.</summary>
public enum MediaKind
{
    Photo,
    Clip,
}
