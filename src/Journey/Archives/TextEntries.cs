using System.IO.Compression;
using System.Text;

namespace MediaGuard.Journey.Archives;

/// <summary>Puts what was written in memory into an archive that is sent while it is made.</summary>
internal static class TextEntries
{
    public static Task WriteAsync(this ZipArchive zip, string name, string text, CancellationToken cancellationToken) => zip.WriteAsync(name, Encoding.UTF8.GetBytes(text), cancellationToken);

    public static async Task WriteAsync(this ZipArchive zip, string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(cancellationToken);
        await entry.WriteAsync(bytes, cancellationToken);
    }
}
