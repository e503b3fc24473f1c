using MediaGuard.Media;
using MediaGuard.Records.Views;

namespace MediaGuard.Web.Pages;

/// <summary>Where a photo stands, for a chip and one plain sentence.</summary>
/// <param name="Tone">Class of the stylesheet that colours the chip.</param>
/// <param name="Icon">Name in <c>icons.svg</c>.</param>
internal sealed record PhotoStanding(string Tone, string Icon, string Label, string Sentence)
{
    private static readonly PhotoStanding OnTheWay = new("way", "clock", "On the way", "MediaGuard is still working on it. There is nothing to do.");

    public static PhotoStanding Of(PhotoView photo)
    {
        if (photo.Status == MediaStatus.Sealed)
        {
            return new("none", "shield", "With the lead", "The safeguarding lead has it. Nobody can see or change it meanwhile.");
        }

        if (photo.Status >= MediaStatus.Quarantined)
        {
            return photo.Trouble?.Code == ReasonCode.Duplicate
                ? new("none", "copy", "Here already", photo.Trouble.Sentence)
                : new("no", "box", "Set aside", photo.Trouble?.Sentence ?? "It could not be taken further. Ask the office.");
        }

        if (photo.Status < MediaStatus.Decided && photo.IsStandingStill)
        {
            return new("wait", "hand", "Standing still", photo.Trouble?.Sentence ?? "");
        }

        if (photo.Status < MediaStatus.Decided)
        {
            return photo.Trouble is { } waits ? OnTheWay with { Sentence = waits.Sentence } : OnTheWay;
        }

        return photo.Worst switch
        {
            null => new("none", "dash", "Not asked for", "Nobody asked for it on any channel, so it goes nowhere."),
            Verdict.Cleared => new("good", "check", "Cleared", $"Ready for {Names(photo, Verdict.Cleared)}."),
            Verdict.Held => new("wait", "hand", "Waiting", Why(photo, Verdict.Held)),
            _ => new("no", "cross", "Can’t be used", $"Not for {Names(photo, Verdict.Refused)}. {Why(photo, Verdict.Refused)}"),
        };
    }

    /// <summary>The chip of one channel.</summary>
    public static PhotoStanding Of(ChannelView channel) => channel switch
    {
        { IsAskedFor: false } => new("none", "dash", "Not asked for", ""),
        { Verdict: null } => OnTheWay,
        { Verdict: Verdict.Cleared, IsOut: true } => new("good", "check", "Cleared, a copy is out", ""),
        { IsComingBack: true } => new("no", "undo", "Being taken back", ""),
        { Verdict: Verdict.Cleared } => new("good", "check", "Cleared", ""),
        { Verdict: Verdict.Held } => new("wait", "hand", "Held", ""),
        _ => new("no", "cross", "Refused", ""),
    };

    /// <summary>Somebody judged it not fit to be seen: it is not shown in lists.</summary>
    public static bool IsCovered(PhotoView photo) => photo.Channels.Any(c => c.Reasons.Any(r => r.Code == ReasonCode.NotFitToBeSeen));

    private static string Names(PhotoView photo, Verdict verdict) => Join(photo.Channels.Where(c => c.IsAskedFor && c.Verdict == verdict).Select(c => c.Name));

    private static string Why(PhotoView photo, Verdict verdict) =>
        photo.Channels.Where(c => c.IsAskedFor && c.Verdict == verdict).SelectMany(c => c.Reasons).Select(r => r.Sentence).FirstOrDefault() ?? "";

    internal static string Join(IEnumerable<string> words)
    {
        var all = words.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }
}
