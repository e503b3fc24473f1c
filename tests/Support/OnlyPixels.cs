using System.Text;
using System.Text.Json;

namespace MediaGuard.Tests.Support;

/// <summary>What a picture that was cleaned may hold: an allowlist of what exiftool finds, and none of the strings that were in the file it was made from.</summary>
public static class OnlyPixels
{
    /// <summary>Shorter strings turn up in any bytes by chance.</summary>
    private const int Shortest = 6;

    /// <summary>What exiftool reads off the bytes of any JPEG, or works out of them. <c>File:Comment</c> and its like are not here.</summary>
    private static readonly string[] Allowed =
    [
        "SourceFile", "ExifTool:ExifToolVersion", "System:*", "JFIF:*", "Composite:ImageSize", "Composite:Megapixels",
        "File:FileType", "File:FileTypeExtension", "File:MIMEType", "File:ImageWidth", "File:ImageHeight", "File:EncodingProcess",
        "File:BitsPerSample", "File:ColorComponents", "File:YCbCrSubSampling",
    ];

    /// <summary>Groups that speak of the file and of exiftool, not of what somebody wrote into it.</summary>
    private static readonly string[] AboutTheFile = ["SourceFile", "ExifTool", "System", "File", "Composite"];

    private static readonly Encoding[] Ways = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode];

    /// <summary>Every tag of the pictures that is not allowed, with its file's name.</summary>
    public static IReadOnlyList<string> LeftoversIn(params string[] files)
    {
        if (files.Length == 0)
        {
            return [];
        }

        var tags = ExifTool.ReadAllAsync(files, CancellationToken.None).GetAwaiter().GetResult();
        return [.. files.Zip(tags).SelectMany(pair => pair.Second.Keys.Where(tag => !IsAllowed(tag)).Select(tag => $"{Path.GetFileName(pair.First)}: {tag}"))];
    }

    /// <summary>The strings of a file's metadata as exiftool reads them, whole and word by word.</summary>
    public static IReadOnlySet<string> StringsOf(IReadOnlyDictionary<string, JsonElement> tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        var whole = tags.Where(tag => !AboutTheFile.Contains(tag.Key.Split(':')[0])).SelectMany(tag => TextsIn(tag.Value)).ToList();
        return whole.Concat(whole.SelectMany(text => text.Split(' '))).Where(text => text.Length >= Shortest && !text.StartsWith("(Binary data", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The words that are in the bytes, as UTF-8 or UTF-16 of either order.</summary>
    public static IReadOnlyList<string> Found(IEnumerable<string> words, ReadOnlySpan<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(words);
        var found = new List<string>();
        foreach (var word in words)
        {
            foreach (var way in Ways)
            {
                if (bytes.IndexOf(way.GetBytes(word)) >= 0)
                {
                    found.Add(word);
                    break;
                }
            }
        }

        return found;
    }

    private static bool IsAllowed(string tag) => Allowed.Contains(tag) || Allowed.Contains(tag[..(tag.IndexOf(':', StringComparison.Ordinal) + 1)] + "*");

    private static IEnumerable<string> TextsIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Number => [value.GetRawText()],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(TextsIn),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => TextsIn(member.Value)),
        _ => [],
    };
}
