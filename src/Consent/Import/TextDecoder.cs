using System.Text;

namespace MediaGuard.Consent.Import;

/// <summary>Finds out in which encoding an export was written.</summary>
/// <remarks>
/// A byte order mark decides; without one, bytes that are UTF-8 throughout are UTF-8, and everything else is Windows-1252, in which the older programs of schools
/// write. No guessing by letter statistics: a register's few accents are too little to guess from.
/// </remarks>
internal static class TextDecoder
{
    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
        {
            return Strict(Utf8, bytes[3..], "UTF-8") ?? new DecodedText("", "UTF-8", false);
        }

        if (bytes is [0xFF, 0xFE, ..])
        {
            return Strict(new UnicodeEncoding(false, false, true), bytes[2..], "UTF-16") ?? new DecodedText("", "UTF-16", false);
        }

        if (bytes is [0xFE, 0xFF, ..])
        {
            return Strict(new UnicodeEncoding(true, false, true), bytes[2..], "UTF-16") ?? new DecodedText("", "UTF-16", false);
        }

        return Strict(Utf8, bytes, "UTF-8") ?? Made(Windows.GetString(bytes), "Windows-1252");
    }

    private static DecodedText? Strict(Encoding encoding, ReadOnlySpan<byte> bytes, string name)
    {
        try
        {
            return Made(encoding.GetString(bytes), name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static DecodedText Made(string text, string name) => new(text, name, !text.Any(IsNoText));

    /// <summary>Controls no export writes; what Windows-1252 leaves unassigned lands here too.</summary>
    private static bool IsNoText(char c) => (c < ' ' && c is not '\t' and not '\r' and not '\n') || c is >= '\u007f' and <= '\u009f';
}
