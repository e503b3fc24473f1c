namespace MediaGuard.Media;

/// <summary>Where a duty to tell somebody stands.</summary>
public enum DutyStanding
{
    Waiting,
    Overdue,
    Told,
    ToldLate,
}
