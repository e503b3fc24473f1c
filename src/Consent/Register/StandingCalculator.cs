using MediaGuard.Consent.People;
using MediaGuard.Media;

namespace MediaGuard.Consent.Register;

/// <summary>Computes what holds on a day from everything that was ever said.</summary>
/// <remarks>
/// A record takes the place, from its first day on, of everything said before it that began by its last day. So a no that ends does not
/// bring the yes before it back: the family is asked again, and the passing of time alone turns no into yes only
/// where a yes was given for later days. A refusal outlives leaving, because it recalls and leaving does not.
/// </remarks>
internal static class StandingCalculator
{
    public static Standing StandingOf(RegisteredPerson person, PurposeId purpose, DateOnly day)
    {
        if (person.IsProtected)
        {
            return Standing.Refused;
        }

        var said = SaidOn(person, purpose, day);
        return said is not Standing.Refused && person.LeftOn < day ? Standing.Left : said;
    }

    /// <summary>The record that holds on a day; null when none does.</summary>
    public static ConsentRecord? HoldingOf(RegisteredPerson person, PurposeId purpose, DateOnly day)
    {
        if (person.Consents.IsDefaultOrEmpty)
        {
            return null;
        }

        foreach (var record in person.Consents)
        {
            if (HasBegun(record, person, purpose, day) && day <= LastDay(record) && !IsReplaced(record, person, day))
            {
                return record;
            }
        }

        return null;
    }

    /// <summary>Every no since the last yes that holds on a day; none unless a no is what holds.</summary>
    public static IReadOnlyList<ConsentRecord> NoesOf(RegisteredPerson person, PurposeId purpose, DateOnly day)
    {
        if (HoldingOf(person, purpose, day) is not { } holding || holding.Answer is ConsentAnswer.Given)
        {
            return [];
        }

        var yes = person.Consents.Where(c => c.Answer is ConsentAnswer.Given && HasBegun(c, person, purpose, day)).Select(c => c.Sequence).DefaultIfEmpty(long.MinValue).Max();
        return [.. person.Consents.Where(c => c.Answer is not ConsentAnswer.Given && c.Sequence > yes && HasBegun(c, person, purpose, day) && day <= LastDay(c))];
    }

    private static Standing SaidOn(RegisteredPerson person, PurposeId purpose, DateOnly day)
    {
        if (HoldingOf(person, purpose, day) is { } holding)
        {
            return holding.Answer is ConsentAnswer.Given ? Standing.Given : Standing.Refused;
        }

        if (!person.Consents.IsDefaultOrEmpty)
        {
            foreach (var record in person.Consents)
            {
                if (HasBegun(record, person, purpose, day))
                {
                    return Standing.Expired;
                }
            }
        }

        return Standing.NotOnRecord;
    }

    private static bool HasBegun(ConsentRecord record, RegisteredPerson person, PurposeId purpose, DateOnly day) =>
        record.From <= day && record.Purpose == purpose && record.Person == person.Id;

    private static bool IsReplaced(ConsentRecord record, RegisteredPerson person, DateOnly day)
    {
        foreach (var other in person.Consents)
        {
            if (IsLater(other, record) && HasBegun(other, person, record.Purpose, day) && LastDay(other) >= record.From)
            {
                return true;
            }
        }

        return false;
    }

    // Two records of one sequence should not exist; if they do, the no counts as the later.
    private static bool IsLater(ConsentRecord a, ConsentRecord b) =>
        a.Sequence > b.Sequence
        || (a.Sequence == b.Sequence && a.Answer is not ConsentAnswer.Given && b.Answer is ConsentAnswer.Given);

    // A yes whose last day lies before its first covers nothing; a no with such dates is taken to have no end.
    private static DateOnly LastDay(ConsentRecord record) =>
        record.Until is not { } until || (record.Answer is not ConsentAnswer.Given && until < record.From)
            ? DateOnly.MaxValue
            : until;
}
