namespace MediaGuard.Records;

/// <summary>Where a queue entry stands.</summary>
public enum QueueState
{
    Waiting,
    Released,
}
