using System.Collections.Immutable;
using MediaGuard.Ingest.Cleaning.Isolation;
using MediaGuard.Ingest.Scanning;
using MediaGuard.Ingest.Vault;
using MediaGuard.Journey.Backups;
using MediaGuard.Journey.Heads;
using MediaGuard.Journey.Loops;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Audit;
using MediaGuard.Records.Backups;
using MediaGuard.Records.Items;
using MediaGuard.Records.Looking;
using MediaGuard.Records.Releases;
using MediaGuard.Records.Views;
using MediaGuard.Vision.Models;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey.Inspection;

/// <summary>Looks at everything the program stands on and says what is wrong and how to mend it.</summary>
internal sealed class Doctor : IDoctor
{
    private const long LeastFree = 2L << 30;

    private readonly IModelCatalog models;
    private readonly DatabaseStart database;
    private readonly IRecordsFactory records;
    private readonly IItemLedger ledger;
    private readonly IReleaseBook copies;
    private readonly IAuditTrail audit;
    private readonly AuditHeads heads;
    private readonly ISideLog looks;
    private readonly IMasterKeyProvider masterKey;
    private readonly IRegisterViews register;
    private readonly Shares shares;
    private readonly Noticer noticer;
    private readonly IIsolationReport isolation;
    private readonly IFileScanner scanner;
    private readonly WriteFindings writing;
    private readonly StrandedFindings stranded;
    private readonly IBackupBook backups;
    private readonly LoopTurns turns;
    private readonly TimeProvider clock;
    private readonly JourneyOptions options;
    private readonly BackupOptions backupOptions;
    private readonly VaultOptions vault;

    public Doctor(
        IModelCatalog models,
        DatabaseStart database,
        IRecordsFactory records,
        IItemLedger ledger,
        IReleaseBook copies,
        IAuditTrail audit,
        AuditHeads heads,
        ISideLog looks,
        IMasterKeyProvider masterKey,
        IRegisterViews register,
        Shares shares,
        Noticer noticer,
        IIsolationReport isolation,
        IFileScanner scanner,
        WriteFindings writing,
        StrandedFindings stranded,
        IBackupBook backups,
        LoopTurns turns,
        TimeProvider clock,
        IOptions<JourneyOptions> options,
        IOptions<BackupOptions> backupOptions,
        IOptions<VaultOptions> vault)
    {
        this.models = models;
        this.database = database;
        this.records = records;
        this.ledger = ledger;
        this.copies = copies;
        this.audit = audit;
        this.heads = heads;
        this.looks = looks;
        this.masterKey = masterKey;
        this.register = register;
        this.shares = shares;
        this.noticer = noticer;
        this.isolation = isolation;
        this.scanner = scanner;
        this.writing = writing;
        this.stranded = stranded;
        this.backups = backups;
        this.turns = turns;
        this.clock = clock;
        this.options = options.Value;
        this.backupOptions = backupOptions.Value;
        this.vault = vault.Value;
    }

    /// <summary>Every check, in the order of what to mend first.</summary>
    public Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken) => ExamineAsync(isWhole: true, cancellationToken);

    public Task<IReadOnlyList<Finding>> GlanceAsync(CancellationToken cancellationToken) => ExamineAsync(isWhole: false, cancellationToken);

    private async Task<IReadOnlyList<Finding>> ExamineAsync(bool isWhole, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        findings.AddRange(models.Check().Select(ModelFindings.Of));
        findings.Add(DiskFinding());
        findings.Add(await KeyFindingAsync(cancellationToken));
        findings.AddRange(PermissionFindings());
        if (isWhole)
        {
            findings.AddRange(await writing.OfVaultAsync(cancellationToken));
            findings.Add(IsolationFindings.Of(isolation.InForce(cancellationToken)));
            findings.Add(IsolationFindings.Of(scanner.IsConfigured, await scanner.AnswersAsync(cancellationToken)));
        }

        findings.AddRange(LoopFindings.Of(turns.Last, Instant.Now(clock)));
        findings.Add(ClockFindings.OfZones(id => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null));
        if (!await database.IsReadyAsync(cancellationToken))
        {
            findings.Add(new Finding(Words.Text("database"), Health.Wrong, Words.Text("The database is missing, out of reach or of another version."), Words.Text("Start `mediaguard serve`: it makes or migrates it. Check Database settings if that fails.")));
            return findings;
        }

        findings.Add(new Finding(Words.Text("database"), Health.Well, Words.Text("The database answers and has this version's shape."), ""));
        if (await database.ServerTimeAsync(cancellationToken) is { } server)
        {
            findings.Add(ClockFindings.OfServer(Instant.Now(clock), server));
        }

        try
        {
            foreach (var school in await records.SchoolsAsync(cancellationToken))
            {
                await ExamineSchoolAsync(school, isWhole, findings, cancellationToken);
            }
        }
        catch (TimeZoneNotFoundException)
        {
            findings.Add(new Finding(Words.Text("school"), Health.Wrong, Words.Text("The system does not know the school's time zone."), Words.Text("Install the system's time zone data, or correct the school's time zone.")));
        }

        return findings;
    }

    private Finding DiskFinding()
    {
        var folder = Directory.CreateDirectory(options.DataFolder).FullName;
        var free = new DriveInfo(folder).AvailableFreeSpace;
        var text = Words.Text($"{free / (double)(1 << 30):0.0} GiB free for the data folder");
        return free >= LeastFree
            ? new Finding(Words.Text("disk"), Health.Well, text, "")
            : new Finding(Words.Text("disk"), Health.Wrong, text, Words.Text("Make room: photos wait in the share while the disk is full. At least 2 GiB should be free."));
    }

    private async Task<Finding> KeyFindingAsync(CancellationToken cancellationToken)
    {
#pragma warning disable CA1031 // whatever keeps the key away is the finding
        try
        {
            var id = await masterKey.CurrentKeyIdAsync(cancellationToken);
            return new Finding(Words.Text("master key"), Health.Well, Words.Text($"present, id {id}"), "");
        }
        catch (Exception e)
        {
            return new Finding(Words.Text("master key"), Health.Wrong, Words.Text($"can't be read ({e.GetType().Name})"), Words.Text("Restore the master key file or variable from its own backup: without it nothing in the vault can be opened."));
        }
#pragma warning restore CA1031
    }

    private IEnumerable<Finding> PermissionFindings()
    {
        if (vault.MasterKey == "file" && IsOpenToOthers(vault.MasterKeyFile) is { } key)
        {
            yield return key
                ? new Finding(Words.Text("master key file"), Health.Wrong, Words.Text("others than its owner can read it"), Words.Text("Run `chmod 600` on it, and think about who may have read it."))
                : new Finding(Words.Text("master key file"), Health.Well, Words.Text("only its owner can read it"), "");
        }

        if (database.DatabaseFile is { } file && IsOpenToOthers(file) is { } books)
        {
            yield return books
                ? new Finding(Words.Text("database file"), Health.Wrong, Words.Text("others than its owner can read it"), Words.Text("Run `chmod 600` on it, and think about who may have read it."))
                : new Finding(Words.Text("database file"), Health.Well, Words.Text("only its owner can read it"), "");
        }
    }

    /// <summary>Null where there is no file, or no modes.</summary>
    private static bool? IsOpenToOthers(string file) => OperatingSystem.IsWindows() || !File.Exists(file)
        ? null
        : (File.GetUnixFileMode(file) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != UnixFileMode.None;

    private static Finding RegisterFinding(RegisterAge age) => age switch
    {
        { RestoredTo: { } moment } => new Finding(Words.Text("register"), Health.Wrong, Words.Text($"put back from a backup of {moment}; nothing goes out meanwhile"), Words.Text("The office enters what families said since then and confirms on its page Register that everything is right.")),
        { IsStale: false } => new Finding(Words.Text("register"), Health.Well, Words.Text($"imported or confirmed {age.Days} days ago"), ""),
        { Days: null } => new Finding(Words.Text("register"), Health.Note, Words.Text("never imported or confirmed"), Words.Text("Import an export of the MIS, or confirm the register on the office's page.")),
        _ => new Finding(Words.Text("register"), Health.Wrong, Words.Text($"imported or confirmed {age.Days} days ago; the limit is {age.Limit}"), Words.Text("Import a new export of the MIS.")),
    };

    private async Task ExamineSchoolAsync(SchoolInfo school, bool isWhole, List<Finding> findings, CancellationToken cancellationToken)
    {
        var root = shares.RootOf(school);
        findings.Add(Directory.Exists(root)
            ? new Finding(Words.Text("share"), Health.Well, Words.Text("the share can be reached"), "")
            : new Finding(Words.Text("share"), Health.Wrong, Words.Text("the share can't be reached"), Words.Text("Mount it or make the folder. Photos stay on the devices meanwhile.")));
        findings.Add(ClockFindings.Of(Instant.Now(clock), await audit.NewestAsync(school.Id, cancellationToken)));
        findings.Add(RegisterFinding(await register.AgeAsync(school.Id, cancellationToken)));
        findings.AddRange((await backups.StateAsync(school.Id, cancellationToken)).Select(s => BackupFindings.Of(s, backupOptions, Instant.Now(clock))));
        var traffic = await ledger.TrafficAsync(school.Id, options.StandstillAfter, cancellationToken);
        findings.Add(traffic.StandingStill == 0
            ? new Finding(Words.Text("journey"), Health.Well, Words.Text($"{traffic.OnTheWay} photos on their way, {traffic.Waiting} waiting"), "")
            : new Finding(Words.Text("journey"), Health.Wrong, Words.Text($"{traffic.StandingStill} photos stand still"), Words.Text("Is `mediaguard serve` running? Its log says what each waits for.")));
        findings.AddRange(CopyFindings.Of(await copies.StuckAsync(school.Id, options.StandstillAfter, cancellationToken)));
        if (isWhole)
        {
            findings.AddRange(await writing.OfSchoolAsync(school, cancellationToken));
            findings.AddRange(await ShareReadingAsync(school, cancellationToken));
            findings.AddRange(await stranded.OfAsync(school.Id, cancellationToken));
            await ExamineRecordAsync(school, findings, cancellationToken);
        }
    }

    private async Task<IEnumerable<Finding>> ShareReadingAsync(SchoolInfo school, CancellationToken cancellationToken) => await noticer.ScanAsync(school, cancellationToken) switch
    {
        { IsAvailable: false } => [],
        { Stuck: 0 } => [new Finding(Words.Text("share, reading"), Health.Well, Words.Text("everything in it can be read"), "")],
        { Stuck: var stuck } =>
        [
            new Finding(
                Words.Text("share, reading"),
                Health.Wrong,
                Words.Count(stuck, "{0} file or folder in it can't be taken in", "{0} files or folders in it can't be taken in"),
                Words.Text("Let the program's account read everything in the share, and give what has odd letters in its name another one.")),
        ],
    };

    private async Task ExamineRecordAsync(SchoolInfo school, List<Finding> findings, CancellationToken cancellationToken)
    {
        var check = await audit.VerifyAsync(school.Id, cancellationToken);
        findings.Add(check.BrokenAt is null
            ? new Finding(Words.Text("audit"), Health.Well, Words.Text($"{check.Entries} entries, chain whole"), "")
            : new Finding(Words.Text("audit"), Health.Wrong, check.MayBeTheOneBefore ? Words.Text($"the chain is broken at entry {check.BrokenAt - 1} or {check.BrokenAt}") : Words.Text($"the chain is broken at entry {check.BrokenAt}"), Words.Text("Somebody changed the record. Keep the database file as it is and tell the data-protection lead.")));
        findings.Add(await HeadsFindingAsync(school.Id, cancellationToken));
        var seen = await looks.VerifyAsync(school.Id, cancellationToken);
        findings.Add(seen.BrokenAt is null
            ? new Finding(Words.Text("side log"), Health.Well, Words.Text($"{seen.Looks} looks, every digest holds"), "")
            : new Finding(Words.Text("side log"), Health.Wrong, Words.Text($"the looks of entry {seen.BrokenAt} are not those it was made over"), Words.Text("Somebody changed the record. Keep the database file as it is and tell the data-protection lead.")));
    }

    private async Task<Finding> HeadsFindingAsync(SchoolId school, CancellationToken cancellationToken)
    {
        try
        {
            var all = await heads.VerifyAsync(school, null, cancellationToken);
            return all.FirstOrDefault(h => h.Wrong is not null) is { } wrong
                ? new Finding(Words.Text("signed heads"), Health.Wrong, Words.Text($"the head of {wrong.File}: {wrong.Wrong}"), Words.Text("Keep database and heads as they are, compare with copies of the heads kept elsewhere, and tell the data-protection lead."))
                : all.Count == 0
                    ? new Finding(Words.Text("signed heads"), Health.Note, Words.Text("none was written yet"), Words.Text("`mediaguard serve` writes one a day. Copy the folder to a place the database's keeper can't write."))
                    : new Finding(Words.Text("signed heads"), Health.Well, Words.Text($"{all.Count} heads hold, the last at entry {all[^1].Sequence}"), "");
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return new Finding(Words.Text("signed heads"), Health.Wrong, Words.Text("the signing key can't be opened"), Words.Text("Restore the keyring and the master key that belong together."));
        }
    }
}
