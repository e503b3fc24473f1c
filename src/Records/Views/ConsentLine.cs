using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>One thing on record, for the screen.</summary>
/// <param name="Word">yes, no or withdrawn; objected where the ground is the school's public task. To others than the lead a withdrawal is a no, too.</param>
/// <param name="How">How it was said; of a no for the lead only, so that a protected person's looks like any other.</param>
/// <param name="By">Who recorded it; of a no for the lead only.</param>
public sealed record ConsentLine(string Purpose, string Word, DateOnly From, DateOnly? Until, string? How, string? Evidence, string? By, Instant At);
