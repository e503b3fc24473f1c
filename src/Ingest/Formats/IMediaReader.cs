namespace MediaGuard.Ingest.Formats;

/// <summary>Tells a file's format by content and reads what it says of itself.</summary>
public interface IMediaReader
{
    /// <summary>Reads from a seekable stream. Broken metadata is noted, not thrown.</summary>
    /// <exception cref="MediaGuard.Media.MediaException">NotAPicture, FormatNotSupported, Truncated (an empty file), TooLarge; DecoderDied or DecoderTimedOut where reading it hurt; DecoderUnavailable.</exception>
    Understanding Read(Stream original);
}
