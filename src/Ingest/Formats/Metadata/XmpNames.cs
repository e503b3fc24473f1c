using MetadataExtractor.Formats.Xmp;

namespace MediaGuard.Ingest.Formats.Metadata;

/// <summary>Gathers texts that may name somebody, and places, from XMP.</summary>
/// <remarks>
/// Properties are told by their local name: files spell prefixes as they like. The field a name is filed under is this program's word.
/// Persons: IPTC Extension §PersonInImage, MWG guidelines 2.0 §5.9 (regions), Microsoft's People Tagging.
/// </remarks>
internal static class XmpNames
{
    private const int MostProperties = 20_000;

    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["title"] = "XMP dc:title",
        ["description"] = "XMP dc:description",
        ["subject"] = "XMP dc:subject",
        ["creator"] = "XMP dc:creator",
        ["rights"] = "XMP dc:rights",
        ["PersonInImage"] = "XMP PersonInImage",
        ["PersonName"] = "XMP PersonInImageWDetails",
        ["PersonDisplayName"] = "Microsoft face region",
        ["Name"] = "MWG face region",
        ["Description"] = "MWG face region",
        ["Headline"] = "XMP Headline",
        ["CaptionWriter"] = "XMP CaptionWriter",
        ["Credit"] = "XMP Credit",
        ["hierarchicalSubject"] = "XMP keywords",
        ["TagsList"] = "XMP keywords",
        ["LastKeywordXMP"] = "XMP keywords",
        ["LastKeywordIPTC"] = "XMP keywords",
        ["CatalogSets"] = "XMP keywords",
        ["Keywords"] = "XMP keywords",
        ["categories"] = "XMP keywords",
        ["People"] = "XMP People",
        ["caption"] = "XMP caption",
        ["notes"] = "XMP notes",
        ["author"] = "XMP author",
        ["Author"] = "XMP author",
        ["OwnerName"] = "XMP OwnerName",
        ["AltTextAccessibility"] = "XMP AltText",
        ["ExtDescrAccessibility"] = "XMP ExtDescr",
        ["Event"] = "XMP Event",
        ["ImageDescription"] = "XMP ImageDescription",
        ["Artist"] = "XMP Artist",
        ["UserComment"] = "XMP UserComment",
        ["Label"] = "XMP Label",
        ["DocumentName"] = "XMP DocumentName",
        ["Title"] = "XMP title",
    };

    private static readonly HashSet<string> Places = new(StringComparer.Ordinal)
    {
        "GPSLatitude", "GPSLongitude", "City", "State", "Country", "CountryCode", "CountryName", "Location", "Sublocation", "LocationName", "ProvinceState", "WorldRegion",
    };

    /// <summary>True when a place was present.</summary>
    public static bool Gather(XmpDirectory directory, FoundNames names)
    {
        var place = false;
        foreach (var property in (directory.XmpMeta?.Properties ?? []).Take(MostProperties))
        {
            if (string.IsNullOrWhiteSpace(property.Value) || property.Path is not { } path)
            {
                continue;
            }

            var local = LocalName(path);
            place |= Places.Contains(local);
            if (Fields.TryGetValue(local, out var field))
            {
                names.Add(field, property.Value);
            }
        }

        return place;
    }

    /// <summary><c>mwg-rs:Regions/mwg-rs:RegionList[1]/mwg-rs:Name</c> is <c>Name</c>, <c>dc:title[1]</c> is <c>title</c>; qualifiers (<c>?xml:lang</c>) have none.</summary>
    private static string LocalName(string path)
    {
        var leaf = path[(path.LastIndexOf('/') + 1)..];
        if (leaf.Contains('?', StringComparison.Ordinal))
        {
            return "";
        }

        var bracket = leaf.IndexOf('[', StringComparison.Ordinal);
        leaf = bracket >= 0 ? leaf[..bracket] : leaf;
        return leaf[(leaf.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }
}
