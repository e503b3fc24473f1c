using MediaGuard.Media;

namespace MediaGuard.Consent.Import;

/// <summary>One difference that applying writes.</summary>
/// <param name="Person">Null for a new class and everything about a new person, who is known by the row.</param>
/// <param name="Row">Null for those the file no longer lists.</param>
/// <param name="Day">For leaving: the last day here.</param>
/// <param name="Text">For a new class and a change of class: the class's name.</param>
public sealed record ImportChange(
    ImportChangeKind Kind, PersonId? Person, ImportRow? Row, PurposeId? Purpose = null, FileAnswer? Answer = null, DateOnly? Day = null, string Text = "")
{
    /// <summary>For guardians: as the file names them.</summary>
    public FileContact? Contact { get; init; }

    /// <summary>For a change of a guardian: who.</summary>
    public Guid? Guardian { get; init; }

    /// <summary>About somebody who was not on the register before.</summary>
    public bool IsOfNewPerson => Person is null && Row is not null;

    public override string ToString() => $"{Kind} {Row}";
}
