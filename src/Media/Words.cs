using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MediaGuard.Media;

/// <summary>
/// What the program says to people, in the language it was started in. The code says it in English; that English is the key under which <c>words/Words.resx</c>
/// lists it and a translation gives the other language's words. What has no translation is said in English.
/// </summary>
public static class Words
{
    private static Translation translation = Translation.English;

    /// <summary>How days and numbers are written.</summary>
    public static CultureInfo Culture => translation.Culture;

    /// <summary>The language's tag for a page's <c>lang</c>, such as <c>en-GB</c>.</summary>
    public static string Tag => translation.Culture.Name;

    /// <summary>From now on the program speaks this language. Said once, before anything is said to anybody.</summary>
    public static void Speak(Translation spoken) => translation = spoken;

    /// <summary>A whole sentence or label.</summary>
    public static string Text([ConstantExpected] string english) => translation.Of(english);

    /// <summary>A sentence with holes; each is filled after the sentence was translated, so a translation may order them otherwise.</summary>
    public static string Text(Sentence english) => english.In(translation);

    /// <summary>The spoken sentence with its holes still open, for a place that fills them itself.</summary>
    public static string Format(Sentence english) => translation.Of(english.English);

    /// <summary>What is said of one or of several; <c>{0}</c> stands for the number.</summary>
    public static string Count(int count, [ConstantExpected] string one, [ConstantExpected] string many) =>
        string.Format(Culture, translation.Of(count == 1 ? one : many), count.ToString("#,0", Culture));

    /// <summary>“a, b and c”.</summary>
    public static string List(IEnumerable<string> parts)
    {
        var all = parts.ToList();
        return all.Count < 2 ? string.Concat(all) : Text($"{string.Join(", ", all[..^1])} and {all[^1]}");
    }
}
