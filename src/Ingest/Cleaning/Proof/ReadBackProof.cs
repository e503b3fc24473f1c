using MediaGuard.Media;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.FileType;
using MetadataExtractor.Formats.Icc;
using MetadataExtractor.Formats.Iptc;
using MetadataExtractor.Formats.Jfif;
using MetadataExtractor.Formats.Jpeg;
using MetadataExtractor.Formats.Xmp;

namespace MediaGuard.Ingest.Cleaning.Proof;

/// <summary>Reads a rendition back with MetadataExtractor, which shares no code with the encoder or with <see cref="JpegProof"/>.</summary>
internal static class ReadBackProof
{
    /// <summary>The first thing that does not belong there; None when only the picture's own directories are found.</summary>
    public static LeftoverKind Leftover(byte[] jpeg)
    {
        IReadOnlyList<MetadataExtractor.Directory> directories;
        try
        {
            directories = ImageMetadataReader.ReadMetadata(new MemoryStream(jpeg, writable: false));
        }
        catch (Exception broken) when (broken is ImageProcessingException or IOException)
        {
            return LeftoverKind.BrokenStructure;
        }

        foreach (var directory in directories)
        {
            if (directory is not (JpegDirectory or HuffmanTablesDirectory or JfifDirectory or FileTypeDirectory) || directory.HasError)
            {
                return KindOf(directory);
            }
        }

        return directories.OfType<JpegDirectory>().Count() == 1 ? LeftoverKind.None : LeftoverKind.OtherPicture;
    }

    private static LeftoverKind KindOf(MetadataExtractor.Directory directory) => directory switch
    {
        ExifDirectoryBase or GpsDirectory => LeftoverKind.Exif,
        XmpDirectory => LeftoverKind.Xmp,
        IptcDirectory => LeftoverKind.Iptc,
        IccDirectory => LeftoverKind.ColourProfile,
        JpegCommentDirectory => LeftoverKind.Comment,
        _ => LeftoverKind.FoundOnReadingBack,
    };
}
