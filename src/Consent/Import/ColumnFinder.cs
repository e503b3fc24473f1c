using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Consent.Import;

/// <summary>Finds a mapping's columns among a file's headings.</summary>
internal static class ColumnFinder
{
    /// <summary>The preset that knows the most of a row of headings.</summary>
    public static ImportMapping Best(ImmutableArray<string> headings) => ImportPresets.All.OrderByDescending(p => Known(headings, p)).First();

    public static int Known(ImmutableArray<string> headings, ImportMapping mapping) => Columns(headings, mapping).Known;

    /// <summary>The plan, and what a person should be asked.</summary>
    public static (ColumnPlan Plan, ImmutableArray<ImportRemark> Remarks) Resolve(ImmutableArray<string> headings, ImportMapping mapping, IReadOnlyCollection<string> purposes)
    {
        var remarks = new List<ImportRemark>();
        var plan = Columns(headings, mapping);
        var answers = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        foreach (var purpose in purposes)
        {
            var found = mapping.Answers.TryGetValue(purpose, out var chosen)
                ? chosen.Length == 0 ? [] : Indexes(headings, h => Fold.Plain(h) == Fold.Plain(chosen))
                : ByWords(headings, purpose);
            switch (found)
            {
                case [var one]:
                    answers[purpose] = one;
                    break;
                case [] when chosen is { Length: > 0 }:
                    remarks.Add(new ImportRemark(RemarkKind.ColumnMissing, RemarkWeight.Refuses, null, chosen));
                    break;
                case []:
                    break;
                default:
                    remarks.Add(new ImportRemark(RemarkKind.ColumnUnsure, RemarkWeight.Flag, null, purpose));
                    break;
            }
        }

        var words = headings.Select(h => new HeadingWords(h)).ToList();
        foreach (var at in Enumerable.Range(0, headings.Length).Where(i => !answers.ContainsValue(i) && purposes.Any(p => !mapping.Answers.ContainsKey(p) && words[i].IsUnsure(p) && !words[i].IsAside)))
        {
            remarks.Add(new ImportRemark(RemarkKind.ColumnUnsure, RemarkWeight.Flag, null, headings[at]));
        }

        // one column must not answer for two purposes: "media" may mean anything
        foreach (var shared in answers.GroupBy(a => a.Value).Where(g => g.Count() > 1).ToList())
        {
            foreach (var (purpose, _) in shared.Where(a => !mapping.Answers.ContainsKey(a.Key)).ToList())
            {
                answers.Remove(purpose);
                remarks.Add(new ImportRemark(RemarkKind.ColumnUnsure, RemarkWeight.Flag, null, purpose));
            }
        }

        plan = plan with { Answers = answers.ToImmutable() };
        if (plan.Key is null)
        {
            remarks.Add(new ImportRemark(RemarkKind.ColumnMissing, RemarkWeight.Refuses, null, Words.Text("UPN or MIS number")));
        }

        if (plan.FullName is null && (plan.Forename is null || plan.Surname is null))
        {
            remarks.Add(new ImportRemark(RemarkKind.ColumnMissing, RemarkWeight.Refuses, null, Words.Text("name")));
        }

        var used = new[] { plan.Key, plan.FullName, plan.Forename, plan.Surname, plan.Preferred, plan.Nicknames, plan.Class, plan.Year, plan.Leaving }.OfType<int>().Concat(plan.Answers.Values)
            .Concat(plan.Contacts.SelectMany(c => new[] { c.Name, c.Email, c.Responsibility }).OfType<int>()).ToHashSet();
        foreach (var twice in headings.Select((h, i) => (Fold.Plain(h), i)).Where(x => x.Item1.Length > 0).GroupBy(x => x.Item1).Where(g => g.Count() > 1 && g.Any(x => used.Contains(x.i))))
        {
            remarks.Add(new ImportRemark(RemarkKind.HeadingTwice, RemarkWeight.Refuses, null, headings[twice.First().i]));
        }

        return (plan, [.. remarks]);
    }

    private static ColumnPlan Columns(ImmutableArray<string> headings, ImportMapping m)
    {
        ImmutableArray<string> plain = [.. headings.Select(Fold.Plain)];
        return new(
            Find(plain, m.Key),
            Find(plain, m.FullName),
            Find(plain, m.Forename),
            Find(plain, m.Surname),
            Find(plain, m.Preferred),
            Find(plain, m.Class),
            Find(plain, m.Year),
            Find(plain, m.Leaving),
            Find(plain, m.Exported),
            ImmutableSortedDictionary<string, int>.Empty)
        {
            Nicknames = Find(plain, m.Nicknames),
            Contacts = [.. m.Contacts.Select(c => (Name: Find(plain, c.Name), Headings: c)).Where(c => c.Name is not null)
                .Select(c => new ContactColumns(c.Name!.Value, Find(plain, c.Headings.Email), Find(plain, c.Headings.Responsibility)))],
        };
    }

    private static int? Find(ImmutableArray<string> plain, ImmutableArray<string> names)
    {
        foreach (var name in names.Where(n => n.Length > 0))
        {
            if (plain.IndexOf(Fold.Plain(name)) is var at and >= 0)
            {
                return at;
            }
        }

        return null;
    }

    private static List<int> ByWords(ImmutableArray<string> headings, string purpose)
    {
        var alone = Indexes(headings, h => new HeadingWords(h).IsOnly(purpose));
        return alone.Count > 0 ? alone : Indexes(headings, h => new HeadingWords(h) is { IsNo: false, IsAside: false } words && words.IsConsentTo(purpose));
    }

    private static List<int> Indexes(ImmutableArray<string> headings, Func<string, bool> fits) => [.. headings.Select((h, i) => (h, i)).Where(x => fits(x.h)).Select(x => x.i)];
}
