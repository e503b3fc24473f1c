using MetadataExtractor.Formats.Xmp;

namespace MediaGuard.Ingest.Formats.Metadata;

/// <summary>Gathers texts that may name somebody, and places, from XMP. Marked regions are <see cref="XmpRegions"/>' matter.</summary>
/// <remarks>
/// Properties are told by their local name: files spell prefixes as they like. The field a name is filed under is this program's word.
/// Persons: IPTC Extension §PersonInImage.
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

            var local = XmpPath.Leaf(path);
            place |= Places.Contains(local);
            if (Fields.TryGetValue(local, out var field))
            {
                names.Add(field, property.Value);
            }
            else if (local is "Name" && path.Contains(":ImageRegion[", StringComparison.Ordinal))
            {
                names.Add("IPTC image region", property.Value);
            }
        }

        return place;
    }
}
