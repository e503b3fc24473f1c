namespace MediaGuard.Journey.Inspection;

/// <summary>A region marked in a file's metadata, for whoever asked about their own file.</summary>
/// <param name="Kind">Face, Pet, Focus, BarCode, Other, or Unstated.</param>
/// <param name="Name">Whom or what the file says it shows; null where it says nothing.</param>
/// <param name="CentreX">Centre and size as fractions of the picture; all null where the file does not say.</param>
public sealed record RegionReport(string Kind, string? Name, double? CentreX, double? CentreY, double? Width, double? Height)
{
    public override string ToString() => Kind;
}
