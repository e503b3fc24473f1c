using System.IO.Enumeration;

namespace MediaGuard.Publisher.Channels.Folder;

/// <summary>One copy in a folder: written whole or not at all, and found again wherever it was moved.</summary>
internal static class FolderCopy
{
    // Nothing is passed over in silence: a folder that can't be read may hold the copy.
    private static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
    };

    /// <summary>Writes beside, flushes, compares with what lies there, and renames. Leaves no part behind when it fails.</summary>
    public static async Task<ChannelResult> PutAsync(string folder, string name, Stream jpeg, CancellationToken cancellationToken)
    {
        var part = Path.Combine(folder, $".{name}.part");
        var whole = Path.Combine(folder, $"{name}.jpg");
        try
        {
            var length = await WriteAsync(part, jpeg, cancellationToken);
            if (length == 0)
            {
                return ChannelResult.Failed("there was nothing to write", retryHelps: true);
            }

            if (!File.Exists(whole) || !await AreEqualAsync(part, whole, cancellationToken))
            {
                File.Move(part, whole, overwrite: true);
            }

            return ChannelResult.Done($"file written, {length} bytes");
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>Every file under the address whose name holds the release's: also one somebody copied, renamed around, or left half written.</summary>
    /// <remarks>Links to folders are not followed: they lead out of the address, or round in it.</remarks>
    public static List<string> Find(string address, string name) =>
    [
        .. new FileSystemEnumerable<string>(address, (ref FileSystemEntry entry) => entry.ToFullPath(), Everywhere)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                !entry.IsDirectory && entry.FileName.Contains(name, StringComparison.OrdinalIgnoreCase),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        },
    ];

    private static async Task<long> WriteAsync(string path, Stream jpeg, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        await jpeg.CopyToAsync(file, cancellationToken);
        file.Flush(flushToDisk: true);
        return file.Length;
    }

    private static async Task<bool> AreEqualAsync(string left, string right, CancellationToken cancellationToken)
    {
        if (new FileInfo(left).Length != new FileInfo(right).Length)
        {
            return false;
        }

        var one = await File.ReadAllBytesAsync(left, cancellationToken);
        var other = await File.ReadAllBytesAsync(right, cancellationToken);
        return one.AsSpan().SequenceEqual(other);
    }
}
