using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>One photo in a list.</summary>
/// <param name="Status">How far it has come.</param>
/// <param name="Trouble">Why it is quarantined, gone or waiting; null when nothing is wrong.</param>
/// <param name="HasPicture">There is a rendition to show.</param>
/// <param name="Width">Of the rendition, in pixels; 0 without one.</param>
/// <param name="Channels">Every channel of the school, in the policy's order.</param>
/// <param name="Named">People named in it.</param>
/// <param name="IsAttested">The possible people are known.</param>
/// <param name="NeedsOneByOne">The machine doubts something: not to be attested in a batch.</param>
public sealed record PhotoView(
    MediaId Id,
    GroupId? Group,
    string? GroupName,
    MediaStatus Status,
    ReasonView? Trouble,
    Instant NoticedAt,
    DateOnly ArrivedOn,
    bool HasPicture,
    int Width,
    int Height,
    int FaceCount,
    int DoubtfulFaceCount,
    IReadOnlyList<ChannelView> Channels,
    IReadOnlyList<PersonId> Named,
    bool IsAttested,
    bool NeedsOneByOne)
{
    /// <summary>It has not moved for longer than it should; <see cref="Trouble"/> says so or why.</summary>
    public bool IsStandingStill { get; init; }

    /// <summary>Somebody judged it not fit to be seen, asked for or not.</summary>
    public bool IsNotFit { get; init; }

    public ChannelView? On(ChannelId channel) => Channels.FirstOrDefault(c => c.Channel == channel);

    /// <summary>The worst verdict over the channels asked for; null when none was asked for or none is decided.</summary>
    public Verdict? Worst => Channels.Where(c => c.IsAskedFor && c.Verdict is not null).Select(c => c.Verdict).DefaultIfEmpty(null).Max();

    public override string ToString() => Id.ToString();
}
