namespace MediaGuard.Tests.Support;

/// <summary>Looks for bytes in every file of a folder, open databases and their logs included.</summary>
public static class FolderSearch
{
    public static bool Holds(string folder, ReadOnlySpan<byte> bytes)
    {
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            if (content.AsSpan().IndexOf(bytes) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
