using System.Collections.Immutable;
using MediaGuard.Consent.Register;
using MediaGuard.Media;

namespace MediaGuard.Consent.People;

/// <summary>A person as the rules see one: no name, only what holds.</summary>
/// <param name="LeftOn">The last day at the school; null while here. Consent ends with it.</param>
/// <param name="IsProtected">Never published, whatever is on record; looks to ordinary staff like a parent's refusal.</param>
public sealed record RegisteredPerson(
    PersonId Id,
    PersonKind Kind,
    DateOnly? LeftOn,
    bool IsProtected,
    ImmutableArray<GroupMembership> Memberships,
    ImmutableArray<ConsentRecord> Consents)
{
    public override string ToString() => $"Person {Id}";
}
