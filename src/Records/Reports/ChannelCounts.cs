namespace MediaGuard.Records.Reports;

/// <summary>Copies of one channel.</summary>
/// <param name="Out">Handed over in the time.</param>
/// <param name="CalledBack">Ordered back in the time.</param>
/// <param name="Proven">Of those, proven gone by now.</param>
/// <param name="MedianHours">Half of those took no longer to be proven; null when none was.</param>
/// <param name="LongestHours">The longest any of those took to be proven; null when none was.</param>
/// <param name="Open">Ordered back at any time and not proven gone now.</param>
public sealed record ChannelCounts(string Channel, int Out, int CalledBack, int Proven, double? MedianHours, double? LongestHours, int Open);
