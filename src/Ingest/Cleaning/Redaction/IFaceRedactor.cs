using MediaGuard.Media;

namespace MediaGuard.Ingest.Cleaning.Redaction;

/// <summary>Makes a rendition in which somebody is not seen any more.</summary>
public interface IFaceRedactor
{
    /// <summary>
    /// Covers and crops, encodes anew and proves the result as cleaning does. Every covered pixel has one colour, whatever was under it.
    /// Takes renditions the program made itself.
    /// </summary>
    /// <exception cref="MediaException">Undecodable; LeftoverFound; CleaningFailed when nothing of the picture would be left: nothing is returned that was not proven.</exception>
    CleanedPicture Redact(ReadOnlyMemory<byte> rendition, PictureRedaction redaction);
}
