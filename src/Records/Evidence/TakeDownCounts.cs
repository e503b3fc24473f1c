namespace MediaGuard.Records.Evidence;

/// <summary>Copies people took to put them somewhere by hand.</summary>
/// <param name="Taken">Handed to somebody in the time.</param>
/// <param name="Down">Said in the time to be down, and how long after they were ordered back.</param>
/// <param name="InTime">Of those, within the channel's hours.</param>
/// <param name="Waiting">Ordered back at any time; nobody has said that they are down.</param>
public sealed record TakeDownCounts(string Channel, int WithinHours, int Taken, SpanCounts Down, int InTime, int Waiting);
