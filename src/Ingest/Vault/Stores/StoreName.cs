namespace MediaGuard.Ingest.Vault.Stores;

/// <summary>
/// Names every store can hold on every system: parts of <c>a-z 0-9 - _ .</c> joined by <c>/</c>, none empty or starting with a dot,
/// at most 200 characters.
/// </summary>
internal static class StoreName
{
    private const int Longest = 200;

    /// <exception cref="ArgumentException">The name is not safe. The message does not repeat it.</exception>
    public static void Require(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length > Longest || !name.Split('/').All(IsSafe))
        {
            throw new ArgumentException("Not a safe store name.", nameof(name));
        }
    }

    /// <summary>The folder a prefix points into, ending before its last <c>/</c>; empty for the whole store.</summary>
    /// <exception cref="ArgumentException">The prefix is not the beginning of a safe name.</exception>
    public static string FolderOf(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        var folder = prefix[..Math.Max(prefix.LastIndexOf('/'), 0)];
        if (folder.Length > 0)
        {
            Require(folder);
        }

        return folder;
    }

    private static bool IsSafe(string part) =>
        part.Length > 0 && part[0] != '.' && part[^1] != '.' && part.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_' or '.');
}
