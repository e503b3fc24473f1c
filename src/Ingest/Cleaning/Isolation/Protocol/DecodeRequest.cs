using MediaGuard.Media;

namespace MediaGuard.Ingest.Cleaning.Isolation.Protocol;

/// <summary>One picture to decode, and how.</summary>
/// <param name="LargestPicture">Pixels beyond which the child gives up.</param>
/// <param name="Seconds">After so long the kernel ends the child, should nobody else have.</param>
internal sealed record DecodeRequest(MediaFormat Format, int Quality, int Threads, long LargestPicture, int Seconds, byte[] Original);
