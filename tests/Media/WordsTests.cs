using MediaGuard.Tests.Support;

namespace MediaGuard.Media.Tests;

internal sealed class WordsTests
{
    private static readonly string[] Names = ["a", "b", "c"];

    [Test]
    public void Text_English_SaysItAsTheCodeDoes()
    {
        var (n, day) = (3, new DateOnly(2026, 5, 1));
        Assert.That(Words.Text("Waiting"), Is.EqualTo("Waiting"));
        Assert.That(Words.Text($"{n} of {{4}} since {day:d MMMM}"), Is.EqualTo("3 of {4} since 1 May"));
        Assert.That(Words.Count(1, "{0} photo", "{0} photos"), Is.EqualTo("1 photo"));
        Assert.That(Words.Count(1200, "{0} photo", "{0} photos"), Is.EqualTo("1,200 photos"));
        Assert.That(Words.List(Names), Is.EqualTo("a, b and c"));
        Assert.That(Words.List(Names[..1]), Is.EqualTo("a"));
        Assert.That(Words.List([]), Is.Empty);
    }

    [Test]
    public void Sentence_Holes_AreNumberedAndBracesDoubled() => Assert.That(English($"{1} {{x}} {"b"}"), Is.EqualTo("{0} {{x}} {1}"));

    [Test]
    public void Read_Translation_FillsHolesInItsOwnOrderAndWritesDaysItsOwnWay()
    {
        using var file = new TempFolder();
        var read = Translation.Read(Write(file, "Words.cy.resx", ("{0} of {1}", "{1}: {0}"), ("Waiting", "Yn aros"), ("Empty", "")));
        Assert.That(Sentence(read, $"{1} of {2}"), Is.EqualTo("2: 1"));
        Assert.That(read.Of("Waiting"), Is.EqualTo("Yn aros"));
        Assert.That(read.Of("Empty"), Is.EqualTo("Empty"), "what is not translated yet is said in English");
        Assert.That(read.Of("Unknown"), Is.EqualTo("Unknown"));
        Assert.That(new DateOnly(2026, 5, 1).ToString("MMMM", read.Culture), Is.EqualTo("Mai"));
        Assert.That(read.Sentences, Is.EquivalentTo(["{0} of {1}", "Waiting"]));
    }

    [TestCase("{0} wait", "{1} wait", "the holes of “{1} wait” are not those of “{0} wait”")]
    [TestCase("{0} wait", "they wait", "the holes of “they wait” are not those of")]
    [TestCase("a <b>c</b>", "a <i>c</i>", "the markup of “a <i>c</i>” is not that of")]
    [TestCase("a", "<script>", "the markup of “<script>” is not that of “a”")]
    public void Read_OtherHolesOrMarkup_SaysWhich(string english, string words, string says)
    {
        using var file = new TempFolder();
        Assert.That(() => Translation.Read(Write(file, "Words.cy.resx", (english, words))), Throws.TypeOf<TranslationException>().With.Message.Contains(says));
    }

    [Test]
    public void Read_SentenceTwiceOrNoSuchFileOrName_SaysSo()
    {
        using var file = new TempFolder();
        var broken = Path.Combine(file.FullName, "Words.fr.resx");
        File.WriteAllText(broken, "<root><data");
        Assert.Multiple(() =>
        {
            Assert.That(() => Translation.Read(Write(file, "Words.cy.resx", ("a", "b"), ("a", "c"))), Throws.TypeOf<TranslationException>().With.Message.Contains("“a” is in it twice"));
            Assert.That(() => Translation.Read(broken), Throws.TypeOf<TranslationException>().With.Message.Contains("not a resource file"));
            Assert.That(() => Translation.Read(Path.Combine(file.FullName, "Words.de.resx")), Throws.TypeOf<TranslationException>().With.Message.Contains("can’t be read"));
            Assert.That(() => Translation.Read(Path.Combine(file.FullName, "cy.resx")), Throws.TypeOf<TranslationException>().With.Message.Contains("must be called Words.TAG.resx"));
            Assert.That(() => Translation.Read(Path.Combine(file.FullName, "Words.no language.resx")), Throws.TypeOf<TranslationException>().With.Message.Contains("is not the tag of a language"));
        });
    }

    private static string English(Sentence sentence) => sentence.English;

    private static string Sentence(Translation translation, Sentence sentence) => sentence.In(translation);

    private static string Write(TempFolder folder, string name, params (string English, string Words)[] said)
    {
        var path = Path.Combine(folder.FullName, name);
        new System.Xml.Linq.XElement("root", said.Select(s => new System.Xml.Linq.XElement("data", new System.Xml.Linq.XAttribute("name", s.English), new System.Xml.Linq.XElement("value", s.Words)))).Save(path);
        return path;
    }
}
