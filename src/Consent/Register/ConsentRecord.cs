using MediaGuard.Media;

namespace MediaGuard.Consent.Register;

/// <summary>One thing said about one purpose; append-only. What holds on a day is computed from all of them.</summary>
/// <param name="Sequence">Order of recording within the school; the later wins on the days both cover.</param>
/// <param name="From">First day it holds.</param>
/// <param name="Until">Last day it holds ("until 31 July" includes the 31st); null for as long as the person is here.</param>
public sealed record ConsentRecord(
    long Sequence,
    PersonId Person,
    PurposeId Purpose,
    ConsentAnswer Answer,
    DateOnly From,
    DateOnly? Until)
{
    /// <summary>On what ground; it changes nothing about what holds.</summary>
    public LawfulBasis Basis { get; init; }

    /// <summary>How it was said; see <see cref="HowSaid"/>.</summary>
    public string How { get; init; } = "";

    /// <summary>Which parent or guardian said it; null when that is not on record.</summary>
    public Guid? Guardian { get; init; }

    public override string ToString() => $"Record {Sequence}";
}
