using MetadataExtractor.Formats.Exif;
using MetadataExtractor.IO;

namespace MediaGuard.Ingest.Formats.Heif;

/// <summary>Finds Exif in HEIF and AVIF files whose item table no reader followed.</summary>
internal static class HeifExif
{
    /// <summary>Reads at the first <c>Exif 00 00</c> that a TIFF header follows (ISO 23008-12 §A.2.1).</summary>
    public static IReadOnlyList<MetadataExtractor.Directory> Read(byte[] file)
    {
        var at = 0;
        while (at < file.Length)
        {
            var next = file.AsSpan(at).IndexOf("Exif\0\0"u8);
            if (next < 0)
            {
                return [];
            }

            at += next + 6;
            if (file.AsSpan(at).StartsWith("II*\0"u8) || file.AsSpan(at).StartsWith("MM\0*"u8))
            {
                return new ExifReader().Extract(new ByteArrayReader(file, at));
            }
        }

        return [];
    }
}
