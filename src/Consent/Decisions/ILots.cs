namespace MediaGuard.Consent.Decisions;

/// <summary>Chance that nobody can foresee.</summary>
public interface ILots
{
    /// <summary>A number from 0 up to but not including the limit, each as likely as any other.</summary>
    int Below(int limit);
}
