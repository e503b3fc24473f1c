using System.Collections.Concurrent;
using NetVips;

namespace MediaGuard.Ingest.Tests.Cleaning;

/// <summary>One drawn picture in every format that files are spoilt in; made once each, a copy for every asker. 320 x 240, as hard to code as a photo.</summary>
internal sealed class DrawnKinds(string folder)
{
    private readonly ConcurrentDictionary<string, Lazy<byte[]>> made = [];

    /// <param name="kind">jpg, progressive, png, interlaced, webp, gif, tif, heic or avif.</param>
    public byte[] Of(string kind) => [.. made.GetOrAdd(kind, k => new Lazy<byte[]>(() => Make(k))).Value];

    private byte[] Make(string kind)
    {
        using var textured = Drawing.Textured(320, 240);
        switch (kind)
        {
            case "heic" or "avif":
                var (drawn, coded) = (Path.Combine(folder, $"drawn-{kind}.png"), Path.Combine(folder, $"drawn.{kind}"));
                File.WriteAllBytes(drawn, textured.PngsaveBuffer());
                Tool.HeifEnc(["-q", "50", .. kind == "avif" ? (string[])["-A"] : [], drawn, "-o", coded]);
                return File.ReadAllBytes(coded);
            case "png":
                return textured.PngsaveBuffer();
            case "interlaced":
                return textured.PngsaveBuffer(interlace: true);
            case "webp":
                return textured.WebpsaveBuffer();
            case "gif":
                return textured.GifsaveBuffer();
            case "tif":
                return textured.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Deflate);
            default:
                return textured.JpegsaveBuffer(q: 85, interlace: kind == "progressive");
        }
    }
}
