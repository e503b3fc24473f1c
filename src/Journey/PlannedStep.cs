using MediaGuard.Media;

namespace MediaGuard.Journey;

/// <summary>One line of the plan: an item at <paramref name="From"/> is taken to <paramref name="To"/> by <paramref name="Step"/>.</summary>
public sealed record PlannedStep(MediaStatus From, MediaStatus To, Type Step);
