using MediaGuard.Journey.Backups;
using MediaGuard.Journey.Inspection;
using MediaGuard.Media;
using MediaGuard.Records.Backups;
using Microsoft.Extensions.Options;

namespace MediaGuard.Web.Pages.Technician;

/// <summary>The last backup of each kind, what is overdue, and how to make one.</summary>
internal sealed class BackupsModel(IBackupBook book, IOptions<BackupOptions> options, SchoolCalendar calendar) : SchoolPage
{
    private TimeZoneInfo zone = TimeZoneInfo.Utc;

    public IReadOnlyList<BackupLine> Lines { get; private set; } = [];

    public BackupOptions Options => options.Value;

    public string BooksFolder => Options.Folder.Length > 0 ? Options.Folder : "DIR";

    public string KeysFolder => Options.KeysFolder.Length > 0 ? Options.KeysFolder : "OTHER-DIR";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        zone = await calendar.ZoneAsync(Me.School, cancellationToken);
        Lines = [.. (await book.StateAsync(Me.School, cancellationToken)).Select(Line)];
    }

    public string Say(Instant moment) => SchoolCalendar.Say(moment, zone, calendar.Now.DayIn(zone));

    public static string Size(long bytes) => bytes switch
    {
        >= 1L << 30 => string.Create(Words.Culture, $"{bytes / (double)(1L << 30):0.0} GiB"),
        >= 1L << 20 => string.Create(Words.Culture, $"{bytes / (double)(1L << 20):0.0} MiB"),
        _ => string.Create(Words.Culture, $"{bytes / 1024.0:0.0} KiB"),
    };

    private BackupLine Line(BackupState state) => new(
        state.Kind == ArchiveKind.Keys ? Words.Text("Keyring and master key") : Words.Text("Database and store"), BackupFindings.Of(state, Options, calendar.Now), state.Last);
}
