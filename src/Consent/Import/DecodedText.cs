namespace MediaGuard.Consent.Import;

/// <summary>A file's bytes as text.</summary>
/// <param name="Encoding">As people call it, for the preview.</param>
/// <param name="IsText">False when it is no text: a spreadsheet's own format, a picture, or bytes the encoding does not know.</param>
internal sealed record DecodedText(string Text, string Encoding, bool IsText)
{
    public override string ToString() => Encoding;
}
