using System.Collections.Immutable;
using MediaGuard.Consent.Register;
using MediaGuard.Media;

namespace MediaGuard.Consent.Import;

/// <summary>Holds a file against the register. Pure: the same two give the same plan.</summary>
public sealed class ImportPlanner
{
    private readonly KnownRegister register;
    private readonly ImportContent content;
    private readonly List<ImportChange> changes = [];
    private readonly List<ImportRemark> remarks;
    private readonly Dictionary<string, KnownPerson> byKey;
    private readonly ILookup<string, KnownPerson> byNameWithoutKey;
    private readonly ILookup<string, KnownPerson> byNameNotListed;
    private readonly HashSet<string> namesLeftOut;
    private readonly ILookup<string, ImportRow> newByName;
    private readonly HashSet<PersonId> doubtful = [];
    private readonly Dictionary<string, KnownClass> classes;
    private readonly HashSet<string> newClasses = [];
    private readonly List<ImportRow> withoutClass = [];
    private readonly List<(ImportRow Row, KnownPerson Person)> matched = [];

    private ImportPlanner(KnownRegister register, ImportContent content)
    {
        this.register = register;
        this.content = content;
        remarks = [.. content.Remarks];
        byKey = register.People.Where(p => p.Key is not null).GroupBy(p => p.Key!.ToUpperInvariant()).ToDictionary(g => g.Key, g => g.First());
        byNameWithoutKey = register.People.Where(p => p.Key is null && p.IsPupil).ToLookup(p => Fold.Plain(p.FullName));
        HashSet<string> listed = [.. content.Rows.Select(r => r.Key), .. content.LeftOut.Select(r => r.Key)];
        byNameNotListed = byKey.Where(k => k.Value.IsPupil && !listed.Contains(k.Key)).ToLookup(k => Fold.Plain(k.Value.FullName), k => k.Value);
        namesLeftOut = [.. content.LeftOut.Select(r => Fold.Plain(r.FullName)).Where(n => n.Length > 0)];
        newByName = content.Rows.Where(r => !byKey.ContainsKey(r.Key)).ToLookup(r => Fold.Plain(r.FullName));
        classes = register.Classes.Where(c => !c.IsClub).GroupBy(c => Fold.Plain(c.Name)).ToDictionary(g => g.Key, g => g.First());
    }

    public static ImportPlan Plan(ImportContent content, KnownRegister register, ImportLimits limits)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(limits);
        if (content.IsRefused)
        {
            return new ImportPlan(content, [], [.. content.Remarks.OrderByDescending(r => r.Weight)], []);
        }

        return content.ExportedOn > register.Today
            ? Plan(content with { ExportedOn = null, Remarks = content.Remarks.Add(new ImportRemark(RemarkKind.ExportedLater, RemarkWeight.Flag, null)) }, register, limits)
            : new ImportPlanner(register, content).Make(limits);
    }

    private ImportPlan Make(ImportLimits limits)
    {
        if (content.Rows.IsEmpty)
        {
            Refuse(RemarkKind.Empty);
        }

        if (content.ExportedOn < register.LastExportedOn)
        {
            Refuse(RemarkKind.OlderExport);
        }

        foreach (var row in content.Rows)
        {
            PlanRow(row);
        }

        PlanMissing();
        LookAtTheWhole();
        var isRefused = remarks.Any(r => r.Weight == RemarkWeight.Refuses);
        return new ImportPlan(
            content,
            isRefused ? [] : [.. changes.OrderBy(c => c.Kind).ThenBy(c => c.Row?.Number ?? int.MaxValue)],
            [.. remarks.OrderByDescending(r => r.Weight).ThenBy(r => r.Row ?? 0)],
            isRefused ? [] : [.. Questions(limits)]);
    }

    private void PlanRow(ImportRow row)
    {
        if (byKey.TryGetValue(row.Key, out var known))
        {
            if (!known.IsPupil)
            {
                Conflict(RemarkKind.NotAPupil, row, known.Id);
                return;
            }

            matched.Add((row, known));
            PlanKnown(row, known);
            return;
        }

        // before anybody is taken for new: under another key they may have refused, or be protected
        var name = Fold.Plain(row.FullName);
        var (namesakes, notListed) = (byNameWithoutKey[name].ToList(), byNameNotListed[name].ToList());
        if (notListed.Count > 0 && (namesakes.Count == 0 || notListed.Any(IsHere)))
        {
            doubtful.UnionWith(notListed.Select(p => p.Id));
            Conflict(RemarkKind.KeyChanged, row, notListed.OrderByDescending(IsHere).First().Id, detail: row.Key);
        }
        else if (namesakes is [var one] && MayBe(row, one) && newByName[name].Count(r => MayBe(r, one)) == 1)
        {
            changes.Add(new ImportChange(ImportChangeKind.Linked, one.Id, row));
            PlanKnown(row, one);
        }
        else if (namesakes.Count > 0)
        {
            Conflict(RemarkKind.SameName, row, namesakes[0].Id);
        }
        else
        {
            PlanNew(row);
        }
    }

    /// <summary>Whether a row may be about somebody entered by hand who has its name.</summary>
    private bool MayBe(ImportRow row, KnownPerson namesake) => row.Class.Length == 0 || namesake.Classes.Any(c => IsOf(c, row.Class));

    private void PlanNew(ImportRow row)
    {
        if (row.Leaving < register.Today)
        {
            remarks.Add(new ImportRemark(RemarkKind.HasLeftAlready, RemarkWeight.Note, row.Number));
            return;
        }

        changes.Add(new ImportChange(ImportChangeKind.NewPerson, null, row, Day: row.Leaving));
        PlanClass(row, null);
        foreach (var contact in row.Contacts.DistinctBy(c => Fold.Plain(c.Name)))
        {
            changes.Add(new ImportChange(ImportChangeKind.NewGuardian, null, row) { Contact = contact });
        }

        foreach (var (purpose, answer) in row.Answers.OrderBy(a => a.Key.Value, StringComparer.Ordinal))
        {
            if (answer is FileAnswer.Yes or FileAnswer.No)
            {
                changes.Add(new ImportChange(answer == FileAnswer.Yes ? ImportChangeKind.ToYes : ImportChangeKind.FirstNo, null, row, purpose, answer));
            }
        }
    }

    private void PlanKnown(ImportRow row, KnownPerson person)
    {
        if (row.FullName != person.FullName || (content.Columns.Preferred is not null && row.PreferredName != person.PreferredName)
            || (row.Nicknames.Length > 0 && row.Nicknames != person.Nicknames))
        {
            changes.Add(new ImportChange(ImportChangeKind.Renamed, person.Id, row));
        }

        if (row.Year is { } year && year != person.Year)
        {
            changes.Add(new ImportChange(ImportChangeKind.YearChanged, person.Id, row));
        }

        if (row.Leaving < register.Today)
        {
            if (person.LeftOn != row.Leaving)
            {
                changes.Add(new ImportChange(ImportChangeKind.Left, person.Id, row, Day: row.Leaving));
            }
        }
        else
        {
            PlanStay(row, person);
            if (!row.IsLeavingUnclear || IsHere(person))
            {
                PlanClass(row, person);
            }
        }

        PlanContacts(row, person);

        // a no counts also of somebody who left: it recalls, leaving does not
        foreach (var (purpose, answer) in row.Answers.OrderBy(a => a.Key.Value, StringComparer.Ordinal))
        {
            PlanAnswer(row, person, purpose, answer);
        }
    }

    /// <summary>Adds whom the register does not have and takes over a changed address. Ends nobody, and takes parental responsibility from nobody.</summary>
    private void PlanContacts(ImportRow row, KnownPerson person)
    {
        foreach (var contact in row.Contacts.DistinctBy(c => Fold.Plain(c.Name)))
        {
            var known = person.Guardians.Where(g => Fold.Plain(g.Name) == Fold.Plain(contact.Name)).OrderBy(g => g.IsEnded).FirstOrDefault();
            if (known is null)
            {
                changes.Add(new ImportChange(ImportChangeKind.NewGuardian, person.Id, row) { Contact = contact });
                continue;
            }

            if (known.IsEnded)
            {
                remarks.Add(new ImportRemark(RemarkKind.GuardianEnded, RemarkWeight.Note, row.Number, Person: person.Id));
                continue;
            }

            if (known.HasResponsibility && contact.HasResponsibility is false)
            {
                Conflict(RemarkKind.ResponsibilityOnRecord, row, person.Id);
            }

            var email = contact.Email.Length > 0 ? contact.Email : known.Email;
            var isResponsible = known.HasResponsibility || contact.HasResponsibility is true;
            if (!string.Equals(email, known.Email, StringComparison.OrdinalIgnoreCase) || isResponsible != known.HasResponsibility)
            {
                changes.Add(new ImportChange(ImportChangeKind.GuardianChanged, person.Id, row) { Contact = new FileContact(known.Name, email, isResponsible), Guardian = known.Id });
            }
        }
    }

    private void PlanStay(ImportRow row, KnownPerson person)
    {
        if (row.Leaving is { } day)
        {
            if (person.LeftOn != day)
            {
                changes.Add(new ImportChange(ImportChangeKind.Left, person.Id, row, Day: day));
            }
        }
        else if (!row.IsLeavingUnclear && person.LeftOn is not null && (content.HasLeaving || person.LeftOn <= register.Today))
        {
            changes.Add(new ImportChange(ImportChangeKind.Returned, person.Id, row));
        }
    }

    private void PlanClass(ImportRow row, KnownPerson? person)
    {
        if (person is not null && person.Classes.Any(c => IsOf(c, row.Class)) && person.Classes.Length == 1)
        {
            return;
        }

        var name = Fold.Plain(row.Class);
        if (name.Length == 0)
        {
            if (person is null || person.Classes.IsEmpty)
            {
                withoutClass.Add(row);
            }

            return;
        }

        if (!classes.ContainsKey(name) && register.Classes.Any(c => c.IsClub && Fold.Plain(c.Name) == name))
        {
            remarks.Add(new ImportRemark(RemarkKind.ClassIsAClub, RemarkWeight.Flag, row.Number, row.Class));
            return;
        }

        if (!classes.ContainsKey(name) && newClasses.Add(name))
        {
            changes.Add(new ImportChange(ImportChangeKind.NewClass, null, null, Text: row.Class));
        }

        changes.Add(new ImportChange(ImportChangeKind.ClassChanged, person?.Id, row, Text: row.Class));
    }

    private void PlanAnswer(ImportRow row, KnownPerson person, PurposeId purpose, FileAnswer answer)
    {
        var known = person.AnswerTo(purpose);
        var kind = (known.Standing, answer) switch
        {
            (Standing.Given, FileAnswer.Yes) => default(ImportChangeKind?),
            (Standing.Given, _) => ImportChangeKind.ToNo,
            (Standing.Refused, FileAnswer.Yes) when known.IsSaidByPerson => Conflict(RemarkKind.RefusalOnRecord, row, person.Id, purpose),
            (Standing.Refused, FileAnswer.No) when !known.IsSaidByPerson => ImportChangeKind.FirstNo,
            (Standing.Expired, FileAnswer.Yes) => Conflict(RemarkKind.RanOut, row, person.Id, purpose),
            (Standing.Refused or Standing.NotOnRecord, FileAnswer.Yes) => ImportChangeKind.ToYes,
            (Standing.Expired or Standing.NotOnRecord, FileAnswer.No) => ImportChangeKind.FirstNo,
            _ => null,
        };
        if (kind is not { } change)
        {
            return;
        }

        if (change == ImportChangeKind.ToNo && answer is FileAnswer.Blank or FileAnswer.Unclear)
        {
            remarks.Add(new ImportRemark(RemarkKind.BlankWhereYes, RemarkWeight.Flag, row.Number, Person: person.Id, Purpose: purpose));
        }

        changes.Add(new ImportChange(change, person.Id, row, purpose, answer));
    }

    /// <summary>Whoever has a key and is no longer listed has left, unless a row that was left out may be about them; the day of the import is their last, so that today's pictures still count them.</summary>
    private void PlanMissing()
    {
        var listed = matched.Select(m => m.Person.Id).ToHashSet();
        listed.UnionWith(doubtful);
        var leftOut = content.LeftOut.Select(r => r.Key).ToHashSet();
        foreach (var person in Here().Where(p => !listed.Contains(p.Id) && !leftOut.Contains(p.Key!.ToUpperInvariant()) && !namesLeftOut.Contains(Fold.Plain(p.FullName))))
        {
            changes.Add(new ImportChange(ImportChangeKind.Left, person.Id, null, Day: register.Today));
        }
    }

    private void LookAtTheWhole()
    {
        if (matched.Count == 0 && !content.Rows.IsEmpty && Here().Any())
        {
            Refuse(RemarkKind.NoKeyMatches);
        }

        var compared = matched.Where(m => m.Row.Year is not null && m.Person.Year is not null && IsHere(m.Person)).ToList();
        if (compared.Count(m => m.Row.Year < m.Person.Year) * 2 > compared.Count)
        {
            Refuse(RemarkKind.LastYears);
        }

        // without the column it is said once
        remarks.AddRange(content.Columns.Class is not null
            ? withoutClass.Select(r => new ImportRemark(RemarkKind.ClassMissing, RemarkWeight.Flag, r.Number))
            : withoutClass.Take(1).Select(_ => new ImportRemark(RemarkKind.ClassMissing, RemarkWeight.Flag, null)));
        if (register.LastHadTrailer && !content.HasTrailer)
        {
            remarks.Add(new ImportRemark(RemarkKind.TrailerMissing, RemarkWeight.Flag, null));
        }
    }

    private IEnumerable<ImportQuestion> Questions(ImportLimits limits)
    {
        var here = Here().Count();
        var known = matched.Count;
        var addresses = matched.SelectMany(m => m.Person.Guardians).Where(g => !g.IsEnded && g.Email.Length > 0).ToDictionary(g => g.Id, g => g.Email);
        var others = changes.Count(c => c.Guardian is { } who && addresses.TryGetValue(who, out var before) && !string.Equals(before, c.Contact!.Email, StringComparison.OrdinalIgnoreCase));
        ImportQuestion?[] asked =
        [
            Ask(ImportQuestionKind.ManyLeft, People(ImportChangeKind.Left, c => c.Day <= register.Today), here, limits.Left),
            Ask(ImportQuestionKind.ManyToYes, People(ImportChangeKind.ToYes, c => !c.IsOfNewPerson), known, limits.ToYes),
            Ask(ImportQuestionKind.ManyToNo, People(ImportChangeKind.ToNo, _ => true), known, limits.ToNo),
            Ask(ImportQuestionKind.ManyRenamed, People(ImportChangeKind.Renamed, _ => true), known, limits.Renamed),
            Ask(ImportQuestionKind.ManyReturned, People(ImportChangeKind.Returned, _ => true), here, limits.Returned),
            Ask(ImportQuestionKind.ManyMoved, People(ImportChangeKind.ClassChanged, c => !c.IsOfNewPerson), known, limits.Moved),
            Ask(ImportQuestionKind.ManyAddresses, others, addresses.Count, limits.Addresses),
            Ask(ImportQuestionKind.FewerRows, (register.LastRows ?? 0) - content.Rows.Length, register.LastRows ?? 0, limits.FewerRows),
            register.LastHadTrailer && !content.HasTrailer ? new ImportQuestion(ImportQuestionKind.TrailerMissing, content.Rows.Length, content.Rows.Length) : null,
        ];
        return asked.OfType<ImportQuestion>();
    }

    private static ImportQuestion? Ask(ImportQuestionKind kind, int count, int of, int limit) => count > 0 && count * 100L > (long)of * limit ? new ImportQuestion(kind, count, of) : null;

    private int People(ImportChangeKind kind, Func<ImportChange, bool> counts) => changes.Where(c => c.Kind == kind && counts(c)).Select(c => c.Person).Distinct().Count();

    private IEnumerable<KnownPerson> Here() => byKey.Values.Where(p => p.IsPupil && IsHere(p));

    private bool IsHere(KnownPerson person) => person.LeftOn is null || person.LeftOn >= register.Today;

    private bool IsOf(GroupId group, string name) => classes.TryGetValue(Fold.Plain(name), out var known) && known.Id == group;

    private void Refuse(RemarkKind kind) => remarks.Add(new ImportRemark(kind, RemarkWeight.Refuses, null));

    private ImportChangeKind? Conflict(RemarkKind kind, ImportRow row, PersonId person, PurposeId? purpose = null, string detail = "")
    {
        remarks.Add(new ImportRemark(kind, RemarkWeight.Conflict, row.Number, detail, person, purpose));
        return null;
    }
}
