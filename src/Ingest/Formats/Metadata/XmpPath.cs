namespace MediaGuard.Ingest.Formats.Metadata;

/// <summary>The path of an XMP property without prefixes, which files spell as they like.</summary>
internal static class XmpPath
{
    /// <summary><c>mwg-rs:Regions/mwg-rs:RegionList[1]/mwg-rs:Name</c> is <c>Regions</c>, <c>RegionList[1]</c>, <c>Name</c>; of a qualifier (<c>?xml:lang</c>) none.</summary>
    public static string[] LocalNames(string path) => path.Contains('?', StringComparison.Ordinal) ? [] : [.. path.Split('/').Select(WithoutPrefix)];

    /// <summary>The last name without its place in a list: <c>dc:title[1]</c> is <c>title</c>; empty for a qualifier.</summary>
    public static string Leaf(string path)
    {
        var leaf = path[(path.LastIndexOf('/') + 1)..];
        if (leaf.Contains('?', StringComparison.Ordinal))
        {
            return "";
        }

        var bracket = leaf.IndexOf('[', StringComparison.Ordinal);
        return WithoutPrefix(bracket >= 0 ? leaf[..bracket] : leaf);
    }

    private static string WithoutPrefix(string name) => name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
