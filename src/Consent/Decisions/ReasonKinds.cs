using MediaGuard.Media;

namespace MediaGuard.Consent.Decisions;

/// <summary>Sorts reason codes by their hundreds. A code nobody knows is a failure, which nobody can discharge.</summary>
public static class ReasonKinds
{
    public static ReasonKind Kind(this ReasonCode code) => ((int)code / 100) switch
    {
        1 => ReasonKind.Consent,
        2 => ReasonKind.Knowledge,
        3 => ReasonKind.Doubt,
        5 => ReasonKind.Refusal,
        6 => ReasonKind.Quarantine,
        7 => ReasonKind.Ending,
        8 => ReasonKind.Waiting,
        _ => ReasonKind.Failure,
    };

    /// <summary>Whether an approval that lists this code ends it.</summary>
    public static bool IsDischargeable(this ReasonCode code) => code.Kind() is ReasonKind.Doubt;

    /// <summary>The verdict a reason brings about; never Cleared.</summary>
    public static Verdict Verdict(this ReasonCode code) =>
        code is ReasonCode.PersonRefused || code.Kind() is ReasonKind.Refusal ? Media.Verdict.Refused : Media.Verdict.Held;
}
