using System.Text;
using System.Text.RegularExpressions;
using MediaGuard.Tests.Support;

namespace MediaGuard.Journeys.Tests.Browser;

/// <summary>What a picture that left may hold: an allowlist of what exiftool finds, and none of the words the demo planted.</summary>
internal static partial class OnlyPixels
{
    /// <summary>What exiftool reads off the bytes of any JPEG, or works out of them. <c>File:Comment</c> and its like are not here.</summary>
    private static readonly string[] Allowed =
    [
        "SourceFile", "ExifTool:ExifToolVersion", "System:*", "JFIF:*", "Composite:ImageSize", "Composite:Megapixels",
        "File:FileType", "File:FileTypeExtension", "File:MIMEType", "File:ImageWidth", "File:ImageHeight", "File:EncodingProcess",
        "File:BitsPerSample", "File:ColorComponents", "File:YCbCrSubSampling",
    ];

    /// <summary>Devices, titles, names, and the marks of the segments they come in; none short enough to turn up by chance.</summary>
    private static readonly string[] Planted =
    [
        "Exif\0\0", "ns.adobe.com", "xmpmeta", "Photoshop 3.0", "Apple", "iPad (", "Pocketphone", "assembly", "window", "friends", "Reading corner", "stairs",
        "class wall", "Tilly's mum", "Benji", "Chloe", "Finley", "Patelhurst", "Goldwater", "Kingsmead", "Hollybank", "IMG_0", "IMG_2",
    ];

    public static async Task AssertAsync(string file)
    {
        Assert.That(Path.GetFileName(file), Does.Match(ReleaseName()), "the name says nothing");
        var found = (await ExifTool.ReadAsync(file, CancellationToken.None)).Keys.Where(t => !Allowed.Contains(t) && !Allowed.Contains(t[..(t.IndexOf(':') + 1)] + "*"));
        Assert.That(found, Is.Empty, "exiftool finds more than pixels");
        Assert.That(PlantedIn(await File.ReadAllBytesAsync(file)), Is.Empty, "what the device or somebody wrote is in the bytes");
    }

    /// <summary>The planted words that are in the bytes, as ASCII or UTF-16 of either order.</summary>
    public static IReadOnlyList<string> PlantedIn(byte[] bytes)
    {
        Encoding[] ways = [Encoding.Latin1, Encoding.Unicode, Encoding.BigEndianUnicode];
        return [.. Planted.Where(word => ways.Any(way => bytes.AsSpan().IndexOf(way.GetBytes(word)) >= 0))];
    }

    [GeneratedRegex("^[0-9a-z]{22,32}\\.jpg$")]
    private static partial Regex ReleaseName();
}
