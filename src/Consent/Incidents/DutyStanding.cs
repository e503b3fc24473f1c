namespace MediaGuard.Consent.Incidents;

/// <summary>Where a duty to tell somebody stands.</summary>
public enum DutyStanding
{
    Waiting,
    Overdue,
    Told,
    ToldLate,
}
