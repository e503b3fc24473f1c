using System.Globalization;
using MetadataExtractor.Formats.Xmp;

namespace MediaGuard.Ingest.Formats.Metadata;

/// <summary>Reads the region lists of XMP: MWG guidelines 2.0 §5.9 and Microsoft's People Tagging. Pets, bar codes and focus points name nobody.</summary>
internal sealed class XmpRegions
{
    private const int MostProperties = 20_000;

    private readonly Dictionary<string, Dictionary<string, string>> _mwg = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, string>> _microsoft = new(StringComparer.Ordinal);
    private double _width;
    private double _height;

    private XmpRegions()
    {
    }

    public static void Gather(XmpDirectory directory, FoundNames names, FoundRegions regions)
    {
        var found = new XmpRegions();
        foreach (var property in (directory.XmpMeta?.Properties ?? []).Take(MostProperties))
        {
            if (!string.IsNullOrWhiteSpace(property.Value) && property.Path is { } path)
            {
                found.Take(XmpPath.LocalNames(path), property.Value);
            }
        }

        foreach (var fields in found._mwg.Values)
        {
            found.AddMwg(fields, names, regions);
        }

        foreach (var fields in found._microsoft.Values)
        {
            var name = fields.GetValueOrDefault("PersonDisplayName");
            names.Add("Microsoft face region", name);
            regions.Add(RegionKind.Face, name, Rectangle(fields.GetValueOrDefault("Rectangle")));
        }
    }

    /// <remarks><c>Regions/RegionList[1]/Area/x</c>, <c>Regions/AppliedToDimensions/w</c>; <c>RegionInfo/Regions[1]/Rectangle</c>.</remarks>
    private void Take(string[] path, string value)
    {
        switch (path)
        {
            case ["Regions", var entry, .. var field] when entry.StartsWith("RegionList[", StringComparison.Ordinal) && field.Length is 1 or 2:
                Of(_mwg, entry).TryAdd(string.Join('/', field), value);
                break;
            case ["Regions", "AppliedToDimensions", "w"]:
                _width = Number(value);
                break;
            case ["Regions", "AppliedToDimensions", "h"]:
                _height = Number(value);
                break;
            case ["RegionInfo", var entry, var field] when entry.StartsWith("Regions[", StringComparison.Ordinal):
                Of(_microsoft, entry).TryAdd(field, value);
                break;
            default:
                break;
        }
    }

    private static Dictionary<string, string> Of(Dictionary<string, Dictionary<string, string>> regions, string entry) =>
        regions.TryGetValue(entry, out var fields) ? fields : regions[entry] = new(StringComparer.Ordinal);

    private void AddMwg(Dictionary<string, string> fields, FoundNames names, FoundRegions regions)
    {
        var kind = KindOf(fields.GetValueOrDefault("Type"));
        var name = fields.GetValueOrDefault("Name");
        if (kind is RegionKind.Face or RegionKind.Unstated)
        {
            names.Add("MWG face region", name);
        }

        names.Add("MWG region description", fields.GetValueOrDefault("Description"));
        regions.Add(kind, name, Area(fields));
    }

    private static RegionKind KindOf(string? type) => type?.Trim() switch
    {
        null or "" => RegionKind.Unstated,
        "Face" => RegionKind.Face,
        "Pet" => RegionKind.Pet,
        "Focus" => RegionKind.Focus,
        "BarCode" => RegionKind.BarCode,
        _ => RegionKind.Other,
    };

    private RegionArea? Area(Dictionary<string, string> fields)
    {
        var (x, y) = (Number(fields.GetValueOrDefault("Area/x")), Number(fields.GetValueOrDefault("Area/y")));
        var d = fields.TryGetValue("Area/d", out var diameter) ? Number(diameter) : 0;
        var (w, h) = (fields.TryGetValue("Area/w", out var wide) ? Number(wide) : d, fields.TryGetValue("Area/h", out var high) ? Number(high) : d);
        return fields.GetValueOrDefault("Area/unit") == "pixel" ? RegionArea.Of(x / _width, y / _height, w / _width, h / _height) : RegionArea.Of(x, y, w, h);
    }

    /// <summary>Left, top, width and height as fractions.</summary>
    private static RegionArea? Rectangle(string? text) =>
        text?.Split(',') is [var left, var top, var width, var height]
            ? RegionArea.Of(Number(left) + (Number(width) / 2), Number(top) + (Number(height) / 2), Number(width), Number(height))
            : null;

    private static double Number(string? text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
}
