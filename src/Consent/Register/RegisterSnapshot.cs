using MediaGuard.Consent.People;
using MediaGuard.Media;

namespace MediaGuard.Consent.Register;

/// <summary>The register as it stands at one version, asked about one day.</summary>
public sealed class RegisterSnapshot
{
    private readonly Dictionary<PersonId, RegisteredPerson> people;

    /// <param name="version">The school's register version.</param>
    /// <param name="day">The day consent is asked for: today in the school's zone, whenever the picture was taken.</param>
    /// <param name="people">Everybody the questions may be about.</param>
    /// <param name="confirmedOn">The last day the register was known to be right, by an import or by the office's word; null for never.</param>
    public RegisterSnapshot(long version, DateOnly day, IEnumerable<RegisteredPerson> people, DateOnly? confirmedOn = null)
    {
        ConfirmedOn = confirmedOn;
        Version = version;
        Day = day;
        this.people = people.ToDictionary(p => p.Id);
    }

    public long Version { get; }

    public DateOnly Day { get; }

    /// <summary>The last day the register was known to be right; null for never.</summary>
    public DateOnly? ConfirmedOn { get; }

    /// <summary>Whether the books were put back from a backup and nobody has said since that the register is right.</summary>
    public bool IsRestored { get; init; }

    /// <summary>What holds today for a person and a purpose. Somebody not on the register has nothing on record; somebody protected stands exactly as after a refusal.</summary>
    public Standing StandingOf(PersonId person, PurposeId purpose) =>
        people.TryGetValue(person, out var known) ? StandingCalculator.StandingOf(known, purpose, Day) : Standing.NotOnRecord;

    /// <summary>The record that makes what holds today, leaving and protection apart; null when nothing is on record or all has run out.</summary>
    public ConsentRecord? HoldingOf(PersonId person, PurposeId purpose) =>
        people.TryGetValue(person, out var known) ? StandingCalculator.HoldingOf(known, purpose, Day) : null;

    /// <summary>What a no said today is recorded as: it takes back the yes that holds, or refuses.</summary>
    public ConsentAnswer NoTo(PersonId person, PurposeId purpose) => HoldingOf(person, purpose)?.Answer is ConsentAnswer.Given ? ConsentAnswer.Withdrawn : ConsentAnswer.Refused;

    /// <summary>
    /// Every no since the last yes that holds today, leaving and protection apart; none where a yes holds, nothing is on record or all has run out. More than one, because
    /// each parent's own is written down.
    /// </summary>
    public IReadOnlyList<ConsentRecord> NoesOf(PersonId person, PurposeId purpose) =>
        people.TryGetValue(person, out var known) ? StandingCalculator.NoesOf(known, purpose, Day) : [];

    /// <summary>Whether the person is known to the register.</summary>
    public bool Knows(PersonId person) => people.ContainsKey(person);
}
