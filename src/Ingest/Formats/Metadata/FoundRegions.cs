using System.Collections.Immutable;

namespace MediaGuard.Ingest.Formats.Metadata;

/// <summary>Gathers marked regions, at most <see cref="Most"/>, their names tidied as found names are.</summary>
internal sealed class FoundRegions
{
    public const int Most = 100;

    private readonly List<FoundRegion> _regions = [];

    public void Add(RegionKind kind, string? name, RegionArea? area)
    {
        if (_regions.Count < Most)
        {
            _regions.Add(new(kind, FoundNames.Tidy(name ?? "") is { Length: > 0 } tidy ? tidy : null, area));
        }
    }

    public ImmutableArray<FoundRegion> ToRegions() => [.. _regions];
}
