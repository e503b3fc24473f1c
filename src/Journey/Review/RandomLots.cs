using System.Security.Cryptography;
using MediaGuard.Consent.Decisions;

namespace MediaGuard.Journey.Review;

/// <summary>Lots drawn from the system's own source of chance.</summary>
internal sealed class RandomLots : ILots
{
    public int Below(int limit) => RandomNumberGenerator.GetInt32(limit);
}
