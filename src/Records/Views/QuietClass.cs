namespace MediaGuard.Records.Views;

/// <summary>A class of which no photo arrived for a week.</summary>
/// <param name="LastOn">The day the last one arrived; null when none ever did.</param>
public sealed record QuietClass(string Name, DateOnly? LastOn);
