using System.Security.Cryptography;
using MediaGuard.Ingest.Vault.Keys;
using MediaGuard.Ingest.Vault.Stores;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Vault.Archives;

/// <summary>
/// A folder of backups of one kind. Bytes lie once each under <c>objects/</c>, named by their SHA-256; a backup is one manifest, named by its moment and its own digest.
/// Everything is written under a temporary name and named whole, the manifest last: what was broken off is never taken for a backup.
/// </summary>
public sealed class Archive : IDisposable
{
    private const string Ending = ".manifest.json";
    private const int Chunk = 128 << 10;

    private readonly string root;
    private readonly DurableFolder folder;
    private readonly FileStream? held;

    private Archive(string root, ArchiveKind kind, FileStream? held, TimeProvider clock)
    {
        this.root = root;
        this.held = held;
        Kind = kind;
        folder = new DurableFolder(root, clock);
    }

    public ArchiveKind Kind { get; }

    /// <summary>The archive of a folder, made when missing, for one writer.</summary>
    /// <exception cref="ArchiveException">Busy, of the other kind, full or out of reach.</exception>
    public static Archive ToWrite(string path, ArchiveKind kind, TimeProvider clock) => Explaining(() =>
    {
        DurableFile.MakeDirectory(Path.GetFullPath(path));
        if (KindOf(path) is { } other && other != kind)
        {
            throw new ArchiveException(ArchiveFailure.OtherKind);
        }

        var marker = Path.Combine(path, MarkerOf(kind));
        try
        {
            return new Archive(Path.GetFullPath(path), kind, new FileStream(marker, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), clock);
        }
        catch (IOException e) when (KeyringLock.IsHeld(e))
        {
            throw new ArchiveException(ArchiveFailure.Busy, e);
        }
    });

    /// <summary>The archive of a folder, to be read.</summary>
    /// <exception cref="ArchiveException">Missing, or of the other kind.</exception>
    public static Archive ToRead(string path, ArchiveKind? kind, TimeProvider clock) => KindOf(path) switch
    {
        null => throw new ArchiveException(ArchiveFailure.Missing),
        { } found when kind is { } asked && found != asked => throw new ArchiveException(ArchiveFailure.OtherKind),
        { } found => new Archive(Path.GetFullPath(path), found, null, clock),
    };

    /// <summary>What kind of archive lies in a folder; null when none does.</summary>
    public static ArchiveKind? KindOf(string path) =>
        File.Exists(Path.Combine(path, MarkerOf(ArchiveKind.Keys))) ? ArchiveKind.Keys
        : File.Exists(Path.Combine(path, MarkerOf(ArchiveKind.Books))) ? ArchiveKind.Books
        : null;

    /// <summary>Stamps of the backups it holds, the oldest first.</summary>
    public IReadOnlyList<string> Stamps() => Explaining(() =>
        Directory.EnumerateFiles(root, "*" + Ending).Select(f => Path.GetFileName(f).Split('.')[0]).Order(StringComparer.Ordinal).ToList());

    /// <summary>The manifest of a backup, held against the digest in its name.</summary>
    /// <exception cref="ArchiveException">Missing, damaged, or of a later version.</exception>
    public async Task<ArchiveManifest> ReadAsync(string stamp, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        var file = Explaining(() => Directory.GetFiles(root, "*" + Ending)).FirstOrDefault(f => Path.GetFileName(f).Split('.')[0] == stamp)
            ?? throw new ArchiveException(ArchiveFailure.Missing);
        var bytes = await ExplainingAsync(() => File.ReadAllBytesAsync(file, cancellationToken));
        if (Path.GetFileName(file).Split('.')[1] != DigestOf(bytes))
        {
            throw new ArchiveException(ArchiveFailure.Damaged);
        }

        return ArchiveManifest.Decode(bytes);
    }

    /// <summary>The newest backup that can be read; null when there is none.</summary>
    public Task<ArchiveManifest?> NewestAsync(CancellationToken cancellationToken) => FirstAsync(Stamps().Reverse(), cancellationToken);

    /// <summary>The oldest backup that can be read; null when there is none.</summary>
    public Task<ArchiveManifest?> OldestAsync(CancellationToken cancellationToken) => FirstAsync(Stamps(), cancellationToken);

    private async Task<ArchiveManifest?> FirstAsync(IEnumerable<string> stamps, CancellationToken cancellationToken)
    {
        foreach (var stamp in stamps)
        {
            try
            {
                return await ReadAsync(stamp, cancellationToken);
            }
            catch (ArchiveException e) when (e.Failure is ArchiveFailure.Damaged)
            {
                // verifying names it; the next one is as good
            }
        }

        return null;
    }

    /// <summary>Whether the bytes of a file lie in the archive at their full length.</summary>
    public bool Holds(ArchivedFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var at = new FileInfo(PathOf(file.Sha256));
        return at.Exists && at.Length == file.Length;
    }

    /// <summary>Copies bytes into the archive unless they are there, and reads them back from the disk.</summary>
    /// <exception cref="ArchiveException">Full, out of reach, or what came back was not what was written.</exception>
    public async Task<(ArchivedFile File, bool IsNew)> AddAsync(string name, Stream content, string mark, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        var file = Explaining(folder.NewTemporary);
        try
        {
            var (sha256, length) = await CopyAsync(content, file, cancellationToken);
            var added = new ArchivedFile(name, length, sha256, mark);
            if (await IsWholeAsync(added, cancellationToken))
            {
                return (added, false);
            }

            Explaining(() => folder.Publish(file, NameOf(sha256), replace: true));
            return await IsWholeAsync(added, cancellationToken) ? (added, true) : throw new ArchiveException(ArchiveFailure.Damaged);
        }
        finally
        {
            Discard(file);
        }
    }

    /// <summary>A path in the archive's folder for something that is made first and added then. The caller removes it.</summary>
    public string NewTemporary()
    {
        using var file = Explaining(folder.NewTemporary);
        return file.Name;
    }

    /// <summary>Makes the backup exist: its files are all there.</summary>
    public void Finish(ArchiveManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        if (manifest.Files.Any(f => !Holds(f)))
        {
            throw new ArchiveException(ArchiveFailure.Damaged);
        }

        Explaining(() =>
        {
            var bytes = manifest.Encode();
            using var file = folder.NewTemporary();
            try
            {
                file.Write(bytes);
                folder.Publish(file, $"{manifest.Stamp}.{DigestOf(bytes)}{Ending}", replace: false);
            }
            finally
            {
                Discard(file);
            }
        });
    }

    /// <summary>Whether a file's bytes are there and are those that were written.</summary>
    public async Task<bool> IsWholeAsync(ArchivedFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!Holds(file))
        {
            return false;
        }

        await using var bytes = OpenRead(file);
        return Convert.ToHexStringLower(await ExplainingAsync(() => SHA256.HashDataAsync(bytes, cancellationToken).AsTask())) == file.Sha256;
    }

    /// <exception cref="ArchiveException">Missing or out of reach.</exception>
    public Stream OpenRead(ArchivedFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Explaining(() => new FileStream(PathOf(file.Sha256), FileMode.Open, FileAccess.Read, FileShare.Read, Chunk, useAsync: true));
    }

    /// <summary>Puts a file where it belongs, whole, for the owner alone; what is there already stays and is an error.</summary>
    public async Task RestoreAsync(ArchivedFile file, string path, CancellationToken cancellationToken)
    {
        await using var bytes = OpenRead(file);
        Explaining(() => DurableFile.MakeDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!));
        var target = Explaining(() => DurableFile.Create($"{path}.{RandomNumberGenerator.GetHexString(16, lowercase: true)}"));
        try
        {
            if ((await CopyAsync(bytes, target, cancellationToken)).Sha256 != file.Sha256)
            {
                throw new ArchiveException(ArchiveFailure.Damaged);
            }

            if (!Explaining(() => DurableFile.Publish(target, path, replace: false)))
            {
                throw new ArchiveException(ArchiveFailure.OutOfReach);
            }
        }
        finally
        {
            Discard(target);
        }
    }

    /// <summary>Ends backups and whatever bytes no other backup needs; those of keys are overwritten first.</summary>
    public async Task RemoveAsync(IReadOnlyCollection<string> stamps, CancellationToken cancellationToken)
    {
        var needed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stamp in Stamps().Except(stamps))
        {
            needed.UnionWith((await ReadAsync(stamp, cancellationToken)).Files.Select(f => f.Sha256));
        }

        Explaining(() =>
        {
            foreach (var file in Directory.GetFiles(root, "*" + Ending).Where(f => stamps.Contains(Path.GetFileName(f).Split('.')[0])))
            {
                DurableFile.Remove(file);
            }

            foreach (var name in folder.Names("objects").Where(n => !needed.Contains(Path.GetFileName(n))).ToList())
            {
                (Kind == ArchiveKind.Keys ? (Action<string>)DurableFile.Shred : DurableFile.Remove)(folder.PathOf(name));
            }
        });
    }

    public void Dispose() => held?.Dispose();

    private static string MarkerOf(ArchiveKind kind) => kind == ArchiveKind.Keys ? "mediaguard-keys" : "mediaguard-books";

    private static string NameOf(string sha256) => $"objects/{sha256[..2]}/{sha256}";

    private static string DigestOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];

    /// <summary>Where a file's bytes lie, for a tool that needs a path. To be read only.</summary>
    public string PathOf(ArchivedFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return PathOf(file.Sha256);
    }

    private string PathOf(string sha256) => Path.Combine(root, NameOf(sha256));

    /// <summary>The content's own failures pass through unexplained: they say nothing about the archive.</summary>
    private static async Task<(string Sha256, long Length)> CopyAsync(Stream content, FileStream file, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Chunk];
        var length = 0L;
        while (await content.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            hash.AppendData(buffer, 0, count);
            await ExplainingAsync(async () =>
            {
                await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
                return true;
            });
            length += count;
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), length);
    }

    private static void Discard(FileStream file)
    {
        try
        {
            file.Dispose();
            File.Delete(file.Name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // swept later; what matters is the failure that led here
        }
    }

    private static void Explaining(Action action) => Explaining(() =>
    {
        action();
        return true;
    });

    private static T Explaining<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (StorageFaults.Explain(e) is { } fault)
        {
            throw Of(fault, e);
        }
    }

    private static async Task<T> ExplainingAsync<T>(Func<Task<T>> action)
    {
        try
        {
            return await action();
        }
        catch (Exception e) when (StorageFaults.Explain(e) is { } fault)
        {
            throw Of(fault, e);
        }
    }

    private static ArchiveException Of(MediaException fault, Exception e) =>
        new(fault.Reason == ReasonCode.StorageFull ? ArchiveFailure.Full : ArchiveFailure.OutOfReach, e);
}
