using static MediaGuard.Media.Words;
using static MediaGuard.Records.Evidence.EvidenceWords;

namespace MediaGuard.Records.Evidence;

/// <summary>The evidence as a page to read and to print.</summary>
public static class EvidenceSheet
{
    public static string Write(EvidenceReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var f = reading.Figures;
        var sheet = new Sheet(Text($"{f.SchoolName}: evidence, {Say(f.From)} to {Say(f.Until)}"))
            .Quiet(Text($"Made by MediaGuard on {Say(f.ReadAt, f.Zone)}. Counts, codes and ids; no child, parent or colleague is named. What says “now” is of that moment."));
        foreach (var answer in EvidenceAnswers.Of(reading))
        {
            sheet.Head(answer.Question).Say(answer.Sentence);
            foreach (var table in answer.Tables)
            {
                sheet.Table(table);
            }

            sheet.Quiet(Text($"Where the proof lies: {answer.Proof}"));
        }

        return sheet.ToString();
    }
}
