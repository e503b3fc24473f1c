using System.Text.RegularExpressions;
using MediaGuard.Consent.Biometrics;
using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.Import;
using MediaGuard.Media;
using MediaGuard.Tests.Support;
using MediaGuard.Vision.Matching;

namespace MediaGuard.Web.Tests;

/// <summary><c>docs/errors.md</c> holds every sentence a person can meet, word for word, and none that is no longer said.</summary>
public sealed partial class ErrorSheetTests
{
    // what purposes mean and what cleaning left out are no errors; the last is for programmers
    private static readonly string[] NoSheet = ["PurposeWords.cs", "CleaningNotes.cs", "SchoolPage.cs"];

    private static readonly string Web = Path.Combine(TestPaths.Root, "src", "Web");

    private readonly string[] lines = File.ReadAllLines(Path.Combine(TestPaths.Root, "docs", "errors.md"));

    private IEnumerable<string[]> Rows => lines.Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Select(l => l.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries));

    /// <summary>First cells of the tables of two columns, and what is said when nothing is wrong.</summary>
    private IEnumerable<string> Said => Rows.Where(r => r.Length == 2).Select(r => r[0]).Concat(lines.Where(l => l.StartsWith("- ", StringComparison.Ordinal)).Select(l => l[2..])).Where(s => s != "it says");

    [Test]
    public void Sheet_EveryReason_StandsAsItIsSaid()
    {
        var rows = Rows.Where(r => r.Length == 6).ToDictionary(r => r[0]);
        var wrong = new List<string>();
        foreach (var code in Enum.GetValues<ReasonCode>().Where(c => c != ReasonCode.None))
        {
            var (teacher, office, lead) = (ReasonSentences.For(code, Audience.Teacher), ReasonSentences.For(code, Audience.Office), ReasonSentences.For(code, Audience.Lead));
            string[] expected = [code.ToString(), teacher, office, lead == office ? "" : lead, code.IsDischargeable() ? "yes" : "no"];
            if (!rows.TryGetValue(code.ToString(), out var row) || !row.Take(expected.Length).SequenceEqual(expected) || row[5].Length == 0)
            {
                wrong.Add($"{code}: {string.Join(" | ", expected)}");
            }
        }

        Assert.That(wrong, Is.Empty);
        Assert.That(rows, Has.Count.EqualTo(Enum.GetValues<ReasonCode>().Length), "with the headings, which stand where None would");
    }

    [Test]
    public void Sheet_OtherReasons_StandAsTheyAreSaid()
    {
        var rows = Rows.Where(r => r.Length == 3).Select(r => (r[0], r[1])).ToHashSet();
        var said = Enum.GetValues<RemarkKind>().Select(k => (k.ToString(), RemarkSentences.For(k)))
            .Concat(Enum.GetValues<EnrolmentGap>().Select(g => (g.ToString(), BiometricSentences.For(g))))
            .Concat(Enum.GetValues<MatchingGap>().Select(g => (g.ToString(), BiometricSentences.For(g))))
            .Concat(Enum.GetValues<ReferenceProblem>().Select(p => (p.ToString(), ReferenceSentences.For(p)))).ToList();
        Assert.That(said.Where(s => !rows.Contains(s)), Is.Empty);
        Assert.That(rows.Where(r => r.Item1.Length > 0 && !said.Contains(r)), Is.Empty);
    }

    [Test]
    public void Sheet_EverySentenceOfAPage_StandsInItAndNoOther()
    {
        var code = InCode().ToHashSet();
        Assert.That(code, Has.Count.GreaterThan(100), "sentences were found");
        Assert.That(code.Except(Said), Is.Empty, $"a page says it and the sheet does not:\n{string.Join('\n', code.Except(Said))}");
        Assert.That(Said.Except(code), Is.Empty, $"the sheet says it and no page does:\n{string.Join('\n', Said.Except(code))}");
        Assert.That(Rows.Where(r => r.Length == 2 && r[1].Length == 0), Is.Empty, "what it lets them do");
    }

    /// <summary>Four words of it in a row stand in a test's expectation. That the sheet is whole the tests above say, that the page says it those tests do.</summary>
    [Test]
    public void Sheet_EveryErrorOfAPage_IsTriedByATest()
    {
        var expected = string.Join('\n', TestSources().SelectMany(File.ReadLines).SelectMany(l => Literal().Matches(l.Replace("'\"'", "", StringComparison.Ordinal))).Select(m => m.Groups[1].Value.Replace("\\\"", "\"", StringComparison.Ordinal)));
        var untried = Rows.Where(r => r.Length == 2).Select(r => r[0]).Where(s => s != "it says" && !Pieces(s).Any(p => expected.Contains(p, StringComparison.Ordinal))).ToList();
        Assert.That(untried, Is.Empty, string.Join('\n', untried));
    }

    private static IEnumerable<string> TestSources() => Directory.EnumerateFiles(Path.Combine(TestPaths.Root, "tests"), "*.cs", SearchOption.AllDirectories)
        .Where(f => Path.GetFileName(f) != "ErrorSheetTests.cs" && !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static IEnumerable<string> Pieces(string sentence) => sentence.Split('…').SelectMany(part =>
    {
        var words = part.Split(' ');
        var many = Math.Min(4, words.Length);
        return Enumerable.Range(0, words.Length - many + 1).Select(i => string.Join(' ', words[i..(i + many)])).Where(p => p.Length >= 14);
    });

    private static IEnumerable<string> InCode()
    {
        var pages = Directory.GetFiles(Path.Combine(Web, "Pages"), "*.cs*", SearchOption.AllDirectories).Where(f => !NoSheet.Contains(Path.GetFileName(f))).ToList();
        var literals = pages.Where(f => Path.GetExtension(f) == ".cs" || Path.GetFileName(f) == "_Nowhere.cshtml").Concat([Path.Combine(Web, "Identity", "PasswordRules.cs"), Path.Combine(Web, "Identity", "AccountErrors.cs"), Path.Combine(Web, "Identity", "UserBooks.cs")])
            .SelectMany(File.ReadLines).Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal))
            .SelectMany(l => Literal().Matches(l)).Select(m => m.Groups[1].Value).Where(t => t.Count(c => c == '{') == t.Count(c => c == '}'))
            .Select(t => Hole().Replace(t, "…").Trim()).Where(IsSentence);
        var boxes = pages.Where(f => Path.GetExtension(f) == ".cshtml").SelectMany(f => Box().Matches(File.ReadAllText(f))).Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value}");
        return literals.Concat(boxes);
    }

    private static bool IsSentence(string text) => text.Length > 0 && (char.IsUpper(text[0]) || text[0] is '…' or '“') && text.Count(c => c == ' ') >= 2 && text.EndsWith('.');

    [GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex("""class="error-box"[^>]*>\s*<h2>@Text\("([^"]+)"\)</h2>\s*<p>@Text\("([^"]+)"\)</p>""")]
    private static partial Regex Box();
}
