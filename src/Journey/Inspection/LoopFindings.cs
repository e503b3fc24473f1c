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
                Words.Text($"loop, {Word(turn)}"),
                Health.Wrong,
                now - turn.At <= Longest ? Words.Text("it failed within the last quarter of an hour") : Words.Text($"it has not come round for {(int)(now - turn.At).TotalMinutes} minutes"),
                Words.Text("The program's log says why. Start `mediaguard serve` anew if it does not come round by itself."));
        }

        if (wrong.Count == 0)
        {
            yield return new Finding(Words.Text("loops"), Health.Well, Words.Text($"all {turns.Count} came round; the longest ago, {Word(turns.MinBy(t => t.At.Microseconds)!)}, {(int)(now - turns.Min(t => t.At)).TotalSeconds} seconds ago"), "");
        }
    }

    private static string Word(LoopTurn turn) => turn.Loop switch
    {
        nameof(ArrivalsLoop) => Words.Text("taking photos in"),
        nameof(HeadExportLoop) => Words.Text("signing the log"),
        nameof(MendLoop) => Words.Text("mending"),
        nameof(NewsLoop) => Words.Text("sending mail"),
        nameof(RedecideLoop) => Words.Text("deciding again"),
        nameof(SideLogLoop) => Words.Text("writing down looks"),
        nameof(SweepLoop) => Words.Text("handing work out"),
        nameof(UploadLoop) => Words.Text("tending uploads"),
        nameof(WatchLoop) => Words.Text("watching the queue"),
        nameof(WriteBackLoop) => Words.Text("writing back the database's log"),
        _ => turn.Loop,
    };
}
