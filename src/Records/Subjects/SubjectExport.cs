using System.Text;
using System.Text.Json;
using MediaGuard.Media;

namespace MediaGuard.Records.Subjects;

/// <summary>What is held about a person, as text to read and as JSON to take along.</summary>
public static class SubjectExport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string AsText(SubjectRecord record, IReadOnlyCollection<SubjectPicture> pictures, Instant at)
    {
        ArgumentNullException.ThrowIfNull(record);
        var person = record.Person;
        var made = pictures.ToDictionary(p => p.Media);
        string Say(Instant moment) => TimeZoneInfo.ConvertTime(moment.ToDateTimeOffset(), record.Zone).ToString("d MMMM yyyy, HH:mm", Words.Culture);
        var text = new StringBuilder();
        text.AppendLine(Words.Text($"{record.SchoolName}: what MediaGuard holds about {person.Person.Name}")).AppendLine(Words.Text($"Made on {Say(at)}."));
        text.AppendLine().AppendLine(Words.Text("MediaGuard keeps the photos a school takes and what families said about showing them. Faces of other people are covered in the pictures, and their names are not in this text."));
        Section(text, Words.Text("On the register"), [.. Register(person.Person), .. person.Groups.Select(g => $"{g.Group}: {Span(g.From, g.Until)}")]);
        Section(text, Words.Text("What was said about showing photos, the newest first"), person.Consents.Select(c =>
            $"{c.Purpose}: {Views.RegisterWords.Answer(c.Word)}, {Span(c.From, c.Until)}; {(c.How is { Length: > 0 } how ? Words.Text($"noted on {Say(c.At)}, said by {Views.RegisterWords.Way(how)}") : Words.Text($"noted on {Say(c.At)}"))}"));
        Section(text, Words.Text("Pictures"), record.HandedOut.Select(p => $"{Day(p.ArrivedOn)}{Of(p.Class)}: {Became(made.GetValueOrDefault(p.Media), p)}"));
        Section(text, Words.Text("Further photos in which they may be: of a class or club of theirs, and nobody said that they are not in it"), record.Photos.Where(p => !p.IsHandedOut).GroupBy(p => (p.ArrivedOn, p.Class)).Select(g => $"{Day(g.Key.ArrivedOn)}{Of(g.Key.Class)}: {g.Count().ToString(Words.Culture)}"));
        Section(text, Words.Text("Where copies went"), record.Copies.Select(c => TakenBack($"{c.Channel}, {Say(c.LeftAt)}{File(c.Media)}", c.TakenBackAt)));
        Section(text, Words.Text("What colleagues said of photos and them"), record.Said.Select(s => TakenBack($"{Say(s.At)}, {s.By}: {Word(s.Kind)}{File(s.Media)}", s.TakenBackAt)));
        Section(text, Words.Text("Who saw pictures in which they are or may be"), record.Looks.Select(l => Words.Text($"{Day(l.Day)}, {l.Name}: {l.Pictures}, named in {l.Named} of them, {l.Copies} downloaded")));
        return text.ToString();

        string TakenBack(string line, Instant? at) => at is { } back ? Words.Text($"{line}; taken back {Say(back)}") : line;

        string File(MediaId media) => made.TryGetValue(media, out var picture) && picture.File is { } file ? $" ({file})" : "";
    }

    public static string AsJson(SubjectRecord record, IReadOnlyCollection<SubjectPicture> pictures, Instant at)
    {
        ArgumentNullException.ThrowIfNull(record);
        var made = pictures.ToDictionary(p => p.Media);
        var person = record.Person;
        return JsonSerializer.Serialize(
            new
            {
                school = record.SchoolName,
                madeAt = at.ToString(),
                person = new { name = person.Person.Name, preferred = person.Person.PreferredName, nicknames = person.Person.Nicknames, kind = person.Person.Kind, number = person.Person.Key, yearGroup = person.Person.YearGroup, leftOn = person.Person.LeftOn, groups = person.Groups.Select(g => new { name = g.Group, from = g.From, until = g.Until }) },
                consents = person.Consents.Select(c => new { purpose = c.Purpose, answer = c.Word, from = c.From, until = c.Until, how = c.How, at = c.At.ToString() }),
                photos = record.Photos.Select(p => new
                {
                    photo = p.Media.ToString(),
                    day = p.ArrivedOn,
                    @class = p.Class,
                    named = p.IsNamed,
                    matched = p.IsMatched,
                    file = made.GetValueOrDefault(p.Media)?.File,
                    leftOut = made.GetValueOrDefault(p.Media) is { File: null } picture ? picture.Gap.ToString() : null,
                }),
                copies = record.Copies.Select(c => new { photo = c.Media.ToString(), channel = c.Channel, at = c.LeftAt.ToString(), takenBackAt = c.TakenBackAt?.ToString() }),
                said = record.Said.Select(s => new { photo = s.Media.ToString(), what = s.Kind.ToString(), at = s.At.ToString(), by = s.By, takenBackAt = s.TakenBackAt?.ToString() }),
                looks = record.Looks.Select(l => new { day = l.Day, by = l.Name, pictures = l.Pictures, named = l.Named, downloaded = l.Copies }),
            },
            Json);
    }

    private static IEnumerable<string> Register(Views.RegisterLine person)
    {
        yield return $"{person.Name}, {Views.RegisterWords.Kind(person.Kind)}";
        (string Label, string? Value)[] more =
        [
            (Words.Text("called"), person.PreferredName == person.Name ? null : person.PreferredName),
            (Words.Text("nicknames"), person.Nicknames),
            (Words.Text("UPN or MIS number"), person.Key),
            (Words.Text("year group"), person.YearGroup?.ToString(Words.Culture)),
            (Words.Text("last day here"), person.LeftOn is { } day ? Day(day) : null),
        ];
        foreach (var (label, value) in more.Where(m => !string.IsNullOrEmpty(m.Value)))
        {
            yield return $"{label}: {value}";
        }
    }

    private static string Became(SubjectPicture? picture, SubjectPhoto photo) => picture switch
    {
        { File: { } file, ShowsOwnFace: true } => Words.Text($"{file}, with every other face covered"),
        { File: { } file } => photo.IsMatched
            ? Words.Text($"{file}, with every face covered: comparing faces suggests them, and nobody has said whether it is so")
            : Words.Text($"{file}, with every face covered: they were said to be in it, and not which face is theirs"),
        { Gap: SubjectGap.NotFit } => Words.Text("not handed out: it is not fit to be seen. Speak to the school’s safeguarding lead about it"),
        { Gap: SubjectGap.NotLookedAt or SubjectGap.StillSomebody } => Words.Text("not handed out yet: the other faces could not be covered for certain. The school will do it by hand"),
        _ => Words.Text("not handed out: there is no picture of it that can be shown now. Ask the school about it"),
    };

    private static string Word(AttestationKind kind) => kind switch
    {
        AttestationKind.InPicture => Words.Text("they are in it"),
        AttestationKind.OnFace => Words.Text("a face in it is theirs"),
        AttestationKind.Absent => Words.Text("they are not in it"),
        AttestationKind.PoolAddsPerson => Words.Text("they were with the class"),
        _ => Words.Text("something about them"),
    };

    private static string Span(DateOnly from, DateOnly? until) => until is { } last ? Words.Text($"from {Day(from)} to {Day(last)}") : Words.Text($"from {Day(from)}");

    private static string Of(string? group) => group is null ? "" : $", {group}";

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Words.Culture);

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        text.AppendLine().AppendLine(title);
        var any = false;
        foreach (var line in lines)
        {
            any = true;
            text.Append("- ").AppendLine(line);
        }

        if (!any)
        {
            text.AppendLine("- " + Words.Text("nothing"));
        }
    }
}
