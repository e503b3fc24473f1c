using MediaGuard.Journey.Backups;
using MediaGuard.Media;
using MediaGuard.Records.Backups;

namespace MediaGuard.Journey.Inspection;

/// <summary>Whether backups are made as often as the settings say, were read back, and are not kept too long.</summary>
public static class BackupFindings
{
    /// <summary>A nightly backup is not late while the next night's runs.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(12);

    /// <summary>What there is to say of one kind.</summary>
    public static Finding Of(BackupState state, BackupOptions options, Instant now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(options);
        var (what, make) = state.Kind == ArchiveKind.Keys
            ? (Words.Text("backup of the keys"), Words.Text("Run `mediaguard backup --keys-to DIR`, with a folder apart from the other backup; best daily, by the system's timer."))
            : (Words.Text("backup of the books"), Words.Text("Run `mediaguard backup --to DIR`; best daily, by the system's timer."));
        var isLate = now - state.Since > TimeSpan.FromDays(options.EveryDays) + Grace;
        return state.Last switch
        {
            null => new Finding(what, isLate ? Health.Wrong : Health.Note, Words.Text("none was ever made"), make),
            var last when isLate => new Finding(what, Health.Wrong, Words.Text($"overdue: the last was made {Ago(now - last.At)} ago, and one is due every {Days(options.EveryDays)}"), make),
            { VerifiedAt: null } last => new Finding(what, Health.Wrong, Words.Text($"made {Ago(now - last.At)} ago, not found whole since"), Words.Text("Run `mediaguard backup verify --from DIR` on its folder. If a file is damaged, make one anew into an empty folder.")),
            var last when now - last.OldestAt > options.KeptFor(state.Kind) => new Finding(
                what,
                Health.Wrong,
                state.Kind == ArchiveKind.Keys
                    ? Words.Text($"the oldest is {Ago(now - last.OldestAt)} old, and one is kept {Days((int)options.KeptFor(state.Kind).TotalDays)}: what was deleted since is not gone for good")
                    : Words.Text($"the oldest is {Ago(now - last.OldestAt)} old, and one is kept {Days((int)options.KeptFor(state.Kind).TotalDays)}"),
                Words.Text("Run `mediaguard backup verify --from DIR --expire` on its folder.")),
            var last when now - last.VerifiedAt > TimeSpan.FromDays(options.VerifyDays) => new Finding(
                what, Health.Note, Words.Text($"made {Ago(now - last.At)} ago, last read back as a whole {Ago(now - last.VerifiedAt!.Value)} ago"), Words.Text("Run `mediaguard backup verify --from DIR` on its folder.")),
            var last => new Finding(what, Health.Well, Words.Text($"made {Ago(now - last.At)} ago and found whole"), ""),
        };
    }

    private static string Ago(TimeSpan span) => span.TotalDays >= 2 ? Days((int)span.TotalDays)
        : span.TotalHours >= 2 ? Words.Text($"{(int)span.TotalHours} hours")
        : (int)span.TotalMinutes == 1 ? Words.Text("1 minute")
        : span.TotalMinutes < 1 ? Words.Text("a moment") : Words.Text($"{(int)span.TotalMinutes} minutes");

    private static string Days(int days) => days == 1 ? Words.Text("1 day") : Words.Text($"{days} days");
}
