using MediaGuard.Ingest.Formats;
using MediaGuard.Ingest.Names;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Tests.Names;

internal sealed class NameMatcherTests
{
    private static readonly GroupId Oak = GroupId.New();
    private static readonly GroupId Elm = GroupId.New();
    private static readonly NameMatcher Matcher = new();

    private static readonly NameIndex Register = new(
        1,
        [
            Pupil("Amelia Jane Stonecrop", "Amelia", Oak), Pupil("Amelia Brown", "Amelia", Elm), Pupil("Sean O'Neill", "Sean", Oak), Pupil("Anne-Marie van der Berg", "Anne-Marie", Oak),
            Pupil("Zoë Nguyễn", "Zoë", Oak), Pupil("William Haverstock", "Will", Oak), Pupil("Rose White", "Rose", Oak), Pupil("May Ashdown", "May", Oak), Pupil("Grace Applegarth", "Grace", Oak),
            Pupil("Jack Harrowgate", "Jack", Oak), Pupil("Noah Winterbourne", "Noah", Oak), Pupil("Łukasz Müller", "Łukasz", Elm), Pupil("Ada Lovelock", "Ada", Oak), Pupil("Elizabeth Marsh", "Elizabeth", Elm),
            new NamedPerson(PersonId.New(), "Ms Rowan Teasdale", "Ms Rowan Teasdale") { IsPupil = false, Groups = [Oak] }, Pupil("Al-Hassan, Yusuf", "Yusuf", Oak),
        ]);

    [TestCase("amelia stonecrop")]
    [TestCase("AMELIA_STONECROP")]
    [TestCase("Stonecrop, Amelia")]
    [TestCase("AmeliaStonecrop2")]
    [TestCase("ameliastonecrop")]
    [TestCase("IMG_1234_amelia-stonecrop")]
    [TestCase("IMG1234AmeliaStonecrop")]
    [TestCase("Amelia Jane Stonecrop painting")]
    [TestCase("Amelia J. Stonecrop")]
    [TestCase("Ａｍｅｌｉａ Stonecrop")]
    [TestCase("A\u0301me\u200Blia Sto\u00ADnecrop")]
    [TestCase("Millie Stonecrop's den")]
    public void Match_FullName_IsFullForThatPersonOnly(string text) => AssertHints(text, ("Amelia Jane Stonecrop", Sureness.Full));

    [TestCase("IMG_1234_amelia-s", "Amelia Jane Stonecrop")]
    [TestCase("AmeliaS", "Amelia Jane Stonecrop")]
    [TestCase("Amelia S.", "Amelia Jane Stonecrop")]
    [TestCase("amelia b", "Amelia Brown")]
    [TestCase("ameliab_03", "Amelia Brown")]
    [TestCase("A. Stonecrop", "Amelia Jane Stonecrop")]
    [TestCase("astonecrop", "Amelia Jane Stonecrop")]
    [TestCase("Sean O", "Sean O'Neill")]
    [TestCase("grace_a", "Grace Applegarth")]
    [TestCase("Will H painting", "William Haverstock")]
    public void Match_NameAndInitial_IsThatPerson(string text, string person) => AssertHints(text, (person, Sureness.PreferredAndInitial));

    [TestCase("Sean O'Neill", "Sean O'Neill")]
    [TestCase("Sean O’Neill", "Sean O'Neill")]
    [TestCase("sean_oneill", "Sean O'Neill")]
    [TestCase("SeanONeill", "Sean O'Neill")]
    [TestCase("Sean O Neill", "Sean O'Neill")]
    [TestCase("ANNE-MARIE VAN DER BERG", "Anne-Marie van der Berg")]
    [TestCase("AnneMarie Berg", "Anne-Marie van der Berg")]
    [TestCase("Anne Marie vanderBerg", "Anne-Marie van der Berg")]
    [TestCase("zoe nguyen", "Zoë Nguyễn")]
    [TestCase("ZOE\u0308 Nguye\u0302\u0303n", "Zoë Nguyễn")]
    [TestCase("lukasz mueller", "Łukasz Müller")]
    [TestCase("Łukasz Muller", "Łukasz Müller")]
    [TestCase("Liz Marsh", "Elizabeth Marsh")]
    [TestCase("yusuf al hassan", "Al-Hassan, Yusuf")]
    [TestCase("Rose White", "Rose White")]
    [TestCase("rose_white", "Rose White")]
    [TestCase("White, Rose", "Rose White")]
    public void Match_SpellingsOfAFullName_AreFull(string text, string person) => AssertHints(text, (person, Sureness.Full));

    [Test]
    public void Match_PreferredNameAlone_HintsAtEachOfTheClassWhoSharesIt()
    {
        AssertHints("amelias den", ("Amelia Jane Stonecrop", Sureness.PreferredOnly));
        AssertHints("Amelia's den", ("Amelia Jane Stonecrop", Sureness.PreferredOnly));
        Assert.That(Hints("Amelia's den", group: null), Is.EquivalentTo(new[] { ("Amelia Jane Stonecrop", Sureness.PreferredOnly), ("Amelia Brown", Sureness.PreferredOnly) }));
        Assert.That(Hints("Amelia", GroupId.New()), Has.Count.EqualTo(2), "nobody of the class bears it, so anybody may be meant");
    }

    [TestCase("May half term")]
    [TestCase("Rose garden trip")]
    [TestCase("white rose")]
    [TestCase("Will Shakespeare day")]
    [TestCase("grace before lunch")]
    [TestCase("Jack and the Beanstalk")]
    [TestCase("Noah's Ark assembly")]
    [TestCase("when May I go")]
    [TestCase("trip in May")]
    [TestCase("Grace a day")]
    [TestCase("Stonecrop on the wall")]
    public void Match_EverydayWord_IsWeak(string text) => Assert.That(Hints(text, Oak).Select(hint => hint.Item2), Is.Not.Empty.And.All.EqualTo(Sureness.Weak));

    [TestCase("IMG_0042")]
    [TestCase("9F3C1ADA-4BEA-4ADA-8ACE-0123456789AB")]
    [TestCase("a1b2ada3c4d5")]
    [TestCase("Screenshot 2026-05-04 at 10.15.22")]
    [TestCase("")]
    [TestCase("   ")]
    public void Match_NothingOfAName_IsNothing(string text) => Assert.That(Hints(text, Oak), Is.Empty);

    [TestCase("painting with Rose today")]
    [TestCase("Amelia and Rose")]
    [TestCase("Rose, Amelia")]
    public void Match_EverydayWordWrittenAsAName_Counts(string text) => Assert.That(Hints(text, Oak), Does.Contain(("Rose White", Sureness.PreferredOnly)));

    [Test]
    public void Match_PersonField_TakesAnyNameForOne() => Assert.That(Hints("May", Oak, "MWG face region"), Is.EqualTo(new[] { ("May Ashdown", Sureness.PreferredOnly) }));

    [Test]
    public void Match_WhoTookIt_IsWeak() => Assert.That(Hints("Amelia Stonecrop", Oak, "EXIF Artist"), Is.EqualTo(new[] { ("Amelia Jane Stonecrop", Sureness.Weak) }));

    [TestCase("Mrs Teasdale", ExpectedResult = Sureness.PreferredOnly)]
    [TestCase("Rowan Teasdale", ExpectedResult = Sureness.Full)]
    [TestCase("rowan tree", ExpectedResult = Sureness.Weak)]
    public Sureness Match_Staff_IsKnownByTitle(string text) => Hints(text, Oak).Single().Item2;

    [Test]
    public void Of_Path_TakesNameAndFoldersBelowTheClass()
    {
        var texts = NameableTexts.Of("Amelia/Bakery trip/Sean.K.jpeg", [new FoundName("IPTC Keywords", "x")]).ToArray();
        Assert.That(texts, Is.EqualTo(new[]
        {
            new NameableText(NameField.FileName, "Sean.K"), new NameableText(NameField.Folder, "Bakery trip"), new NameableText(NameField.Keyword, "x"),
        }));
        Assert.That(NameableTexts.Of("loose.jpg", []).ToArray(), Is.EqualTo(new[] { new NameableText(NameField.FileName, "loose") }));
        Assert.That(string.Join(' ', texts.Select(text => text.ToString())) + Register + Register.People[0], Does.Not.Contain("Sean").And.Not.Contain("Amelia"));
    }

    [Test]
    public void Match_OnePersonInSeveralFields_GivesTheSurestOfEach()
    {
        var hints = Matcher.Match(Register, Oak, [new(NameField.Title, "Amelia"), new(NameField.Title, "Amelia Stonecrop"), new(NameField.FileName, "amelia")]);
        Assert.That(hints.Select(hint => (hint.Field, hint.Sureness)), Is.EqualTo(new[] { (NameField.Title, Sureness.Full), (NameField.FileName, Sureness.PreferredOnly) }));
    }

    private static NamedPerson Pupil(string full, string preferred, GroupId group) => new(PersonId.New(), full, preferred) { Groups = [group] };

    private static void AssertHints(string text, params (string Person, Sureness Sureness)[] expected) => Assert.That(Hints(text, Oak), Is.EquivalentTo(expected));

    private static List<(string Person, Sureness Sureness)> Hints(string text, GroupId? group, string field = "XMP dc:title") =>
        [.. Matcher.Match(Register, group, [new(NameableTexts.KindOf(field), text)]).Select(hint => (Register.People.Single(person => person.Id == hint.Person).FullName, hint.Sureness))];
}
