using System.IO.Compression;
using MediaGuard.Journey.Review;

namespace MediaGuard.Web.Api;

/// <summary>Streams copies into a zip as they pass the gate, one after the other.</summary>
internal static class CopyZip
{
    /// <param name="name">The zip's file name; holds nobody's name.</param>
    /// <param name="next">The next copy that may leave; null at the end.</param>
    /// <param name="leftOut">Asked at the end: what to write into <c>left-out.txt</c>; null when nothing was left out.</param>
    public static async Task WriteAsync(HttpContext http, string name, ReleasedCopy first, Func<Task<ReleasedCopy?>> next, Func<string?> leftOut, CancellationToken cancellationToken)
    {
        await using var zip = await ZipArchive.CreateAsync(ZipDownload.Begin(http, name), ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        for (var copy = first; copy is not null; copy = await next())
        {
            await using var to = await zip.CreateEntry(copy.FileName, CompressionLevel.NoCompression).OpenAsync(cancellationToken);
            await copy.Jpeg.CopyToAsync(to, cancellationToken);
        }

        if (leftOut() is { } words)
        {
            await using var to = new StreamWriter(await zip.CreateEntry("left-out.txt").OpenAsync(cancellationToken));
            await to.WriteLineAsync(words);
        }
    }
}
