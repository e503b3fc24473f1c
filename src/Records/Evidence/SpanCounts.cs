namespace MediaGuard.Records.Evidence;

/// <summary>How many times something took how long.</summary>
/// <param name="MedianHours">Null when there was none.</param>
public sealed record SpanCounts(int Count, double? MedianHours, double? LongestHours)
{
    public static SpanCounts None { get; } = new(0, null, null);
}
