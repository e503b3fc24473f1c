using MediaGuard.Ingest.Names;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Tests.Names;

/// <summary>Which words name somebody, as they stand in the text.</summary>
internal sealed class NameFinderTests
{
    private static readonly NameMatcher Finder = new();
    private static readonly NameIndex Register = new(
        1,
        [
            new(PersonId.New(), "Amelia Stonecrop", "Amelia"), new(PersonId.New(), "Sean O'Neill", "Sean"), new(PersonId.New(), "Zoë Nguyễn", "Zoë"), new(PersonId.New(), "Rose White", "Rose"),
        ]);

    [TestCase("Well done, Amelia Stonecrop!", "Amelia Stonecrop")]
    [TestCase("Stonecrop, Amelia", "Stonecrop, Amelia")]
    [TestCase("AMELIA’S cup", "AMELIA")]
    [TestCase("the cup of seanoneill", "seanoneill")]
    [TestCase("Sean O’Neill and Amelia", "Sean O’Neill|Amelia")]
    [TestCase("with ZOE\u0308 Nguye\u0302\u0303n", "ZOE\u0308 Nguye\u0302\u0303n")]
    [TestCase("Zoë\u0301 sings", "Zoë\u0301")]
    [TestCase("\U0001F3C6 Ａｍｅｌｉａ \U0001F3C6", "Ａｍｅｌｉａ")]
    [TestCase("\U0001D400\U0001D426\U0001D41E\U0001D425\U0001D422\U0001D41A won", "\U0001D400\U0001D426\U0001D41E\U0001D425\U0001D422\U0001D41A")]
    [TestCase("a\u200Bmelia\tsings", "a\u200Bmelia")]
    [TestCase("ﬁne day, Amelia", "Amelia")]
    [TestCase("a \uD800 Amelia", "Amelia")]
    [TestCase("a \U000E0FFF Amelia", "Amelia")]
    [TestCase("a rose", "rose")]
    [TestCase("nobody here", "")]
    [TestCase("", "")]
    [Property("Requirement", "M3")]
    public void Find_Names_StandWhereTheyAreWritten(string text, string expected) =>
        Assert.That(string.Join('|', Finder.Find(Register, text).Select(f => text.Substring(f.Start, f.Length))), Is.EqualTo(expected));

    [Test]
    public void Find_AnyText_SaysTheSameOfPeopleAsTheMatcherAndStaysInside()
    {
        var dice = new Random(20260615);
        string[] pieces = ["Amelia", "stonecrop", "S", " ", "_", "é", "e\u0301", "\u0301", "\uD835", "\U0001D400", "O'", "Neill", "ß", "ﬃ", ",", "rose", "White", "\0", "1", "한", "ﷺ", "Sean"];
        for (var n = 0; n < 3000; n++)
        {
            var text = string.Concat(Enumerable.Range(0, dice.Next(12)).Select(_ => pieces[dice.Next(pieces.Length)]));
            var finds = Finder.Find(Register, text);
            Assert.That(finds.All(f => f.Start >= 0 && f.Length > 0 && f.Start + f.Length <= text.Length), text);
            Assert.That(finds.Zip(finds.Skip(1)).All(p => p.First.Start + p.First.Length <= p.Second.Start), text);
            Assert.That(
                finds.SelectMany(f => f.People.Select(p => (p, f.Sureness))).GroupBy(f => f.p).Select(g => (g.Key, g.Max(f => f.Sureness))),
                Is.EquivalentTo(Finder.Match(Register, null, [new(NameField.Caption, text)]).Select(h => (h.Person, h.Sureness))),
                text);
        }
    }
}
