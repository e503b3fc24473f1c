using System.Text;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Gif;
using MetadataExtractor.Formats.Iptc;
using MetadataExtractor.Formats.Jpeg;
using MetadataExtractor.Formats.Png;

namespace MediaGuard.Ingest.Formats.Metadata;

/// <summary>Gathers texts that may name somebody from every directory but XMP.</summary>
internal static class NameFields
{
    private static readonly (int Tag, string Field)[] Exif =
    [
        (ExifDirectoryBase.TagImageDescription, "EXIF ImageDescription"),
        (ExifDirectoryBase.TagArtist, "EXIF Artist"),
        (ExifDirectoryBase.TagCopyright, "EXIF Copyright"),
        (ExifDirectoryBase.TagUserComment, "EXIF UserComment"),
        (ExifDirectoryBase.TagWinTitle, "EXIF XPTitle"),
        (ExifDirectoryBase.TagWinComment, "EXIF XPComment"),
        (ExifDirectoryBase.TagWinAuthor, "EXIF XPAuthor"),
        (ExifDirectoryBase.TagWinKeywords, "EXIF XPKeywords"),
        (ExifDirectoryBase.TagWinSubject, "EXIF XPSubject"),
        (ExifDirectoryBase.TagCameraOwnerName, "EXIF CameraOwnerName"),
    ];

    private static readonly (int Tag, string Field)[] Iptc =
    [
        (IptcDirectory.TagObjectName, "IPTC ObjectName"),
        (IptcDirectory.TagHeadline, "IPTC Headline"),
        (IptcDirectory.TagCaption, "IPTC Caption"),
        (IptcDirectory.TagCaptionWriter, "IPTC CaptionWriter"),
        (IptcDirectory.TagByLine, "IPTC By-line"),
        (IptcDirectory.TagCredit, "IPTC Credit"),
        (IptcDirectory.TagContact, "IPTC Contact"),
        (IptcDirectory.TagKeywords, "IPTC Keywords"),
        (IptcDirectory.TagSpecialInstructions, "IPTC SpecialInstructions"),
        (IptcDirectory.TagCopyrightNotice, "IPTC CopyrightNotice"),
    ];

    public static void Gather(MetadataExtractor.Directory directory, FoundNames names)
    {
        switch (directory)
        {
            case ExifIfd0Directory or ExifSubIfdDirectory or ExifImageDirectory:
                Gather(directory, Exif, names);
                break;
            case IptcDirectory iptc:
                Gather(iptc, Iptc, names);
                break;
            case JpegCommentDirectory:
                names.Add("JPEG comment", directory.GetDescription(JpegCommentDirectory.TagComment));
                break;
            case GifCommentDirectory:
                names.Add("GIF comment", directory.GetDescription(GifCommentDirectory.TagComment));
                break;
            case PngDirectory when directory.GetObject(PngDirectory.TagTextualData) is IEnumerable<MetadataExtractor.KeyValuePair> pairs:
                foreach (var pair in pairs.Where(pair => pair.Key != "XML:com.adobe.xmp"))
                {
                    names.Add("PNG text", pair.Value.ToString(Encoding.UTF8));
                }

                break;
            default:
                break;
        }
    }

    private static void Gather(MetadataExtractor.Directory directory, (int Tag, string Field)[] fields, FoundNames names)
    {
        foreach (var (tag, field) in fields)
        {
            if (directory.GetObject(tag) is StringValue[] or string[])
            {
                foreach (var text in directory.GetStringArray(tag) ?? [])
                {
                    names.Add(field, text);
                }
            }
            else
            {
                names.Add(field, directory.GetDescription(tag));
            }
        }
    }
}
