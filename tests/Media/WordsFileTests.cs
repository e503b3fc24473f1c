using System.Text.RegularExpressions;
using System.Xml.Linq;
using MediaGuard.Media.Tests.Support;
using MediaGuard.Tests.Support;

namespace MediaGuard.Media.Tests;

/// <summary>The file a translator begins with lists what the code says, all of it and nothing else. After a change: <c>dotnet test tests/Media --filter Name=Write</c>.</summary>
internal sealed partial class WordsFileTests
{
    // names of keys, and what is called the same everywhere
    private static readonly string[] NoWords = ["Enter", "Esc", "Space", "MediaGuard", "– MediaGuard", "https://"];

    private static readonly string EnglishFile = Path.Combine(TestPaths.Root, "src", "Media", "words", "Words.resx");

    private static IReadOnlyDictionary<string, string> InCode => SaidInCode.All().Where(s => s.Sentence is { Length: > 0 })
        .GroupBy(s => s.Sentence!, s => s.File).ToDictionary(g => g.Key, g => string.Join(", ", g.Distinct()), StringComparer.Ordinal);

    [Test]
    public void English_EverySentenceOfTheCode_StandsInItAndNoOther()
    {
        var listed = XDocument.Load(EnglishFile).Root!.Elements("data").ToDictionary(d => (string)d.Attribute("name")!, d => (string)d.Element("value")!, StringComparer.Ordinal);
        var said = InCode;
        Assert.Multiple(() =>
        {
            Assert.That(said, Has.Count.GreaterThan(800), "sentences were found");
            Assert.That(said.Keys.Except(listed.Keys), Is.Empty, "said, and not in the file");
            Assert.That(listed.Keys.Except(said.Keys), Is.Empty, "in the file, and not said");
            Assert.That(listed.Where(l => l.Key != l.Value), Is.Empty, "in English each sentence is its own translation");
        });
    }

    [Test]
    public void Code_EveryCall_HasALiteralToLookUp() =>
        Assert.That(SaidInCode.All().Where(s => s.Sentence is null).Select(s => $"{s.File}:{s.Line}"), Is.Empty);

    [Test]
    public void Pages_TextBetweenTags_IsLookedUp()
    {
        var plain = Directory.EnumerateFiles(Path.Combine(TestPaths.Root, "src", "Web", "Pages"), "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(file => PlainIn(File.ReadAllText(file)).Select(text => $"{Path.GetFileName(file)}: {text}"));
        Assert.That(plain, Is.Empty, string.Join('\n', plain));
    }

    [TestCase("<p>Plain</p>", "Plain")]
    [TestCase("<p>@Text(\"Plain\")</p>", null)]
    [TestCase("<p>@x are here</p>", "are here")]
    [TestCase("<p>@Rich($\"See <a>{(n > 0 ? \"a\" : \"b\")}</a>\") too</p>", "too")]
    [TestCase("<p>@(n > 0 ? a.Text : b.Text)</p>", null)]
    [TestCase("<p>@x.Name</p>", null)]
    [TestCase("<img alt=\"A picture\">", "A picture")]
    [TestCase("<img alt=\"@Text(\"A picture\")\">", null)]
    [TestCase("@foreach (var x in All.Where(x => x.At < now)) { <kbd>a</kbd> }", null)]
    public void PlainIn_Markup_FindsWhatIsNotLookedUp(string markup, string? found) => Assert.That(PlainIn(markup).SingleOrDefault(), Is.EqualTo(found));

    [TestCase("x = Words.Text(\"A\");", "A")]
    [TestCase("Words.Text($\"{n} of {(all ? \"all\" : $\"{m}\")} say \\\"{{x}}\\\" {day:d MMM}\")", "{0} of {1} say \"{{x}}\" {2}")]
    [TestCase("Words.Text(\"A \"\n + \"b\")", "A b")]
    [TestCase("Words.Count(list.Count(x => x.A(\",\", 'b')), \"{0} one\", \"{0} many\")", "{0} one|{0} many")]
    [TestCase("Words.Text(a ? \"b\" : \"c\")", null)]
    [TestCase("x.Text(\"A\"); Text(\"B\");", "")]
    public void In_Code_FindsTheKey(string code, string? keys) =>
        Assert.That(SaidInCode.In(code, isPage: false).Select(s => s.Sentence), Is.EqualTo(keys is null ? new string?[] { null } : keys.Split('|', StringSplitOptions.RemoveEmptyEntries)));

    [Test]
    [Explicit("Writes the file anew.")]
    public void Write() => new XDocument(new XElement(
        "root",
        new XElement("resheader", new XAttribute("name", "resmimetype"), new XElement("value", "text/microsoft-resx")),
        new XElement("resheader", new XAttribute("name", "version"), new XElement("value", "2.0")),
        InCode.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => new XElement(
            "data",
            new XAttribute("name", s.Key),
            new XAttribute(XNamespace.Xml + "space", "preserve"),
            new XElement("value", s.Key),
            new XElement("comment", s.Value))))).Save(EnglishFile);

    private static IEnumerable<string> PlainIn(string markup)
    {
        var bare = Comment().Replace(SaidInCode.Without(markup), "");
        return Between().Matches(Expression().Replace(bare, "")).Select(m => m.Groups[1].Value).Concat(Attribute().Matches(bare).Select(m => m.Groups[1].Value))
            .Select(text => text.Trim()).Where(text => !NoWords.Contains(text))
            .Where(text => text.IndexOfAny(['{', '}', ';', '=']) < 0 && Word().IsMatch(text));
    }

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->|<style.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<![=\-?])>([^<>]*)(?=</?[a-z])")]
    private static partial Regex Between();

    [GeneratedRegex("""(?:aria-label|alt|title|placeholder|aria-description)="([^"@]*[A-Za-z]{2}[^"@]*)""" + "\"")]
    private static partial Regex Attribute();

    // what Razor takes for code behind its sign
    [GeneratedRegex(@"@(?:await\s+)?[\w.]*(?:\((?>[^()]+|\((?<d>)|\)(?<-d>))*(?(d)(?!))\)[\w.]*)*(?:\[[^\]]*\])?")]
    private static partial Regex Expression();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();
}
