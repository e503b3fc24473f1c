using System.Security.Cryptography;
using System.Text;
using MediaGuard.Consent.Import;
using MediaGuard.Media;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Rows;

namespace MediaGuard.Records.Register;

/// <summary>Words for a plan, and the plan's name.</summary>
internal static class ImportPreviews
{
    public static ImportPreview Of(ImportPlan plan, KnownRegister register, IReadOnlyList<PurposeSetting> purposes, string token)
    {
        var people = register.People.ToDictionary(p => p.Id);
        var names = purposes.ToDictionary(p => p.Purpose, p => p.Name);
        var content = plan.Content;
        return new ImportPreview(
            content.Encoding,
            content.Delimiter,
            content.Mapping,
            content.Headings,
            Columns(content),
            content.Rows.Length,
            content.ExportedOn,
            [.. plan.Remarks.Select(r => new ImportRemarkView(
                Code(r.Kind.ToString()),
                Tone(r.Weight),
                r.Row,
                RemarkSentences.For(r.Kind),
                r.Detail,
                r.Person is { } person ? people[person].FullName : null,
                r.Purpose is { } purpose ? names.GetValueOrDefault(purpose.Value, purpose.Value) : null))],
            [.. plan.Changes.Select(c => new ImportLine(
                Code(c.Kind.ToString()),
                c.Row?.Number,
                c.Row?.FullName ?? (c.Person is { } person ? people[person].FullName : c.Text),
                c.Purpose is { } purpose ? names.GetValueOrDefault(purpose.Value, purpose.Value) : null,
                Text(c, c.Person is { } who ? people[who] : null, plan.Content.Columns.Preferred is not null),
                c.IsOfNewPerson))],
            [.. plan.Questions.Select(Sentence)],
            token);
    }

    /// <summary>Eight letters that stand for this file, read this way, against this register on this day.</summary>
    public static string Token(ImportRequest request, HeadRow head, DateOnly today)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(SHA256.HashData(request.Bytes.Span));
        hash.AppendData(Encoding.UTF8.GetBytes($"{head.SchoolId}|{head.RegisterVersion}|{head.PolicyVersion}|{today.DayNumber}|{request.Columns.Write()}"));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 4));
    }

    /// <summary>ToYes becomes to-yes.</summary>
    public static string Code(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    private static ImportColumns Columns(ImportContent content)
    {
        string? Heading(int? at) => at is { } i ? content.Headings[i] : null;
        var c = content.Columns;
        return new ImportColumns
        {
            Preset = content.Mapping,
            Key = Heading(c.Key),
            FullName = Heading(c.FullName),
            Forename = Heading(c.Forename),
            Surname = Heading(c.Surname),
            Preferred = Heading(c.Preferred),
            Nicknames = Heading(c.Nicknames),
            Class = Heading(c.Class),
            Year = Heading(c.Year),
            Leaving = Heading(c.Leaving),
            Exported = Heading(c.Exported),
            Answers = c.Answers.ToDictionary(a => a.Key, a => content.Headings[a.Value]),
        };
    }

    private static ImportTone Tone(RemarkWeight weight) => weight switch
    {
        RemarkWeight.Note => ImportTone.Note,
        RemarkWeight.Flag => ImportTone.Flag,
        RemarkWeight.Conflict => ImportTone.Conflict,
        RemarkWeight.Refuses => ImportTone.Refuses,
    };

    private static string Text(ImportChange change, KnownPerson? before, bool saysPreferred) => change.Kind switch
    {
        ImportChangeKind.Renamed => RenamedText(change.Row!, before!, saysPreferred),
        ImportChangeKind.YearChanged => Words.Text($"year {Year(before?.Year)} to {Year(change.Row!.Year)}"),
        ImportChangeKind.ClassChanged => change.Text,
        ImportChangeKind.Left when change.Row is null => Words.Text($"last day {Day(change)}, no longer in the file"),
        ImportChangeKind.Left => Words.Text($"last day {Day(change)}"),
        ImportChangeKind.Linked => Words.Text("entered by hand; gets the file's key"),
        ImportChangeKind.ToNo when change.Answer is FileAnswer.Blank => Words.Text("blank in the file"),
        ImportChangeKind.ToNo when change.Answer is FileAnswer.Unclear => Words.Text("unclear in the file"),
        ImportChangeKind.NewPerson => change.Row!.Class,
        ImportChangeKind.NewGuardian => $"{change.Contact!.Name}{(change.Contact.Email.Length > 0 ? $", {change.Contact.Email}" : "")}{Responsibility(change.Contact)}",
        ImportChangeKind.GuardianChanged => $"{change.Contact!.Name}, {(change.Contact.Email.Length > 0 ? change.Contact.Email : Words.Text("no e-mail"))}{Responsibility(change.Contact)}",
        ImportChangeKind.NewClass or ImportChangeKind.Returned or ImportChangeKind.ToYes or ImportChangeKind.ToNo or ImportChangeKind.FirstNo => "",
    };

    private static string Day(ImportChange change) => change.Day?.ToString("d MMMM yyyy", Words.Culture) ?? "";

    private static string Responsibility(FileContact contact) => contact.HasResponsibility is true ? ", " + Words.Text("parental responsibility") : "";

    private static string RenamedText(ImportRow row, KnownPerson before, bool saysPreferred) =>
        row.FullName != before.FullName ? Words.Text($"was {before.FullName}")
        : saysPreferred && row.PreferredName != before.PreferredName ? Words.Text($"called {row.PreferredName}")
        : Words.Text($"nicknames {row.Nicknames}");

    private static string Year(int? year) => year switch
    {
        null => Words.Text("unknown"),
        0 => Words.Text("Reception"),
        < 0 => Words.Text("Nursery"),
        _ => year.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private static string Sentence(ImportQuestion question) => question.Kind switch
    {
        ImportQuestionKind.ManyLeft => Words.Text($"{question.Count} of {question.Of} pupils would be marked as having left. Is part of the school missing from the file?"),
        ImportQuestionKind.ManyToYes => Words.Text($"{question.Count} of {question.Of} pupils would get a yes they do not have now. Is the right column mapped?"),
        ImportQuestionKind.ManyToNo => Words.Text($"{question.Count} of {question.Of} pupils would lose a yes they have now, and what is out would come back."),
        ImportQuestionKind.ManyRenamed => Words.Text($"{question.Count} of {question.Of} pupils would change their name. Have columns shifted?"),
        ImportQuestionKind.ManyReturned => Words.Text($"{question.Count} pupils who had left would be back; {question.Of} are here now. Is this an old file?"),
        ImportQuestionKind.ManyMoved => Words.Text($"{question.Count} of {question.Of} pupils would change class. Is it the new year's file, and is the right column mapped?"),
        ImportQuestionKind.ManyAddresses => Words.Text($"{question.Count} of {question.Of} parents and guardians would get another e-mail address. Have columns shifted?"),
        ImportQuestionKind.FewerRows => Words.Text($"{question.Count} pupils fewer than the {question.Of} of the last import."),
        ImportQuestionKind.TrailerMissing => Words.Text("The last import's file ended with a count, this one does not. It may be cut off."),
    };
}
