using MediaGuard.Ingest.Formats.Heif;
using MediaGuard.Ingest.Formats.Png;
using MediaGuard.Media;
using MetadataExtractor;
using MetadataExtractor.Formats.Xmp;

namespace MediaGuard.Ingest.Formats.Metadata;

/// <summary>Reads every metadata directory MetadataExtractor finds, and what it passes over. Broken metadata gives fewer directories, never an exception.</summary>
internal static class MetadataDirectories
{
    /// <summary>An XMP packet beyond this is not read; it is removed all the same.</summary>
    private const int LargestPacket = 16 << 20;

    public static IReadOnlyList<MetadataExtractor.Directory> Read(byte[] file, MediaFormat format)
    {
        var directories = new List<MetadataExtractor.Directory>();
        Try(() => directories.AddRange(ImageMetadataReader.ReadMetadata(new MemoryStream(format == MediaFormat.Png ? PngMetadata.Only(file) : file, writable: false))));
        if (format is MediaFormat.Heif or MediaFormat.Avif)
        {
            if (!directories.Exists(directory => directory is MetadataExtractor.Formats.Exif.ExifDirectoryBase))
            {
                Try(() => directories.AddRange(HeifExif.Read(file)));
            }
        }

        if (!directories.Exists(directory => directory is XmpDirectory) && Packet(file) is { } packet)
        {
            Try(() => directories.Add(new XmpReader().Extract(packet)));
        }

        return directories;
    }

    /// <summary>XMP is written to be found by scanning for its wrapper (XMP part 3 §2): so is any that sits where no reader looks.</summary>
    private static byte[]? Packet(ReadOnlySpan<byte> file)
    {
        var start = file.IndexOf("<x:xmpmeta"u8);
        if (start < 0)
        {
            return null;
        }

        var end = file[start..].IndexOf("</x:xmpmeta>"u8);
        return end < 0 || end > LargestPacket ? null : file.Slice(start, end + "</x:xmpmeta>"u8.Length).ToArray();
    }

    private static void Try(Action read)
    {
        try
        {
            read();
        }
#pragma warning disable CA1031 // a reader may fail on hostile bytes in ways its documentation does not name; what it says is a convenience, the picture is rebuilt from pixels whatever it says
        catch (Exception) // also OutOfMemoryException: a length that lies asks for more than any array holds
#pragma warning restore CA1031
        {
            // Nothing is known, so nothing is noted.
        }
    }
}
