using MediaGuard.Ingest.Vault.Archives;
using MediaGuard.Media;

namespace MediaGuard.Journey.Backups;

/// <summary>Which backups are put back: read through and found whole before anything is written.</summary>
public sealed class RestorePlan : IDisposable
{
    public const string SettingsFile = "mediaguard.json";

    /// <summary>Lies in a data folder while a restore is under way; a program that finds it does not start there.</summary>
    public const string Unfinished = "restore.unfinished";

    private RestorePlan(Archive books, ArchiveManifest manifest, Archive? keys, ArchiveManifest? keysManifest, bool withoutKeys)
    {
        Books = books;
        BooksManifest = manifest;
        Keys = keys;
        KeysManifest = keysManifest;
        WithoutKeys = withoutKeys;
    }

    internal Archive Books { get; }

    internal ArchiveManifest BooksManifest { get; }

    /// <summary>Null when the keyring in place is used, or none.</summary>
    internal Archive? Keys { get; }

    internal ArchiveManifest? KeysManifest { get; }

    /// <summary>The keys are lost: every row comes back and no picture.</summary>
    internal bool WithoutKeys { get; }

    /// <summary>Whether the keyring is at least as new as the books, so that a key it lacks was destroyed and not made later.</summary>
    internal bool KnowsDeletions => !WithoutKeys && (KeysManifest is null || KeysManifest.Moment >= BooksManifest.Moment);

    /// <summary>Whether nothing but settings lies in the folder, or what a restore that was broken off left there.</summary>
    public static bool IsEmpty(string data) =>
        !Directory.Exists(data) || Directory.EnumerateFileSystemEntries(data).All(e => Path.GetFileName(e) == SettingsFile) || File.Exists(Path.Combine(data, Unfinished));

    /// <summary>Opens the backups and reads all of them through.</summary>
    /// <param name="keysFrom">Null to use the keyring in place. Of the keyring the newest backup is taken: keys absent from it were destroyed.</param>
    /// <param name="stamp">Which backup of the books; null for the newest.</param>
    /// <exception cref="ArchiveException">Missing, of the other kind, or out of reach.</exception>
    /// <exception cref="BackupException">Not whole.</exception>
    public static async Task<RestorePlan> OpenAsync(string from, string? keysFrom, string? stamp, bool withoutKeys, TimeProvider clock, CancellationToken cancellationToken)
    {
        var books = Archive.ToRead(from, ArchiveKind.Books, clock);
        var keys = keysFrom is null ? null : Archive.ToRead(keysFrom, ArchiveKind.Keys, clock);
        return new RestorePlan(
            books, await ChooseAsync(books, stamp, cancellationToken), keys, keys is null ? null : await ChooseAsync(keys, null, cancellationToken), withoutKeys);
    }

    /// <summary>Puts the settings in place where none are: they may say where database, store and keyring go.</summary>
    public async Task PutSettingsAsync(string data, CancellationToken cancellationToken)
    {
        var target = Path.Combine(data, SettingsFile);
        if (KeysManifest?.Files.FirstOrDefault(f => f.Name == SettingsFile) is { } file && !File.Exists(target))
        {
            await Keys!.RestoreAsync(file, target, cancellationToken);
        }
    }

    public void Dispose()
    {
        Books.Dispose();
        Keys?.Dispose();
    }

    /// <remarks>The newest by name, also when it can't be read: an older one is taken only when it is asked for.</remarks>
    private static async Task<ArchiveManifest> ChooseAsync(Archive archive, string? stamp, CancellationToken cancellationToken)
    {
        var chosen = stamp ?? (archive.Stamps() is [.., var newest] ? newest : throw new ArchiveException(ArchiveFailure.Missing));
        var manifest = await archive.ReadAsync(chosen, cancellationToken);
        return await new BackupCheck(archive).WrongAsync(manifest, cancellationToken) is { Length: > 0 } wrong
            ? throw new BackupException($"the backup {chosen} is damaged ({wrong}); nothing was restored. `mediaguard backup verify --from DIR` shows which are whole", isDamage: true)
            : manifest;
    }
}
