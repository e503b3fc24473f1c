using System.Collections.Immutable;
using MediaGuard.Consent.Biometrics;
using MediaGuard.Media;

namespace MediaGuard.Records.Matching;

/// <summary>One person and what is on record of their enrolment; holds names.</summary>
/// <param name="Groups">Names of the groups the person belongs to today.</param>
/// <param name="Gaps">What is missing; empty when the person may be enrolled.</param>
/// <param name="EnrolledAt">Null when not enrolled.</param>
/// <param name="Photos">From how many photos.</param>
/// <param name="KeptPhotos">How many of them are kept.</param>
public sealed record EnrolmentView(
    PersonId Id,
    string Name,
    bool IsPupil,
    string Groups,
    ImmutableArray<EnrolmentGap> Gaps,
    IReadOnlyList<GuardianView> Guardians,
    DateOnly? RefusedOn,
    Instant? EnrolledAt,
    int Photos,
    int KeptPhotos)
{
    /// <summary>The template was made by another model than the one installed now: it is compared with nothing, and the person is to be enrolled again.</summary>
    public bool IsOutdated { get; init; }

    /// <summary>The gaps in words.</summary>
    public IReadOnlyList<string> Missing => [.. Gaps.Select(BiometricSentences.For)];

    public override string ToString() => Id.ToString();
}
