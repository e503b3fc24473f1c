using System.Collections.Immutable;
using MediaGuard.Journey.Steps;
using MediaGuard.Media;

namespace MediaGuard.Journey;

/// <summary>The order of things. Read it top to bottom: this is what happens to every photo.</summary>
public static class JourneyPlan
{
    public static readonly ImmutableArray<PlannedStep> Steps =
    [
        new(MediaStatus.Noticed, MediaStatus.Arrived, typeof(ArriveStep)),        // a stable file in the share, hashed while it is copied into the vault
        new(MediaStatus.Arrived, MediaStatus.Vaulted, typeof(VaultStep)),         // re-read and equal; from here the device's copy is not needed
        new(MediaStatus.Vaulted, MediaStatus.Understood, typeof(UnderstandStep)), // format by content; camera, capture time and names noted in columns
        new(MediaStatus.Understood, MediaStatus.Cleaned, typeof(CleanStep)),      // nothing but pixels, proven; the only rendition anyone ever sees
        new(MediaStatus.Cleaned, MediaStatus.Seen, typeof(SeeStep)),              // faces; or that they could not be looked for
        new(MediaStatus.Seen, MediaStatus.Decided, typeof(DecideStep)),           // per channel asked for: Cleared, Held or Refused
        new(MediaStatus.Decided, MediaStatus.Departed, typeof(DepartStep)),       // device's copy compared again and removed, receipt written
        new(MediaStatus.Departed, MediaStatus.Shredded, typeof(ShredStep)),       // original's key destroyed once nothing is held, or after its days
    ];

    /// <summary>The step an item at <paramref name="status"/> takes next; null when it rests.</summary>
    /// <remarks>What is quarantined or gone still leaves the device, once the bytes are in custody.</remarks>
    public static PlannedStep? NextAfter(MediaStatus status) => status switch
    {
        MediaStatus.Quarantined or MediaStatus.Gone => new PlannedStep(status, status, typeof(DepartStep)),
        _ => Steps.FirstOrDefault(s => s.From == status),
    };
}
