namespace MediaGuard.Ingest.Arrivals;

/// <summary>Names that are never photos: hidden, half copied, or left by systems. Folders of these names are not entered.</summary>
internal static class PassedOver
{
    /// <summary>What a device's copy is called while it is compared before removal, followed by the item's id.</summary>
    public const string AsidePrefix = ".mediaguard-";

    private static readonly string[] Endings = [".tmp", ".part", ".partial", ".crdownload"];

    // The last five are kept by network drives and disks: bins (deleted photos must not come back) and thumbnails.
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "Thumbs.db", "desktop.ini", "$RECYCLE.BIN", "System Volume Information", "#recycle", "@eaDir", "lost+found",
    };

    public static bool Is(ReadOnlySpan<char> name)
    {
        if (name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal))
        {
            return true;
        }

        foreach (var ending in Endings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return Names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
    }
}
