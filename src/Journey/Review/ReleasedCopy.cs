namespace MediaGuard.Journey.Review;

/// <summary>A copy that passed the gate a moment ago. Dispose the stream.</summary>
/// <param name="FileName">Random name and <c>.jpg</c>.</param>
public sealed record ReleasedCopy(Stream Jpeg, string FileName);
