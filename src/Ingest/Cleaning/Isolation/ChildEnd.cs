namespace MediaGuard.Ingest.Cleaning.Isolation;

/// <summary>Why a child is no more.</summary>
internal enum ChildEnd
{
    /// <summary>It ended by itself or was ended by the system: a crash.</summary>
    Died = 0,
    TimedOut,
    OutOfMemory,
    BrokeProtocol,
    Cancelled,
}
