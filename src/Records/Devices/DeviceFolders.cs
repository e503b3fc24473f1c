namespace MediaGuard.Records.Devices;

/// <summary>Folders of devices below the share, compared whatever their spelling.</summary>
internal static class DeviceFolders
{
    /// <summary>Each part normalised, joined by <c>/</c>; empty when nothing is left.</summary>
    public static string Normalise(string folder) =>
        string.Join('/', folder.Split('/', '\\').Select(NameForms.Normalise).Where(p => p.Length > 0));

    /// <param name="path">A file's path below the share.</param>
    /// <param name="folder">Normalised.</param>
    public static bool Holds(string folder, string path) =>
        folder.Length > 0 && Normalise(path).StartsWith(folder + "/", StringComparison.Ordinal);
}
