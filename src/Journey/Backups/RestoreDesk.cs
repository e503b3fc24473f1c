using System.Security.Cryptography;
using MediaGuard.Ingest.Vault;
using MediaGuard.Ingest.Vault.Archives;
using MediaGuard.Journey.Heads;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Backups;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey.Backups;

/// <summary>
/// Puts a backup back into an empty installation, the database last, and holds every release until the register is confirmed. One that was broken off goes on where it was; what was
/// deleted since the backup is deleted again.
/// </summary>
internal sealed class RestoreDesk(
    IMediaStore store,
    IVault vault,
    DatabaseCopy database,
    DatabaseStart start,
    IBackupBook book,
    IRecordsFactory records,
    IMasterKeyProvider masterKey,
    AuditHeads heads,
    DeletionReplay replay,
    IOptions<VaultOptions> options,
    IOptions<JourneyOptions> journey) : IRestoreDesk
{
    private readonly VaultOptions options = options.Value;
    private readonly string unfinished = Path.Combine(journey.Value.DataFolder, RestorePlan.Unfinished);

    public async Task<RestoreReport> RunAsync(RestorePlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var goesOn = await GoesOnAsync(plan, cancellationToken);
        if (!goesOn)
        {
            await RequireEmptyAsync(plan, cancellationToken);
            await BeginAsync(plan, cancellationToken);
        }

        if (plan.Keys is not null)
        {
            await PutKeysAsync(plan.Keys, plan.KeysManifest!, cancellationToken);
        }

        await RequireMasterKeyAsync(plan, cancellationToken);
        var objects = Of(plan.BooksManifest, "store/");
        foreach (var (name, file) in objects)
        {
            await using var content = plan.Books.OpenRead(file);
            await store.WriteAsync(name, content, cancellationToken);
        }

        foreach (var (name, file) in Of(plan.BooksManifest, "heads/").Where(h => !File.Exists(Path.Combine(heads.Folder, h.Name))))
        {
            await plan.Books.RestoreAsync(file, Path.Combine(heads.Folder, name), cancellationToken);
        }

        var copy = Of(plan.BooksManifest, "database/").Single().File;
        if (await database.IsEmptyAsync(cancellationToken))
        {
            await database.PutBackAsync(path => plan.Books.RestoreAsync(copy, path, cancellationToken), cancellationToken);
        }

        await start.PrepareAsync(cancellationToken);
        return await ReportAsync(plan, [.. objects.Select(o => o.Name)], cancellationToken);
    }

    /// <summary>Every school is held before anything else is asked: that takes long, and another worker may be at work on the database.</summary>
    private async Task<RestoreReport> ReportAsync(RestorePlan plan, HashSet<string> stored, CancellationToken cancellationToken)
    {
        var takenAt = plan.BooksManifest.Moment;
        var schools = await records.SchoolsAsync(cancellationToken);
        foreach (var school in schools)
        {
            await book.NoteRestoredAsync(school.Id, takenAt, cancellationToken);
        }

        List<string> withoutKey = [], withoutBytes = [];
        var deleted = 0;
        foreach (var school in schools)
        {
            deleted += plan.KnowsDeletions ? await replay.RunAsync(school.Id, cancellationToken) : 0;
            foreach (var needed in await book.NeededAsync(school.Id, cancellationToken))
            {
                if (!await vault.HasKeyAsync(needed, cancellationToken))
                {
                    withoutKey.Add($"{needed.Kind} {needed.Id:N}");
                }
                else if (!stored.Contains(needed.StoreName))
                {
                    withoutBytes.Add($"{needed.Kind} {needed.Id:N}");
                }
            }
        }

        return new RestoreReport(takenAt, stored.Count, deleted, withoutKey, withoutBytes);
    }

    private async Task PutKeysAsync(Archive archive, ArchiveManifest manifest, CancellationToken cancellationToken)
    {
        foreach (var (name, file) in Of(manifest, "keyring/").Where(k => !File.Exists(Path.Combine(options.KeyringFolder, k.Name))))
        {
            await archive.RestoreAsync(file, Path.Combine(options.KeyringFolder, name), cancellationToken);
        }

        if (options.MasterKey == "file" && manifest.Files.FirstOrDefault(f => f.Name == "master.key") is { } key && !File.Exists(options.MasterKeyFile))
        {
            await archive.RestoreAsync(key, options.MasterKeyFile, cancellationToken);
        }
    }

    /// <summary>Whether this very backup was being put back when it was broken off. Only then is what lies there its own.</summary>
    private async Task<bool> GoesOnAsync(RestorePlan plan, CancellationToken cancellationToken) =>
        File.Exists(unfinished) && await File.ReadAllLinesAsync(unfinished, cancellationToken) is [_, var mark, ..]
        && (mark == Mark(plan) ? true : throw new BackupException($"a restore of the backups {mark} was broken off here; name the same with --at and --keys-from, or empty the folder, store and database"));

    private async Task BeginAsync(RestorePlan plan, CancellationToken cancellationToken)
    {
        var fresh = unfinished + ".new";
        await File.WriteAllTextAsync(fresh, $"A restore is under way, or was broken off.\n{Mark(plan)}\n", cancellationToken);
        File.Move(fresh, unfinished, overwrite: true);
    }

    private static string Mark(RestorePlan plan) => $"{plan.BooksManifest.Stamp} {plan.KeysManifest?.Stamp ?? (plan.WithoutKeys ? "without-keys" : "keys-in-place")}";

    private async Task RequireEmptyAsync(RestorePlan plan, CancellationToken cancellationToken)
    {
        if (plan.BooksManifest.Facts.GetValueOrDefault("provider") != database.Provider)
        {
            throw new BackupException($"the backup is of a {plan.BooksManifest.Facts.GetValueOrDefault("provider")} database and Database:Provider says {database.Provider}");
        }

        if (!await database.IsEmptyAsync(cancellationToken))
        {
            throw new BackupException("there is a database already; a restore never writes over one. Name an empty one in Database:ConnectionString");
        }

        await foreach (var _ in store.ListAsync("", cancellationToken))
        {
            throw new BackupException("the store is not empty; a restore never writes over one");
        }

        // keys absent from a keyring in place were destroyed: an older copy must not bring them back
        if (plan.Keys is not null && FolderFiles.Of(options.KeyringFolder).Count > 0)
        {
            throw new BackupException("a keyring is in place, and what was deleted since would come back with an older one; leave out --keys-from to use the one in place");
        }
    }

    private async Task RequireMasterKeyAsync(RestorePlan plan, CancellationToken cancellationToken)
    {
        if (plan.WithoutKeys)
        {
            return;
        }

        // asked for only where keys are in place: with none, a new master key would be made
        if (FolderFiles.Of(options.KeyringFolder).Count == 0)
        {
            throw new BackupException("no keyring is in place; give the folder of its backup with --keys-from, or --without-keys to get every row and no picture");
        }

        if (await MasterKeyAsync(cancellationToken) != plan.BooksManifest.Facts.GetValueOrDefault("masterKey"))
        {
            throw new BackupException("the master key at hand is missing, or not the one these pictures are locked with; restore the keys that belong to this backup");
        }
    }

    private async Task<string?> MasterKeyAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await masterKey.CurrentKeyIdAsync(cancellationToken);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static List<(string Name, ArchivedFile File)> Of(ArchiveManifest manifest, string prefix) =>
        [.. manifest.Files.Where(f => f.Name.StartsWith(prefix, StringComparison.Ordinal)).Select(f => (f.Name[prefix.Length..], f))];
}
