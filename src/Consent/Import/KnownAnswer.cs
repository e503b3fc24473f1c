using MediaGuard.Consent.Register;

namespace MediaGuard.Consent.Import;

/// <summary>What holds for a purpose.</summary>
/// <param name="IsSaidByPerson">A person said so. False where an import ended a yes because its file no longer showed one: nobody refused.</param>
public sealed record KnownAnswer(Standing Standing, bool IsSaidByPerson)
{
    public static readonly KnownAnswer None = new(Standing.NotOnRecord, false);
}
