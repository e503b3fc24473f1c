using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace MediaGuard.Consent.Import;

/// <summary>A heading word by word, to find out which consent it is about: "press" is no part of "Express permission".</summary>
internal sealed partial class HeadingWords
{
    private static readonly ImmutableArray<string> Picture = ["photo", "image", "picture", "video", "film"];
    private static readonly ImmutableArray<string> Consent = ["consent", "permission", "permit", "media", "publish", "publication", .. Picture];
    private static readonly ImmutableHashSet<string> Noes = ["no", "not", "dont", "non", "out", "optout", "without", "never", "cannot", "cant", "except", "against", "unable", "withheld", "withhold"];
    private static readonly ImmutableArray<string> NoStems = ["refus", "declin", "withdr", "object", "exclu", "deny", "denied", "denial", "disagree", "prohibit", "forbid", "restrict", "withhold", "unwilling", "revok"];
    private static readonly ImmutableHashSet<string> Asides = ["date", "dates", "note", "notes", "comment", "comments", "by", "reason", "expiry"];

    /// <summary>Words by which a column of answers is known beside the purpose's own name.</summary>
    private static readonly ImmutableDictionary<string, ImmutableArray<string>> PurposeWords = new Dictionary<string, ImmutableArray<string>>
    {
        ["website"] = ["website", "websites"],
        ["seesaw"] = ["seesaw", "learningjournal", "learningjournals"],
        ["social"] = ["socialmedia", "facebook", "twitter", "instagram"],
        ["press"] = ["press", "newspaper", "newspapers"],
        ["display"] = ["display", "displays", "inschool"],
        ["credits"] = ["videocredits", "credits"],
    }.ToImmutableDictionary();

    private readonly ImmutableArray<string> words;

    public HeadingWords(string heading)
    {
        // "(Yes/No)" says how it is answered, not what
        var split = Boundary().Replace(heading.Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal), " ");
        words = [.. YesOrNo().Replace(split, " ").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Fold.Plain).Where(w => w.Length > 0)];
    }

    /// <summary>It says no more than the purpose's name.</summary>
    public bool IsOnly(string purpose) => WordsOf(purpose).Contains(string.Concat(words));

    /// <summary>It is about the purpose, and about consent.</summary>
    public bool IsConsentTo(string purpose) => IsAbout(purpose) && Has(Consent);

    /// <summary>It may ask the opposite, or for something else: a yes below it must not be taken for a yes.</summary>
    public bool IsUnsure(string purpose) =>
        (IsAbout(purpose) && IsNo && (Has(Consent) || IsRefusal || words.Contains("opt") || words.Contains("optout")))
        || (purpose == "website" && IsInternet && (Has(Consent) || words.Length == 1) && !IsAbout(purpose));

    /// <summary>A column beside an answer: its date, its note.</summary>
    public bool IsAside => words is [.., var last] && (Asides.Contains(last) || words[0] == "date");

    public bool IsNo => words.Any(Noes.Contains) || IsRefusal;

    private bool IsRefusal => words.Any(w => NoStems.Any(s => w.StartsWith(s, StringComparison.Ordinal)));

    private bool IsInternet => words.Contains("internet");

    private bool IsAbout(string purpose) =>
        Runs().Any(run => WordsOf(purpose).Any(w => run == w || IsGlued(run, w)))
        || (purpose == "website" && IsInternet && Has(Picture) && !words.Contains("access") && !words.Contains("safety"));

    /// <summary>"websiteconsent", where a program leaves out what parts its words.</summary>
    private static bool IsGlued(string run, string word) => Consent.Any(c => run == word + c || run == c + word || run == c + "s" + word || run == word + c + "s");

    private bool Has(ImmutableArray<string> parts) => words.Any(w => parts.Any(p => w.Contains(p, StringComparison.Ordinal)));

    /// <summary>Every word, and up to four neighbours read as one: "web site".</summary>
    private IEnumerable<string> Runs() => from start in Enumerable.Range(0, words.Length) from length in Enumerable.Range(1, Math.Min(4, words.Length - start)) select string.Concat(words.Skip(start).Take(length));

    private static ImmutableArray<string> WordsOf(string purpose) => PurposeWords.GetValueOrDefault(purpose, [Fold.Plain(purpose)]);

    [GeneratedRegex(@"[^\p{L}\p{M}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\b(yes( or)? no|y( or)? n)\b", RegexOptions.IgnoreCase)]
    private static partial Regex YesOrNo();
}
