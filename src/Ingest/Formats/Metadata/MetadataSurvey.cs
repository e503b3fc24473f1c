using System.Collections.Immutable;
using MetadataExtractor;
using MetadataExtractor.Formats.Adobe;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Exif.Makernotes;
using MetadataExtractor.Formats.Gif;
using MetadataExtractor.Formats.Icc;
using MetadataExtractor.Formats.Iptc;
using MetadataExtractor.Formats.Jpeg;
using MetadataExtractor.Formats.Photoshop;
using MetadataExtractor.Formats.Xmp;

namespace MediaGuard.Ingest.Formats.Metadata;

/// <summary>Counts what two readers saw: tags by MetadataExtractor's directories, pieces by our own walk over the structure.</summary>
internal static class MetadataSurvey
{
    public static ImmutableSortedDictionary<string, int> Count(IEnumerable<MetadataExtractor.Directory> directories, FormatFacts facts)
    {
        var tags = new MetadataKinds();
        foreach (var directory in directories)
        {
            if (KindOf(directory) is { } kind)
            {
                tags.Add(kind, Math.Max(directory.TagCount, directory is XmpDirectory ? 1 : 0));
            }
        }

        var all = new MetadataKinds();
        all.Merge(facts.Kinds);
        all.Merge(tags.ToCounts());
        return all.ToCounts();
    }

    private static string? KindOf(MetadataExtractor.Directory directory) => directory switch
    {
        GpsDirectory => MetadataKinds.Gps,
        ExifThumbnailDirectory => MetadataKinds.Thumbnail,
        XmpDirectory => MetadataKinds.Xmp,
        IptcDirectory => MetadataKinds.Iptc,
        IccDirectory => MetadataKinds.Icc,
        JpegCommentDirectory or GifCommentDirectory => MetadataKinds.Comment,
        PhotoshopDirectory => MetadataKinds.Photoshop,
        AdobeJpegDirectory => null,
        ExifDirectoryBase => MetadataKinds.Exif,
        _ when directory.GetType().Namespace == typeof(CanonMakernoteDirectory).Namespace => MetadataKinds.MakerNotes,
        _ => null,
    };
}
