using MediaGuard.Media;

namespace MediaGuard.Records.Devices;

/// <summary>What became of a change of the inventory.</summary>
/// <param name="Wrong">Why nothing was saved, and what to do; null when it was.</param>
public sealed record DeviceOutcome(DeviceId Device, string? Wrong = null)
{
    public bool IsSaved => Wrong is null;
}
