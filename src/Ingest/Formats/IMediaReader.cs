namespace MediaGuard.Ingest.Formats;

/// <summary>Tells a file's format by content and reads what it says of itself.</summary>
public interface IMediaReader
{
    /// <summary>Reads from a seekable stream. Broken metadata is noted, not thrown.</summary>
    /// <exception cref="MediaGuard.Media.MediaException">NotAPicture or FormatNotSupported or Truncated (an empty file).</exception>
    Understanding Read(Stream original);
}
