using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Consent.Import;

/// <summary>A person of the register as an import sees one.</summary>
/// <param name="Classes">The classes, not clubs, the person belongs to today.</param>
/// <param name="Answers">What holds today for each purpose, leaving apart; a purpose that is missing was never answered.</param>
public sealed record KnownPerson(
    PersonId Id,
    bool IsPupil,
    string? Key,
    string FullName,
    string PreferredName,
    int? Year,
    DateOnly? LeftOn,
    ImmutableArray<GroupId> Classes,
    ImmutableDictionary<PurposeId, KnownAnswer> Answers)
{
    /// <summary>Other names people use, parted by commas.</summary>
    public string Nicknames { get; init; } = "";

    /// <summary>Parents and guardians, those who are one no longer too.</summary>
    public ImmutableArray<KnownGuardian> Guardians { get; init; } = [];

    internal KnownAnswer AnswerTo(PurposeId purpose) => Answers.GetValueOrDefault(purpose, KnownAnswer.None);

    public override string ToString() => Id.ToString();
}
