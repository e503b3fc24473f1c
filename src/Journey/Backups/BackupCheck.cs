using MediaGuard.Ingest.Vault.Archives;
using MediaGuard.Media;
using MediaGuard.Records.Backups;

namespace MediaGuard.Journey.Backups;

/// <summary>Reads backups of one archive back: every list of files, every file once, and the copy of the database.</summary>
internal sealed class BackupCheck(Archive archive)
{
    /// <remarks>Backups share most files.</remarks>
    private readonly Dictionary<string, bool> whole = new(StringComparer.Ordinal);

    /// <summary>Every backup, the oldest first.</summary>
    /// <param name="expired">What was taken before this has expired.</param>
    public async Task<IReadOnlyList<BackupFinding>> RunAsync(Instant expired, CancellationToken cancellationToken)
    {
        var findings = new List<BackupFinding>();
        foreach (var stamp in archive.Stamps())
        {
            findings.Add(await OfAsync(stamp, expired, cancellationToken));
        }

        return findings;
    }

    /// <summary>What is wrong with a backup; empty when it is whole.</summary>
    public async Task<string> WrongAsync(ArchiveManifest manifest, CancellationToken cancellationToken)
    {
        var damaged = 0;
        foreach (var file in manifest.Files)
        {
            if (!whole.TryGetValue(file.Sha256, out var isWhole))
            {
                whole[file.Sha256] = isWhole = await archive.IsWholeAsync(file, cancellationToken);
            }

            damaged += isWhole ? 0 : 1;
        }

        return damaged > 0 ? $"{damaged} of {manifest.Files.Length} files are missing or not what was written"
            : manifest.Kind == ArchiveKind.Keys ? ""
            : manifest.Files.FirstOrDefault(f => f.Name.StartsWith("database/", StringComparison.Ordinal)) is { } copy
                ? await DatabaseCopy.WrongAsync(manifest.Facts.GetValueOrDefault("provider", "sqlite"), archive.PathOf(copy), cancellationToken) ?? ""
                : "no copy of the database is in it";
    }

    private async Task<BackupFinding> OfAsync(string stamp, Instant expired, CancellationToken cancellationToken)
    {
        try
        {
            var manifest = await archive.ReadAsync(stamp, cancellationToken);
            return new BackupFinding(archive.Kind, stamp, manifest.Moment, manifest.Files.Length, await WrongAsync(manifest, cancellationToken), manifest.Moment < expired);
        }
        catch (ArchiveException e) when (e.Failure is ArchiveFailure.Damaged or ArchiveFailure.UnknownVersion)
        {
            return new BackupFinding(archive.Kind, stamp, null, 0, e.Failure == ArchiveFailure.Damaged ? "its list of files is not what was written" : "it was made by a later version of MediaGuard", false);
        }
    }
}
