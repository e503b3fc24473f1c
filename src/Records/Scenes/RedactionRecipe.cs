using System.Collections.Immutable;
using System.Globalization;
using MediaGuard.Ingest.Cleaning.Redaction;
using MediaGuard.Media;
using MediaGuard.Records.Rows;

namespace MediaGuard.Records.Scenes;

/// <summary>What is to be taken out of a picture for each channel, as people said it; and how that is kept in a column.</summary>
/// <remarks>Boxes are those of the picture as it was cleaned, whatever is cropped, so that recipes and faces are compared in one frame.</remarks>
internal static class RedactionRecipe
{
    /// <summary>One for each channel somebody blurred or cropped it for; what was taken back does not count.</summary>
    public static ImmutableDictionary<string, PictureRedaction> Of(IEnumerable<AttestationRow> said) => said
        .Where(a => a.RetractedAt is null && a.Kind is AttestationKind.Blurred or AttestationKind.Cropped && a is { Channel: not null, X: not null })
        .GroupBy(a => a.Channel!)
        .ToImmutableDictionary(g => g.Key, g => new PictureRedaction(
            [.. g.Where(a => a.Kind == AttestationKind.Blurred).Select(Area).Distinct().OrderBy(b => b.X).ThenBy(b => b.Y).ThenBy(b => b.Width).ThenBy(b => b.Height)],
            g.Where(a => a.Kind == AttestationKind.Cropped).OrderBy(a => a.At.Microseconds).ThenBy(a => a.Id).Select(a => (PixelBox?)Area(a)).LastOrDefault()));

    /// <summary>The same text for the same redaction.</summary>
    public static string Write(PictureRedaction redaction) => string.Join(
        ';',
        redaction.Blurred.Select(b => "blur " + Write(b)).Concat(redaction.Kept is { } kept ? ["keep " + Write(kept)] : []));

    public static PictureRedaction Parse(string text)
    {
        var parts = text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(p => (Word: p[..4], Box: ParseBox(p[5..]))).ToList();
        return new PictureRedaction([.. parts.Where(p => p.Word == "blur").Select(p => p.Box)], parts.Where(p => p.Word == "keep").Select(p => (PixelBox?)p.Box).LastOrDefault());
    }

    private static PixelBox Area(AttestationRow row) => new(row.X!.Value, row.Y!.Value, row.Width!.Value, row.Height!.Value);

    private static string Write(PixelBox box) => string.Create(CultureInfo.InvariantCulture, $"{box.X:R},{box.Y:R},{box.Width:R},{box.Height:R}");

    private static PixelBox ParseBox(string text)
    {
        var sides = text.Split(',').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToList();
        return new PixelBox(sides[0], sides[1], sides[2], sides[3]);
    }
}
