using MediaGuard.Media;

namespace MediaGuard.Journey;

/// <summary>How the last look found a share.</summary>
/// <param name="AwaySince">Since when it can't be reached; null while it can.</param>
/// <param name="Stuck">Files and folders that can't be taken in until somebody helps.</param>
internal sealed record ShareStanding(Instant? AwaySince, int Stuck);
