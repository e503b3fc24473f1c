using MediaGuard.Media;

namespace MediaGuard.Ingest.Cleaning.Isolation.Protocol;

/// <summary>How to decode the file that was studied last.</summary>
/// <param name="LargestPicture">Pixels beyond which the child gives up.</param>
/// <param name="Seconds">After so long the kernel ends the child, should nobody else have.</param>
internal sealed record DecodeRequest(MediaFormat Format, int Quality, int Threads, long LargestPicture, int Seconds) : IRequest;
