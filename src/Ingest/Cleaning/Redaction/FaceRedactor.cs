using System.Collections.Immutable;
using MediaGuard.Ingest.Cleaning.Decoding;
using MediaGuard.Ingest.Cleaning.Proof;
using MediaGuard.Media;
using Microsoft.Extensions.Options;
using NetVips;

namespace MediaGuard.Ingest.Cleaning.Redaction;

/// <remarks>
/// One flat colour and no mosaic: who looks for a child in a class of thirty has thirty faces to compare a mosaic with, and a few blocks suffice
/// for that. The pixels are written over before anything is encoded, so nothing of them can reach the file.
/// </remarks>
internal sealed class FaceRedactor(IPixelDecoder decoder, IOptions<CleaningOptions> options) : IFaceRedactor
{
    /// <summary>A middle grey: no hint of skin, hair or clothes.</summary>
    public const byte Cover = 128;

    private const int Smallest = 16;

    public CleanedPicture Redact(ReadOnlyMemory<byte> rendition, PictureRedaction redaction)
    {
        ArgumentNullException.ThrowIfNull(redaction);
        var picture = decoder.Decode(rendition);
        foreach (var face in redaction.Blurred)
        {
            Fill(picture, Within(picture, PictureRedaction.Around(face)));
        }

        var kept = Within(picture, redaction.Kept ?? new PixelBox(0, 0, picture.Width, picture.Height));
        if (kept.Width < Smallest || kept.Height < Smallest)
        {
            throw new MediaException(ReasonCode.CleaningFailed);
        }

        using var whole = Image.NewFromMemory(picture.Rgb, picture.Width, picture.Height, 3, Enums.BandFormat.Uchar);
        using var srgb = whole.Copy(interpretation: Enums.Interpretation.Srgb);
        using var cut = srgb.Crop(kept.Left, kept.Top, kept.Width, kept.Height);
        var jpeg = JpegEncoding.Encode(cut, options.Value.Quality);
        RenditionProof.Require(jpeg, kept.Width, kept.Height);
        ImmutableArray<string> notes = [.. redaction.Blurred.IsEmpty ? [] : new[] { "faces covered" }, .. redaction.Kept is null ? [] : new[] { "cropped" }];
        return new(jpeg, kept.Width, kept.Height, ImmutableSortedDictionary<string, int>.Empty, notes);
    }

    private static void Fill(PixelImage picture, (int Left, int Top, int Width, int Height) area)
    {
        for (var y = area.Top; y < area.Top + area.Height; y++)
        {
            picture.Rgb.AsSpan(((y * picture.Width) + area.Left) * 3, area.Width * 3).Fill(Cover);
        }
    }

    /// <summary>Whole pixels, outwards, within the picture.</summary>
    private static (int Left, int Top, int Width, int Height) Within(PixelImage picture, PixelBox box)
    {
        var left = (int)Math.Clamp(Math.Floor(box.X), 0, picture.Width);
        var top = (int)Math.Clamp(Math.Floor(box.Y), 0, picture.Height);
        return (left, top, (int)Math.Clamp(Math.Ceiling(box.Right), left, picture.Width) - left, (int)Math.Clamp(Math.Ceiling(box.Bottom), top, picture.Height) - top);
    }
}
