using MediaGuard.Media;

namespace MediaGuard.Consent.People;

/// <summary>A person belongs to a group from a day to a day, both included; an open end is null.</summary>
public sealed record GroupMembership(GroupId Group, DateOnly From, DateOnly? Until)
{
    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || day <= Until);
}
