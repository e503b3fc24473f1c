namespace MediaGuard.Records.Register;

/// <summary>One remark for the screen. Holds names and words of the file: never for a log.</summary>
/// <param name="Code">Stable, for machines.</param>
/// <param name="Row">As a spreadsheet numbers it; null when it is about the whole file.</param>
/// <param name="Detail">The word or heading it is about.</param>
public sealed record ImportRemarkView(string Code, ImportTone Tone, int? Row, string Sentence, string Detail, string? Name, string? Purpose)
{
    public override string ToString() => Code;
}
