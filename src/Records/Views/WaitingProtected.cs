using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>A photo that waits for a decision and may show somebody who is protected. For the safeguarding lead only; holds names.</summary>
/// <param name="People">Who is protected and may be in it.</param>
public sealed record WaitingProtected(MediaId Media, string? Class, Instant NoticedAt, IReadOnlyList<string> People)
{
    public override string ToString() => Media.ToString();
}
