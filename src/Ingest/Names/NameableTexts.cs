using MediaGuard.Ingest.Formats;

namespace MediaGuard.Ingest.Names;

/// <summary>The texts of a file that may name somebody.</summary>
public static class NameableTexts
{
    /// <summary>The file's own name, the folders below the class's, and what its metadata says. The class's folder names a class, not a person.</summary>
    /// <param name="relativePath">Below the share's root, separated by <c>/</c>; the first folder is the class's.</param>
    public static IEnumerable<NameableText> Of(string relativePath, IEnumerable<FoundName> found)
    {
        ArgumentNullException.ThrowIfNull(relativePath);
        ArgumentNullException.ThrowIfNull(found);
        var parts = relativePath.Split('/');
        var folders = parts.Skip(1).Take(Math.Max(0, parts.Length - 2)).Select(folder => new NameableText(NameField.Folder, folder));
        return [new NameableText(NameField.FileName, WithoutExtension(parts[^1])), .. folders, .. found.Select(name => new NameableText(KindOf(name.Field), name.Text))];
    }

    /// <summary>What kind of field a <see cref="FoundName.Field"/> is.</summary>
    public static NameField KindOf(string field) => field switch
    {
        "XMP PersonInImage" or "XMP PersonInImageWDetails" or "MWG face region" or "Microsoft face region" or "XMP People" => NameField.Person,
        "XMP dc:title" or "XMP title" or "XMP Headline" or "XMP Event" or "XMP DocumentName" or "XMP Label" or "EXIF XPTitle" or "EXIF XPSubject"
            or "IPTC ObjectName" or "IPTC Headline" => NameField.Title,
        "XMP dc:subject" or "XMP keywords" or "EXIF XPKeywords" or "IPTC Keywords" => NameField.Keyword,
        "XMP dc:creator" or "XMP dc:rights" or "XMP CaptionWriter" or "XMP Credit" or "XMP author" or "XMP OwnerName" or "XMP Artist" or "EXIF Artist" or "EXIF Copyright"
            or "EXIF XPAuthor" or "EXIF CameraOwnerName" or "IPTC CaptionWriter" or "IPTC By-line" or "IPTC Credit" or "IPTC Contact" or "IPTC CopyrightNotice" => NameField.Author,
        "XMP dc:description" or "XMP caption" or "XMP notes" or "XMP AltText" or "XMP ExtDescr" or "XMP ImageDescription" or "XMP UserComment" or "EXIF ImageDescription"
            or "EXIF UserComment" or "EXIF XPComment" or "IPTC Caption" or "IPTC SpecialInstructions" or "JPEG comment" or "GIF comment" or "PNG text" or "MWG region description"
            or "IPTC image region" => NameField.Caption,
        _ => NameField.Other,
    };

    /// <summary>An extension is short: the part behind a name's last dot may be a name too.</summary>
    private static string WithoutExtension(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot > 0 && name.Length - dot is > 1 and <= 5 ? name[..dot] : name;
    }
}
