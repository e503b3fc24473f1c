using MediaGuard.Media;

namespace MediaGuard.Consent.Decisions;

/// <summary>Says a reason in plain words: what is so, and what to do. No sentence holds a name; the page puts it beside.</summary>
/// <remarks>Somebody protected has no code and so no words of their own: to everybody it reads as a family's refusal.</remarks>
public static class ReasonSentences
{
    private static ReasonSentence Unexplained => new(
        Words.Text("No reason was recorded for this picture. Ask the office to look at it."),
        Words.Text("No reason was recorded for this picture. Look at it again, and tell whoever looks after MediaGuard."));

    /// <summary>One sentence or two; a code nobody wrote for reads as unexplained.</summary>
    public static string For(ReasonCode code, Audience audience) => (Find(code) ?? Unexplained).For(audience);

    /// <summary>As the other; where something was left after cleaning, the office and the lead read what it is.</summary>
    public static string For(ReasonCode code, LeftoverKind leftover, Audience audience) =>
        code == ReasonCode.LeftoverFound && audience != Audience.Teacher && LeftoverWords.For(leftover) is { } what
            ? Words.Text($"{For(code, audience)} What was left is {what}.")
            : For(code, audience);

    internal static bool Explains(ReasonCode code) => Find(code) is not null;

    private static ReasonSentence? Find(ReasonCode code) => PictureSentences.For(code) ?? FailureSentences.For(code) ?? FileSentences.For(code);
}
