using MediaGuard.Media;

namespace MediaGuard.Records.Items;

/// <summary>Somebody else took the item over while a step ran; what the step did is not saved, and the step is idempotent.</summary>
public sealed class LeaseLostException(MediaId media) : Exception($"The lease on {media} was lost.");
