using System.Collections.Immutable;
using MediaGuard.Ingest.Vault;
using MediaGuard.Ingest.Vault.Archives;
using MediaGuard.Journey.Heads;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Backups;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey.Backups;

/// <summary>Makes backups of both kinds while the program runs, and notes them.</summary>
internal sealed class BackupDesk(
    IMediaStore store,
    DatabaseCopy database,
    IBackupBook book,
    IRecordsFactory records,
    IMasterKeyProvider masterKey,
    AuditHeads heads,
    IOptions<VaultOptions> vault,
    IOptions<JourneyOptions> journey,
    IOptions<BackupOptions> options,
    DatabaseStart start,
    TimeProvider clock) : IBackupDesk
{
    private readonly VaultOptions vault = vault.Value;
    private readonly JourneyOptions journey = journey.Value;

    public async Task<IReadOnlyList<BackupMade>> MakeAsync(string? books, string? keys, UserId? by, CancellationToken cancellationToken)
    {
        var known = await KnownPlacesAsync(cancellationToken);
        if (BackupPlaces.Refusal(books, keys, known[ArchiveKind.Books], known[ArchiveKind.Keys], journey.DataFolder, vault) is { } refusal)
        {
            throw new BackupException(refusal);
        }

        var made = new List<BackupMade>();
        if (books is not null)
        {
            made.Add(await MakeAsync(ArchiveKind.Books, books, GatherBooksAsync, by, cancellationToken));
        }

        // after the books, so that of what they know every key is in it that was not destroyed meanwhile
        if (keys is not null)
        {
            made.Add(await MakeAsync(ArchiveKind.Keys, keys, GatherKeysAsync, by, cancellationToken));
        }

        return made;
    }

    public async Task<IReadOnlyList<BackupFinding>> VerifyAsync(string folder, bool expire, CancellationToken cancellationToken)
    {
        var kind = Archive.KindOf(folder) ?? throw new ArchiveException(ArchiveFailure.Missing);
        using var archive = expire ? Archive.ToWrite(folder, kind, clock) : Archive.ToRead(folder, kind, clock);
        var findings = await new BackupCheck(archive).RunAsync(Instant.Now(clock) - options.Value.KeptFor(kind), cancellationToken);
        if (findings.Count == 0)
        {
            throw new ArchiveException(ArchiveFailure.Missing);
        }

        var newest = findings.LastOrDefault(f => f.IsWhole);
        var ended = expire && newest is not null ? findings.Where(f => f.IsExpired && f != newest).Select(f => f.Stamp).ToHashSet(StringComparer.Ordinal) : [];
        if (ended.Count > 0)
        {
            await archive.RemoveAsync(ended, cancellationToken);
        }

        await NoteAsync(archive, findings, cancellationToken);
        return [.. findings.Select(f => f with { IsRemoved = ended.Contains(f.Stamp) })];
    }

    private async Task NoteAsync(Archive archive, IReadOnlyList<BackupFinding> findings, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(journey.DataFolder) || findings.LastOrDefault(f => f.Moment is not null) is not { Moment: { } newest } last || !await start.IsReadyAsync(cancellationToken))
        {
            return;
        }

        var oldest = (await archive.OldestAsync(cancellationToken))?.Moment ?? newest;
        foreach (var school in await records.SchoolsAsync(cancellationToken))
        {
            await book.NoteCheckedAsync(school.Id, archive.Kind, newest, last.IsWhole, oldest, cancellationToken);
        }
    }

    private async Task<BackupMade> MakeAsync(ArchiveKind kind, string folder, Func<Archive, Gathering, CancellationToken, Task> gather, UserId? by, CancellationToken cancellationToken)
    {
        using var archive = Archive.ToWrite(folder, kind, clock);
        var takenAt = clock.GetUtcNow();
        var gathering = new Gathering(archive, await archive.NewestAsync(cancellationToken));
        await gather(archive, gathering, cancellationToken);
        var facts = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
        {
            ["provider"] = database.Provider,
            ["masterKey"] = await masterKey.CurrentKeyIdAsync(cancellationToken),
        });
        var manifest = new ArchiveManifest(ArchiveManifest.CurrentFormat, kind, takenAt, facts, gathering.Files);
        archive.Finish(manifest);
        await NoteAsync(archive, manifest, gathering, Path.GetFullPath(folder), by, cancellationToken);
        return new BackupMade(kind, manifest.Stamp, manifest.Files.Length, manifest.Bytes, gathering.Added);
    }

    /// <summary>The database first: what its rows name is in the store by then, or deleted meanwhile.</summary>
    private async Task GatherBooksAsync(Archive archive, Gathering gathering, CancellationToken cancellationToken)
    {
        var copy = archive.NewTemporary();
        try
        {
            await database.CopyToAsync(copy, cancellationToken);
            await gathering.AddFileAsync("database/" + database.FileName, copy, cancellationToken);
        }
        finally
        {
            File.Delete(copy);
        }

        await gathering.AddStoreAsync(store, cancellationToken);
        await gathering.AddFolderAsync("heads", heads.Folder, cancellationToken);
    }

    private async Task GatherKeysAsync(Archive archive, Gathering gathering, CancellationToken cancellationToken)
    {
        await gathering.AddFolderAsync("keyring", vault.KeyringFolder, cancellationToken);
        if (vault.MasterKey == "file")
        {
            await gathering.AddFileAsync("master.key", vault.MasterKeyFile, cancellationToken);
        }

        await gathering.AddFileAsync(RestorePlan.SettingsFile, Path.Combine(journey.DataFolder, RestorePlan.SettingsFile), cancellationToken);
    }

    private async Task NoteAsync(Archive archive, ArchiveManifest manifest, Gathering gathering, string folder, UserId? by, CancellationToken cancellationToken)
    {
        var oldest = (await archive.OldestAsync(cancellationToken))?.Moment ?? manifest.Moment;
        foreach (var school in await records.SchoolsAsync(cancellationToken))
        {
            var before = (await book.StateAsync(school.Id, cancellationToken)).Single(s => s.Kind == manifest.Kind).Last;
            var verified = gathering.WasAllRead ? Instant.Now(clock) : before?.Place == folder ? before.VerifiedAt : null;
            await book.NoteMadeAsync(
                school.Id, manifest.Kind, new BackupNote(manifest.Moment, manifest.Files.Length, manifest.Bytes, gathering.Added, verified, oldest, folder), by, cancellationToken);
        }
    }

    private async Task<Dictionary<ArchiveKind, string>> KnownPlacesAsync(CancellationToken cancellationToken)
    {
        var places = new Dictionary<ArchiveKind, string> { [ArchiveKind.Books] = "", [ArchiveKind.Keys] = "" };
        foreach (var school in await records.SchoolsAsync(cancellationToken))
        {
            foreach (var state in (await book.StateAsync(school.Id, cancellationToken)).Where(s => s.Last is not null))
            {
                places[state.Kind] = state.Last!.Place;
            }
        }

        return places;
    }
}
