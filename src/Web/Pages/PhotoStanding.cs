using MediaGuard.Media;
using MediaGuard.Records.Views;

namespace MediaGuard.Web.Pages;

/// <summary>Where a photo stands, for a chip and one plain sentence.</summary>
/// <param name="Tone">Class of the stylesheet that colours the chip.</param>
/// <param name="Icon">Name in <c>icons.svg</c>.</param>
internal sealed record PhotoStanding(string Tone, string Icon, string Label, string Sentence)
{
    private static PhotoStanding OnTheWay => new("way", "clock", Words.Text("On the way"), Words.Text("MediaGuard is still working on it. There is nothing to do."));

    /// <param name="isPosted">A teacher has ticked it as posted in Seesaw.</param>
    public static PhotoStanding Of(PhotoView photo, bool isPosted = false)
    {
        if (photo.Status == MediaStatus.Sealed)
        {
            return new("none", "shield", Words.Text("With the lead"), Words.Text("The safeguarding lead has it. Nobody can see or change it meanwhile."));
        }

        if (photo.Status >= MediaStatus.Quarantined)
        {
            return photo.Trouble?.Code == ReasonCode.Duplicate
                ? new("none", "copy", Words.Text("Here already"), photo.Trouble.Sentence)
                : new("no", "box", Words.Text("Set aside"), photo.Trouble?.Sentence ?? "");
        }

        if (photo.Status < MediaStatus.Decided && photo.IsStandingStill)
        {
            return new("wait", "hand", Words.Text("Standing still"), photo.Trouble?.Sentence ?? "");
        }

        if (photo.Status < MediaStatus.Decided)
        {
            return photo.Trouble is { } waits ? OnTheWay with { Sentence = waits.Sentence } : OnTheWay;
        }

        return photo.Worst switch
        {
            null when photo.IsNotFit => new("no", "cross", Words.Text("Can’t be used"), Words.Text("Somebody judged it not fit to be seen, so it goes nowhere.")),
            null => new("none", "dash", Words.Text("Not asked for"), Words.Text("Nobody asked for it on any channel, so it goes nowhere.")),
            Verdict.Cleared => new("good", "check", Words.Text("Cleared"), Ready(photo, isPosted)),
            Verdict.Held when Ready(photo, isPosted) is { Length: > 0 } ready => new("wait", "hand", Words.Text("Waiting"), Words.Text($"{ready} For {Names(photo, Verdict.Held)}: {Why(photo, Verdict.Held)}")),
            Verdict.Held => new("wait", "hand", Words.Text("Waiting"), Why(photo, Verdict.Held)),
            _ => new("no", "cross", Words.Text("Can’t be used"), Words.Text($"Not for {Names(photo, Verdict.Refused)}. {Why(photo, Verdict.Refused)}")),
        };
    }

    /// <summary>The chip of one channel.</summary>
    public static PhotoStanding Of(ChannelView channel) => channel switch
    {
        { IsAskedFor: false } => new("none", "dash", Words.Text("Not asked for"), ""),
        { Verdict: null } => OnTheWay,
        { Verdict: Verdict.Cleared, IsOut: true } => new("good", "check", Words.Text("Cleared, a copy is out"), ""),
        { IsComingBack: true } => new("no", "undo", Words.Text("Being taken back"), ""),
        { Verdict: Verdict.Cleared } => new("good", "check", Words.Text("Cleared"), ""),
        { Verdict: Verdict.Held } => new("wait", "hand", Words.Text("Waiting"), ""),
        _ => new("no", "cross", Words.Text("Can’t be used"), ""),
    };

    /// <summary>Somebody judged it not fit to be seen: it is not shown in lists.</summary>
    public static bool IsCovered(PhotoView photo) => photo.IsNotFit;

    private static string Ready(PhotoView photo, bool isPosted)
    {
        var ready = Words.List(photo.Channels.Where(c => c is { IsAskedFor: true, Verdict: Verdict.Cleared } && !(isPosted && c.Channel == ChannelId.Seesaw)).Select(c => c.Name));
        return (isPosted, ready.Length > 0) switch
        {
            (true, true) => Words.Text($"Posted in Seesaw. Ready for {ready}."),
            (true, false) => Words.Text("Posted in Seesaw."),
            (false, true) => Words.Text($"Ready for {ready}."),
            (false, false) => "",
        };
    }

    private static string Names(PhotoView photo, Verdict verdict) => Words.List(photo.Channels.Where(c => c.IsAskedFor && c.Verdict == verdict).Select(c => c.Name));

    private static string Why(PhotoView photo, Verdict verdict) =>
        photo.Channels.Where(c => c.IsAskedFor && c.Verdict == verdict).SelectMany(c => c.Reasons).Select(r => r.Sentence).FirstOrDefault() ?? "";
}
