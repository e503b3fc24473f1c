using MediaGuard.Media;

namespace MediaGuard.Consent.Import;

/// <summary>One thing said about a file.</summary>
/// <param name="Row">As a spreadsheet numbers it, the first line of the file being 1; null when it is about the whole.</param>
/// <param name="Detail">The heading or word it is about; may be personal, so it is for the screen only.</param>
public sealed record ImportRemark(RemarkKind Kind, RemarkWeight Weight, int? Row, string Detail = "", PersonId? Person = null, PurposeId? Purpose = null)
{
    public override string ToString() => $"{Kind} {Row}";
}
