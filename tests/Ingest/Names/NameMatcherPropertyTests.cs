using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using CsCheck;
using MediaGuard.Ingest.Names;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Tests.Names;

internal sealed class NameMatcherPropertyTests
{
    private static readonly NameMatcher Matcher = new();
    private static readonly NameIndex Register = School.Make(1);
    private static readonly HashSet<PersonId> Everybody = [.. Register.People.Select(person => person.Id)];

    private static readonly string[] Joiners = ["_", "-", " ", "  ", ".", " - ", "_1_"];

    /// <summary>Any UTF-16, half surrogate pairs too, mixed with letters of names and what parts them.</summary>
    private static readonly Gen<string> Hostile = Gen.OneOf(
        Gen.Char[char.MinValue, char.MaxValue],
        Gen.Char["aAmeliaSsOo'’-_ .,0123456789\u0301\u200B\uD83D\uDE00\uFDFA\u00DF"]).Array[0, 400].Select(letters => new string(letters));

    [Test]
    public void Match_AnyText_NeverThrowsAndNamesNobodyElse() =>
        Gen.Select(Hostile, Gen.Enum<NameField>()).SampleSeeded(20_000, input =>
        {
            var (text, field) = input;
            var hints = Matcher.Match(Register, null, [new(field, text)]);
            Assert.That(hints.All(hint => Everybody.Contains(hint.Person) && hint.Field == field));
            Assert.That(hints.Select(hint => hint.Person), Is.Unique);
        });

    [Test]
    public void Match_AnyRegister_NeverThrows() =>
        Gen.Select(Hostile, Hostile, Hostile).SampleSeeded(5_000, input =>
        {
            var (full, preferred, text) = input;
            Matcher.Match(new NameIndex(1, [new NamedPerson(PersonId.New(), full, preferred) { Nicknames = [text] }]), null, [new(NameField.Caption, text)]);
        });

    [Test]
    public void Words_OfAnyText_LieInOrderAndHoldEveryLetterOnce() =>
        Hostile.SampleSeeded(20_000, text =>
        {
            var words = NameText.Of(text).Words;
            Assert.That(words.All(word => word.Length > 0));
            Assert.That(words.Zip(words.Skip(1)).All(pair => pair.First.End <= pair.Second.Start));
        });

    [Test]
    public void Match_SpellingKeepsTheLetters_GivesTheSamePeople() =>
        Gen.Select(Gen.Int[0, School.Size - 1], Gen.Int[0, Joiners.Length - 1], Gen.Bool).SampleSeeded(5_000, input =>
        {
            var (at, which, upper) = input;
            var (person, joiner) = (Register.People[at], Joiners[which]);
            var text = person.FullName.Replace(" ", joiner, StringComparison.Ordinal);
            var hints = Matcher.Match(Register, null, [new(NameField.FileName, upper ? text.ToUpper(CultureInfo.InvariantCulture) : text)]);
            Assert.That(hints.Any(hint => hint.Person == person.Id && hint.Sureness == Sureness.Full), person.FullName + " as " + text);
        });

    [Test]
    public void Match_SixHundredPeopleOneFile_TakesAtMostAMillisecond()
    {
        var texts = ImmutableArray.Create<NameableText>(
            new(NameField.FileName, "IMG_20260504_113012_amelia-s and Jack"), new(NameField.Folder, "May half term"), new(NameField.Title, "Rose garden trip with Zoe Stonecrop"),
            new(NameField.Caption, "The children of Year 3 had great fun planting potatoes with Mrs Teasdale and friends"), new(NameField.Keyword, "garden"), new(NameField.Person, "Noah Fernleigh"));
        var matcher = new NameMatcher();
        var begun = Stopwatch.GetTimestamp();
        matcher.Match(Register, null, texts);
        var first = Stopwatch.GetElapsedTime(begun);
        var times = new List<double>();
        for (var round = 0; round < 300; round++)
        {
            begun = Stopwatch.GetTimestamp();
            matcher.Match(Register, null, texts);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        times.Sort();
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"preparing {School.Size} people and first file {first.TotalMilliseconds:F1} ms; then median {times[150]:F3} ms, worst of 300 {times[^1]:F3} ms"));
        Assert.That(times[150], Is.LessThanOrEqualTo(1.0));
    }

    [Test]
    public void Match_LongestHostileTexts_TakeBoundedTime()
    {
        var texts = Enumerable.Range(0, 200).Select(at => new NameableText(NameField.Keyword, string.Concat(Enumerable.Repeat(at % 2 == 0 ? "a " : "Amelia ", 500))));
        var begun = Stopwatch.GetTimestamp();
        Matcher.Match(Register, null, texts);
        var took = Stopwatch.GetElapsedTime(begun);
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"200 texts of 1000 characters: {took.TotalMilliseconds:F0} ms"));
        Assert.That(took, Is.LessThan(TimeSpan.FromSeconds(5)));
    }
}
