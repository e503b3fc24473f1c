namespace MediaGuard.Records.Views;

/// <summary>Belonging to a class or club, both days included.</summary>
public sealed record MembershipView(Guid Id, string Group, bool IsClub, DateOnly From, DateOnly? Until);
