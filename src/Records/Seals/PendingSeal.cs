using MediaGuard.Media;

namespace MediaGuard.Records.Seals;

/// <summary>A picture somebody sent to the lead while a step was at work on it: its incident is open, its seal still to come.</summary>
/// <param name="Why">In somebody's words; may hold names.</param>
public sealed record PendingSeal(MediaId Media, string Why, bool IsIllegal, UserId By)
{
    public override string ToString() => Media.ToString();
}
