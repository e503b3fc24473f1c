using System.Text.RegularExpressions;
using MediaGuard.Tests.Support;

namespace MediaGuard.Journeys.Tests.Browser;

/// <summary>What a picture of the demo that left may hold: only pixels, under a name that says nothing, and none of the words the demo planted.</summary>
internal static partial class DemoLeftovers
{
    /// <summary>Devices, titles, names, and the marks of the segments they come in; none short enough to turn up by chance.</summary>
    private static readonly string[] Planted =
    [
        "Exif\0\0", "ns.adobe.com", "xmpmeta", "Photoshop 3.0", "Apple", "iPad (", "Pocketphone", "assembly", "window", "friends", "Reading corner", "stairs",
        "class wall", "Tilly's mum", "Benji", "Chloe", "Finley", "Patelhurst", "Goldwater", "Kingsmead", "Hollybank", "IMG_0", "IMG_2",
    ];

    public static async Task AssertNoneAsync(string file)
    {
        Assert.That(Path.GetFileName(file), Does.Match(ReleaseName()), "the name says nothing");
        Assert.That(OnlyPixels.LeftoversIn(file), Is.Empty, "exiftool finds more than pixels");
        Assert.That(PlantedIn(await File.ReadAllBytesAsync(file)), Is.Empty, "what the device or somebody wrote is in the bytes");
    }

    /// <summary>The planted words that are in the bytes, as ASCII or UTF-16 of either order.</summary>
    public static IReadOnlyList<string> PlantedIn(byte[] bytes) => OnlyPixels.Found(Planted, bytes);

    [GeneratedRegex("^[0-9a-z]{22,32}\\.jpg$")]
    private static partial Regex ReleaseName();
}
