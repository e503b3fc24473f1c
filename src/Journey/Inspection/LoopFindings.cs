using System.Globalization;
using MediaGuard.Journey.Loops;
using MediaGuard.Media;

namespace MediaGuard.Journey.Inspection;

/// <summary>Whether the loops of this process come round. A command runs none, so it finds none.</summary>
internal static class LoopFindings
{
    /// <summary>The slowest loop comes round every ten minutes.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>What failed longer ago has come round well many times since.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        [nameof(ArrivalsLoop)] = "taking photos in",
        [nameof(HeadExportLoop)] = "signing the log",
        [nameof(MendLoop)] = "mending",
        [nameof(NewsLoop)] = "sending mail",
        [nameof(RedecideLoop)] = "deciding again",
        [nameof(SideLogLoop)] = "writing down looks",
        [nameof(SweepLoop)] = "handing work out",
        [nameof(UploadLoop)] = "tending uploads",
        [nameof(WatchLoop)] = "watching the queue",
    };

    public static IEnumerable<Finding> Of(IReadOnlyCollection<LoopTurn> turns, Instant now)
    {
        if (turns.Count == 0)
        {
            yield break;
        }

        var wrong = turns.Where(t => now - t.FailedAt < Fresh || now - t.At > Longest).ToList();
        foreach (var turn in wrong)
        {
            yield return new Finding(
                $"loop, {Word(turn)}",
                Health.Wrong,
                now - turn.At <= Longest ? "it failed within the last quarter of an hour" : string.Create(CultureInfo.InvariantCulture, $"it has not come round for {(int)(now - turn.At).TotalMinutes} minutes"),
                "The program's log says why. Start `mediaguard serve` anew if it does not come round by itself.");
        }

        if (wrong.Count == 0)
        {
            yield return new Finding("loops", Health.Well, string.Create(CultureInfo.InvariantCulture, $"all {turns.Count} came round; the longest ago, {Word(turns.MinBy(t => t.At.Microseconds)!)}, {(int)(now - turns.Min(t => t.At)).TotalSeconds} seconds ago"), "");
        }
    }

    private static string Word(LoopTurn turn) => Words.GetValueOrDefault(turn.Loop, turn.Loop);
}
