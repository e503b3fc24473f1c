using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace MediaGuard.Media;

/// <summary>What is said in one language for what the code says in English.</summary>
public sealed partial class Translation
{
    private readonly Dictionary<string, string> _said;

    private Translation(CultureInfo culture, Dictionary<string, string> said) => (Culture, _said) = (culture, said);

    public static Translation English { get; } = new(CultureInfo.GetCultureInfo("en-GB"), []);

    public CultureInfo Culture { get; }

    /// <summary>The English sentences that have a translation.</summary>
    public IReadOnlyCollection<string> Sentences => _said.Keys;

    /// <summary>Reads <c>Words.TAG.resx</c>; TAG says whose days and numbers are written.</summary>
    /// <exception cref="TranslationException">It is not there, no such file, or a sentence's holes or markup are not those of the English one.</exception>
    public static Translation Read(string path)
    {
        var culture = CultureOf(path);
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (english, words) in Load(path))
        {
            Require(path, english, words);
            if (!said.TryAdd(english, words))
            {
                throw new TranslationException($"{path}: “{english}” is in it twice.");
            }
        }

        return new Translation(culture, said);
    }

    /// <summary>Its words for the English sentence; the sentence itself where there are none.</summary>
    public string Of(string english) => _said.GetValueOrDefault(english, english);

    private static CultureInfo CultureOf(string path)
    {
        var name = Path.GetFileName(path).Split('.');
        try
        {
            return name is ["Words", var tag, "resx"] ? CultureInfo.GetCultureInfo(tag) : throw new TranslationException($"{path}: the file must be called Words.TAG.resx, such as Words.cy.resx.");
        }
        catch (CultureNotFoundException)
        {
            throw new TranslationException($"{path}: “{name[1]}” is not the tag of a language.");
        }
    }

    private static List<(string English, string Words)> Load(string path)
    {
        try
        {
            using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return [.. XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!.Elements("data").Select(d => ((string)d.Attribute("name")!, (string)d.Element("value")!)).Where(d => d.Item2.Length > 0)];
        }
        catch (Exception e) when (e is XmlException or ArgumentNullException or NullReferenceException)
        {
            throw new TranslationException($"{path}: this is not a resource file: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TranslationException($"{path}: it can’t be read: {e.Message}");
        }
    }

    private static void Require(string path, string english, string words)
    {
        if (!Same(Hole(), english, words))
        {
            throw new TranslationException($"{path}: the holes of “{words}” are not those of “{english}”.");
        }

        if (!Same(Markup(), english, words))
        {
            throw new TranslationException($"{path}: the markup of “{words}” is not that of “{english}”.");
        }
    }

    private static bool Same(Regex part, string english, string words) =>
        part.Matches(english).Select(m => m.Value).Order(StringComparer.Ordinal).SequenceEqual(part.Matches(words).Select(m => m.Value).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d+\}|[{}]")]
    private static partial Regex Hole();

    [GeneratedRegex("<[^>]*>|[<>]")]
    private static partial Regex Markup();
}
