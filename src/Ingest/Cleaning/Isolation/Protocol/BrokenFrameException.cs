namespace MediaGuard.Ingest.Cleaning.Isolation.Protocol;

/// <summary>The other side does not keep to the protocol. Carries nothing of what it said.</summary>
internal sealed class BrokenFrameException() : Exception("A frame is not as agreed.");
