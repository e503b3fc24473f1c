using System.IO.Compression;
using MediaGuard.Journey.Review;
using MediaGuard.Media;
using Microsoft.AspNetCore.Http.Features;

namespace MediaGuard.Web.Api;

/// <summary>Streams copies as they pass the gate.</summary>
internal static class CopyZip
{
    /// <summary>Breaks this response off if the copy is ordered back before it has ended.</summary>
    public static void BreakOffWith(this HttpContext http, ReleasedCopy copy)
    {
        http.Response.RegisterForDispose(copy.Watch);
        http.Response.RegisterForDispose(copy.Revoked.Register(http.Abort));
    }

    /// <summary>Makes the response a zip.</summary>
    /// <param name="name">Its file name; holds nobody's name.</param>
    public static void Begin(HttpContext http, string name)
    {
        // a zip entry's end is written synchronously by the library; a few bytes each
        if (http.Features.Get<IHttpBodyControlFeature>() is { } body)
        {
            body.AllowSynchronousIO = true;
        }

        http.Response.ContentType = "application/zip";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
    }

    /// <summary>Writes those that may leave, each asked as its turn comes, one after the other.</summary>
    /// <param name="name">The zip's file name; holds nobody's name.</param>
    /// <param name="take">The copy, or null when it may not leave.</param>
    /// <param name="words">Asked at the end, with what is in the zip and how many are not: the texts that go beside it.</param>
    /// <returns>False when none might leave: nothing was written.</returns>
    public static async Task<bool> WriteAsync(
        HttpContext http,
        string name,
        IEnumerable<MediaId> wanted,
        Func<MediaId, Task<ReleasedCopy?>> take,
        Func<IReadOnlyList<(MediaId Media, string FileName)>, int, Task<IReadOnlyList<(string FileName, string Text)>>> words,
        CancellationToken cancellationToken)
    {
        var waiting = new Queue<MediaId>(wanted);
        var inside = new List<(MediaId, string)>();
        var refused = 0;
        if (await NextAsync() is not { } first)
        {
            return false;
        }

        Begin(http, name);
        await using var zip = await ZipArchive.CreateAsync(http.Response.Body, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        for (var copy = first; copy is not null; copy = await NextAsync())
        {
            await using var jpeg = copy.Jpeg;
            await using var to = await zip.CreateEntry(copy.FileName, CompressionLevel.NoCompression).OpenAsync(cancellationToken);
            await jpeg.CopyToAsync(to, cancellationToken);
        }

        foreach (var (file, text) in await words(inside, refused))
        {
            await using var to = new StreamWriter(await zip.CreateEntry(file).OpenAsync(cancellationToken));
            await to.WriteAsync(text.AsMemory(), cancellationToken);
        }

        return true;

        async Task<ReleasedCopy?> NextAsync()
        {
            while (waiting.TryDequeue(out var media))
            {
                if (await take(media) is { } copy)
                {
                    inside.Add((media, copy.FileName));
                    return copy;
                }

                refused++;
            }

            return null;
        }
    }
}
