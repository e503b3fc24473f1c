using MediaGuard.Media;

namespace MediaGuard.Ingest.Formats.Dressing;

/// <summary>What a made-up device writes into a picture.</summary>
/// <param name="Title">An XMP title that names somebody, as a careless teacher types one.</param>
public sealed record DressedPicture(string Make, string Model, DateTime Taken, double Latitude, double Longitude, string Title)
{
    public override string ToString() => nameof(DressedPicture);
}
