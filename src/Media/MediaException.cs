namespace MediaGuard.Media;

/// <summary>A media item can't be taken further, for a reason a person can act on. Carries codes and no personal data.</summary>
public sealed class MediaException : Exception
{
    public MediaException(ReasonCode reason)
        : base(reason.ToString())
    {
        Reason = reason;
    }

    public MediaException(ReasonCode reason, Exception inner)
        : base(reason.ToString(), inner)
    {
        Reason = reason;
    }

    /// <summary>LeftoverFound, and what was left.</summary>
    public MediaException(LeftoverKind leftover)
        : base($"{ReasonCode.LeftoverFound} ({leftover})")
    {
        Reason = ReasonCode.LeftoverFound;
        Leftover = leftover;
    }

    public ReasonCode Reason { get; }

    /// <summary>What was left over; None for every reason but LeftoverFound.</summary>
    public LeftoverKind Leftover { get; }
}
