using MetadataExtractor;
using MetadataExtractor.Formats.FileType;
using MetadataExtractor.Formats.Jfif;
using MetadataExtractor.Formats.Jpeg;

namespace MediaGuard.Ingest.Cleaning.Proof;

/// <summary>Reads a rendition back with MetadataExtractor, which shares no code with the encoder or with <see cref="JpegProof"/>.</summary>
internal static class ReadBackProof
{
    /// <summary>What does not belong there, in a word; null when only the picture's own directories are found.</summary>
    public static string? Leftover(byte[] jpeg)
    {
        IReadOnlyList<MetadataExtractor.Directory> directories;
        try
        {
            directories = ImageMetadataReader.ReadMetadata(new MemoryStream(jpeg, writable: false));
        }
        catch (Exception broken) when (broken is ImageProcessingException or IOException)
        {
            return "unreadable";
        }

        foreach (var directory in directories)
        {
            if (directory is not (JpegDirectory or HuffmanTablesDirectory or JfifDirectory or FileTypeDirectory) || directory.HasError)
            {
                return $"directory {directory.GetType().Name}";
            }
        }

        return directories.OfType<JpegDirectory>().Count() == 1 ? null : "not one picture";
    }
}
