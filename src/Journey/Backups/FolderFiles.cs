namespace MediaGuard.Journey.Backups;

/// <summary>The files of a folder that are kept by it, by their names in it; what begins with a dot is being written or locks something.</summary>
internal static class FolderFiles
{
    public static IReadOnlyList<string> Of(string folder) => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')).Where(n => !n.StartsWith('.')).Order(StringComparer.Ordinal)];
}
