using MediaGuard.Ingest.Formats;
using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>A region marked in the file's metadata: what it shows, whom it names, where it lies as fractions of the picture.</summary>
internal sealed class FoundRegionRow
{
    public SchoolId SchoolId { get; set; }
    public Guid Id { get; set; }
    public MediaId MediaId { get; set; }
    public RegionKind Kind { get; set; }
    public string? Name { get; set; }

    // centre and size; null where the file does not say
    public double? CentreX { get; set; }
    public double? CentreY { get; set; }
    public double? Width { get; set; }
    public double? Height { get; set; }
}
