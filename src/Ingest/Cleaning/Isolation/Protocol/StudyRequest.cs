namespace MediaGuard.Ingest.Cleaning.Isolation.Protocol;

/// <summary>A file to read, and to keep for the decoding that may follow.</summary>
/// <param name="Seconds">After so long the kernel ends the child, should nobody else have.</param>
internal sealed record StudyRequest(int Seconds, byte[] Original) : IRequest;
