namespace MediaGuard.Publisher.Channels.Folder;

/// <summary>An empty file that tells a channel's folder from the bare mount point left when its share is not connected.</summary>
internal static class FolderMark
{
    private const string Name = ".mediaguard-channel";

    public static bool Lies(string address) => File.Exists(Path.Combine(address, Name));

    public static void Ensure(string address)
    {
        if (!Lies(address))
        {
            using var mark = new FileStream(Path.Combine(address, Name), FileMode.OpenOrCreate, FileAccess.Write);
            mark.Flush(flushToDisk: true);
        }
    }
}
