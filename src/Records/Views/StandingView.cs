using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>What holds for a purpose today, for the screen.</summary>
/// <param name="Word">yes, no, ended, left or none.</param>
/// <param name="Until">The last day of a yes; null when it has none.</param>
public sealed record StandingView(PurposeId Purpose, string Name, string Word, DateOnly? Until);
