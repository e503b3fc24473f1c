namespace MediaGuard.Records.Evidence;

/// <summary>How long one thing took, in microseconds, as a query gives it.</summary>
internal sealed record SpanRow(long Value);
