namespace MediaGuard.Ingest.Formats;

/// <summary>A region somebody or some program marked in a file's metadata.</summary>
/// <param name="Kind">What it shows.</param>
/// <param name="Name">Whom or what, where the file says; personal data.</param>
/// <param name="Area">Where, where the file says.</param>
public sealed record FoundRegion(RegionKind Kind, string? Name, RegionArea? Area)
{
    public override string ToString() => Kind.ToString();
}
