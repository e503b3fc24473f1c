using System.Collections.Immutable;
using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Media;

namespace MediaGuard.Consent.Biometrics;

/// <summary>What stands between a person and the comparing of their face, on one day.</summary>
/// <param name="Standing">Of the purpose <see cref="Purpose"/>.</param>
/// <param name="HasWrittenConsent">The yes that holds was given in writing, as consent and on no other ground, and its evidence is on record.</param>
/// <param name="IsByParent">The yes that holds was given by one of <paramref name="Guardians"/>.</param>
/// <param name="RefusedOn">The day the person themselves refused, in words or by turning away; null when they did not.</param>
/// <param name="Guardians">Every parent or guardian on the register.</param>
/// <remarks>Protection of Freedoms Act 2012 s26: what holds for a pupil holds for no adult, who consents alone; a refusal by the child always wins.</remarks>
public sealed record BiometricPerson(
    PersonId Id, PersonKind Kind, Standing Standing, bool HasWrittenConsent, bool IsByParent, DateOnly? RefusedOn, ImmutableArray<BiometricGuardian> Guardians)
{
    public static PurposeId Purpose { get; } = new("biometric");

    /// <summary>Everything that is missing on <paramref name="day"/>; empty when the person may be enrolled and compared.</summary>
    public ImmutableArray<EnrolmentGap> Gaps(DateOnly day)
    {
        var gaps = ImmutableArray.CreateBuilder<EnrolmentGap>();
        if (RefusedOn is not null)
        {
            gaps.Add(EnrolmentGap.PersonRefused);
        }

        if (Kind is PersonKind.Pupil)
        {
            AddGuardians(gaps, day);
        }

        if (Standing is Standing.Left)
        {
            gaps.Add(EnrolmentGap.HasLeft);
        }
        else if (Standing is not Standing.Given)
        {
            gaps.Add(Standing is Standing.Refused ? EnrolmentGap.ConsentRefused : EnrolmentGap.NoConsent);
        }
        else if (!HasWrittenConsent)
        {
            gaps.Add(EnrolmentGap.ConsentNotWritten);
        }
        else if (!IsByParent && Kind is PersonKind.Pupil)
        {
            gaps.Add(EnrolmentGap.ConsentNotByParent);
        }

        return gaps.ToImmutable();
    }

    /// <summary>Whether this person's face may be compared on that day.</summary>
    public bool Permits(DateOnly day) => Gaps(day).IsEmpty;

    public override string ToString() => $"Person {Id}";

    private void AddGuardians(ImmutableArray<EnrolmentGap>.Builder gaps, DateOnly day)
    {
        if (Guardians.IsDefaultOrEmpty)
        {
            gaps.Add(EnrolmentGap.NoGuardianOnRecord);
            return;
        }

        if (Guardians.Any(g => g.NotifiedOn is not { } told || told > day))
        {
            gaps.Add(EnrolmentGap.GuardianNotNotified);
        }

        if (Guardians.Any(g => g.ObjectedOn is not null))
        {
            gaps.Add(EnrolmentGap.GuardianObjects);
        }
    }
}
