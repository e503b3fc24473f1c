namespace MediaGuard.Media;

/// <summary>A file's format as its content says, never its name.</summary>
public enum MediaFormat
{
    Unknown = 0,
    Jpeg,
    Png,
    Heif,
    Avif,
    WebP,
    Gif,
    Tiff,
    Bmp,
    CameraRaw,
    QuickTime,
    Mp4,
}
