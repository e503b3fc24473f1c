using MediaGuard.Ingest.Vault;
using MediaGuard.Ingest.Vault.Archives;
using MediaGuard.Media;

namespace MediaGuard.Journey.Backups;

/// <summary>
/// Database and store in one place, keyring and master key in another: whoever gets one of them gets no picture, and a deletion is final once the last copy of the keyring that
/// held its key has expired. In one folder both rules would be void.
/// </summary>
internal static class BackupPlaces
{
    /// <summary>Why backups may not go there; null when they may.</summary>
    /// <param name="lastBooks">Where the last backup of database and store went; empty when none is known.</param>
    /// <param name="lastKeys">As above, of the keyring.</param>
    public static string? Refusal(string? books, string? keys, string lastBooks, string lastKeys, string data, VaultOptions vault)
    {
        string[] own = [data, .. vault.Store == "folder" ? [vault.StoreFolder] : Array.Empty<string>(), vault.KeyringFolder];
        if (new[] { books, keys }.OfType<string>().Any(target => own.Any(o => AreOne(target, o))))
        {
            return "a backup may not lie in the data folder, store or keyring, nor they in it: what destroys one would destroy both";
        }

        var isTogether = (books is not null && keys is not null && AreOne(books, keys))
            || (books is not null && ((keys is null && lastKeys.Length > 0 && AreOne(books, lastKeys)) || LiesWith(books, ArchiveKind.Keys)))
            || (keys is not null && ((books is null && lastBooks.Length > 0 && AreOne(keys, lastBooks)) || LiesWith(keys, ArchiveKind.Books)));
        return isTogether
            ? "database and store in one place, keyring and master key in another: neither folder may be or lie in the other, or a copy of both would open every picture, and no deletion would be final"
            : null;
    }

    /// <summary>Whether an archive of that kind is in the folder, directly below it, or anywhere above it.</summary>
    private static bool LiesWith(string folder, ArchiveKind other)
    {
        var real = Real(folder);
        for (var above = real; above is not null; above = Path.GetDirectoryName(above))
        {
            if (Archive.KindOf(above) == other)
            {
                return true;
            }
        }

        try
        {
            return Directory.Exists(real) && Directory.EnumerateDirectories(real).Any(below => Archive.KindOf(below) == other);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // writing there says what is wrong
        }
    }

    /// <summary>Whether two folders are one, or one lies in the other.</summary>
    private static bool AreOne(string a, string b)
    {
        var (first, second) = (Real(a) + Path.DirectorySeparatorChar, Real(b) + Path.DirectorySeparatorChar);
        var comparison = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        return first.StartsWith(second, comparison) || second.StartsWith(first, comparison);
    }

    /// <summary>The folder itself, whatever links lead to it; also one that is not there yet.</summary>
    private static string Real(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(full) is not { Length: > 0 } parent)
        {
            return "";
        }

        var here = Path.Combine(Real(parent) + Path.DirectorySeparatorChar, Path.GetFileName(full));
        var info = new DirectoryInfo(here);
        return info.LinkTarget is null ? here : Path.TrimEndingDirectorySeparator(info.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? here);
    }
}
