namespace MediaGuard.Journey.Inspection;

public enum Health
{
    Well,
    Note,
    Wrong,
}
