namespace MediaGuard.Ingest.Formats;

/// <summary>A text in a file's metadata that may name somebody.</summary>
/// <param name="Field">Where it stood, for example <c>XMP dc:title</c>, <c>IPTC Keywords</c>, <c>MWG face region</c>.</param>
/// <param name="Text">The text; personal data.</param>
public sealed record FoundName(string Field, string Text)
{
    public override string ToString() => Field;
}
