using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Consent.Biometrics;

/// <summary>Whether the faces of one picture may be compared at all.</summary>
/// <remarks>Protection of Freedoms Act 2012 s28 counts the comparing itself, whether or not anything is kept: so everybody the picture may show must have consented first.</remarks>
public static class ComparingRule
{
    /// <param name="isOn">Matching is switched on for the school and for the picture's group.</param>
    /// <param name="hasAdvice">The lead recorded other legal advice.</param>
    /// <param name="pool">Everybody the picture may show; null when that is not known.</param>
    /// <param name="people">What is on record of them; somebody who is missing permits nothing.</param>
    public static bool Allows(
        bool isOn, bool hasAdvice, IReadOnlyCollection<PersonId>? pool, ImmutableDictionary<PersonId, BiometricPerson> people, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(people);
        return isOn && pool is { Count: > 0 } && (hasAdvice || pool.All(person => people.TryGetValue(person, out var known) && known.Permits(day)));
    }
}
