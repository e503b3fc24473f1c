namespace MediaGuard.Media;

/// <summary>A media item can't be taken further, for a reason a person can act on. Carries a code and no personal data.</summary>
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

    public ReasonCode Reason { get; }
}
