namespace MediaGuard.Records.Views;

/// <summary>One photo, large, with everything needed to decide about it.</summary>
/// <param name="Pool">Everybody the photo may show (its class and its staff on the day), by name, with today's consents.</param>
/// <param name="NobodyFromOutside">Attested.</param>
/// <param name="NobodyElse">Attested.</param>
/// <param name="Absent">Attested absent.</param>
/// <param name="Camera">Make and model as the file said, for the office.</param>
/// <param name="FileName">The file's own name on the device; personal data.</param>
/// <param name="Said">What was attested, by whom and when, newest first.</param>
public sealed record PhotoDetail(
    PhotoView Photo,
    IReadOnlyList<FaceView> Faces,
    IReadOnlyList<PersonView> Pool,
    bool NobodyFromOutside,
    bool NobodyElse,
    IReadOnlySet<Media.PersonId> Absent,
    string? Camera,
    string FileName,
    IReadOnlyList<SaidView> Said)
{
    /// <summary>Whom the file's name and metadata name, the surest first; weak ones too.</summary>
    public IReadOnlyList<NameHintView> NameHints { get; init; } = [];

    /// <summary>What leaves for channels somebody was blurred or cropped out for.</summary>
    public IReadOnlyList<RedactionView> Redactions { get; init; } = [];

    /// <summary>What cleaning made other than it was: words of this program, as <c>first frame only</c>.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public override string ToString() => Photo.ToString();
}
