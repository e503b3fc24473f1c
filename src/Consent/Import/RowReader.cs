using System.Collections.Immutable;
using System.Net.Mail;
using MediaGuard.Media;

namespace MediaGuard.Consent.Import;

/// <summary>Reads the rows of one table.</summary>
internal sealed class RowReader
{
    private const int LongestName = 200;
    private const int LongestKey = 40;
    private const int LongestEmail = 254;

    private readonly ImportTable table;
    private readonly ColumnPlan columns;
    private readonly HashSet<string> yes;
    private readonly HashSet<string> no;
    private readonly bool leavingIsAmerican;

    public RowReader(ImportTable table, ColumnPlan columns, ImportMapping mapping)
    {
        this.table = table;
        this.columns = columns;
        no = [.. mapping.No.Select(Word)];
        yes = [.. mapping.Yes.Select(Word).Where(w => w.Length > 0 && !no.Contains(w))];
        leavingIsAmerican = columns.Leaving is { } leaving && table.Rows.Any(r => DateReader.IsAmerican(r.Cells[leaving]));
        if (leavingIsAmerican)
        {
            Remarks.Add(new ImportRemark(RemarkKind.DatesAmerican, RemarkWeight.Flag, null, table.Headings[columns.Leaving!.Value]));
        }
    }

    public List<ImportRemark> Remarks { get; } = [];

    public List<LeftOutRow> LeftOut { get; } = [];

    public ImmutableArray<ImportRow> Read()
    {
        var rows = new Dictionary<string, (ImportRow Row, ImmutableArray<string> Cells)>();
        foreach (var line in table.Rows)
        {
            var row = ReadRow(line);
            if (row is null)
            {
                continue;
            }

            if (!rows.TryGetValue(row.Key, out var other))
            {
                rows[row.Key] = (row, line.Cells);
            }
            else if (other.Cells.SequenceEqual(line.Cells))
            {
                Flag(RemarkKind.RowTwice, line);
            }
            else
            {
                Remarks.Add(new ImportRemark(RemarkKind.KeyTwice, RemarkWeight.Refuses, line.Number, Words.Text($"row {other.Row.Number}")));
            }
        }

        return [.. rows.Values.Select(r => r.Row).OrderBy(r => r.Number)];
    }

    /// <summary>The latest day of the export column, or the first day named above the headings.</summary>
    public DateOnly? ExportedOn() => columns.Exported is { } exported
        ? table.Rows.Select(r => DateReader.Read(r.Cells[exported])).Max()
        : table.Above.Select(DateReader.FindIn).FirstOrDefault(d => d is not null);

    private ImportRow? ReadRow(TableRow line)
    {
        var (key, name) = (Cell(line, columns.Key).ToUpperInvariant(), NameOf(line));
        if (key.Length == 0)
        {
            return LeaveOut(RemarkKind.KeyMissing, line, "", name);
        }

        if (!IsKey(key))
        {
            return LeaveOut(RemarkKind.KeyOdd, line, "", name, key);
        }

        if (name.Length is 0 or > LongestName)
        {
            return LeaveOut(name.Length == 0 ? RemarkKind.NameMissing : RemarkKind.NameTooLong, line, key, "");
        }

        var (preferred, leaving) = (Cell(line, columns.Preferred), LeavingOf(line));
        return new ImportRow(
            line.Number,
            key,
            name,
            preferred.Length is > 0 and <= LongestName ? preferred : name.Split(' ')[0],
            Cell(line, columns.Class) is { Length: <= 100 } group ? group : "",
            YearOf(line),
            leaving,
            columns.Purposes.ToImmutableDictionary(p => p.Purpose, p => AnswerOf(line, p.Purpose, p.Column)))
        {
            IsLeavingUnclear = leaving is null && Cell(line, columns.Leaving).Length > 0,
            Nicknames = NicknameText.Fitting(Cell(line, columns.Nicknames)),
            Contacts = [.. ContactsOf(line)],
        };
    }

    private ImportRow? LeaveOut(RemarkKind why, TableRow line, string key, string name, string detail = "")
    {
        Flag(why, line, detail);
        LeftOut.Add(new LeftOutRow(key, name));
        return null;
    }

    private IEnumerable<FileContact> ContactsOf(TableRow line)
    {
        foreach (var contact in columns.Contacts)
        {
            var name = Cell(line, contact.Name).Trim();
            if (name.Length is 0 or > LongestName)
            {
                continue;
            }

            var email = Cell(line, contact.Email).Trim();
            if (email.Length > 0 && !IsEmail(email))
            {
                Flag(RemarkKind.EmailUnclear, line, email);
                email = "";
            }

            var word = Word(Cell(line, contact.Responsibility));
            yield return new FileContact(Turned(name), email, yes.Contains(word) ? true : no.Contains(word) ? false : null);
        }
    }

    private static bool IsEmail(string text) =>
        text.Length <= LongestEmail && text.Split('@') is [{ Length: > 0 }, { Length: > 2 } host] && host.Contains('.', StringComparison.Ordinal) && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',' or ';')
        && MailAddress.TryCreate(text, out var read) && read.Address == text;

    /// <summary>Letters and digits with the usual separators; a spreadsheet's 1.2E+11 is a number it has spoilt.</summary>
    private static bool IsKey(string key) =>
        key.Length <= LongestKey && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '/' or '_' or '.') && key.Any(char.IsAsciiDigit) && !key.Contains("E+", StringComparison.Ordinal)
        && !(key.Contains('.', StringComparison.Ordinal) && key.Contains('E', StringComparison.Ordinal));

    private string NameOf(TableRow line)
    {
        if (columns.Forename is not null && columns.Surname is not null)
        {
            var (forename, surname) = (Cell(line, columns.Forename), Cell(line, columns.Surname));
            return forename.Length == 0 || surname.Length == 0 ? "" : $"{forename} {surname}";
        }

        return Turned(Cell(line, columns.FullName));
    }

    /// <summary>"Ashgrove, Ali" is Ali Ashgrove.</summary>
    private static string Turned(string name) => name.Split(',', StringSplitOptions.TrimEntries) is [{ Length: > 0 } last, { Length: > 0 } first] ? $"{first} {last}" : name;

    private int? YearOf(TableRow line)
    {
        var text = Cell(line, columns.Year);
        var year = YearReader.Read(text);
        if (text.Length > 0 && year is null)
        {
            Remarks.Add(new ImportRemark(RemarkKind.YearUnclear, RemarkWeight.Note, line.Number, text));
        }

        return year;
    }

    private DateOnly? LeavingOf(TableRow line)
    {
        var text = Cell(line, columns.Leaving);
        var day = text.Length == 0 || leavingIsAmerican ? null : DateReader.Read(text);
        if (text.Length > 0 && day is null && !leavingIsAmerican)
        {
            Flag(RemarkKind.DateUnclear, line, text);
        }

        return day;
    }

    private FileAnswer AnswerOf(TableRow line, PurposeId purpose, int column)
    {
        var text = line.Cells[column];
        var word = Word(text);
        if (word.Length == 0 && text.Length == 0)
        {
            return FileAnswer.Blank;
        }

        if (no.Contains(word))
        {
            return FileAnswer.No;
        }

        var isYes = yes.Contains(word);
        if (isYes && !table.EndsWithLine && table.DeclaredRows is null && line == table.Rows[^1] && column == table.Headings.Length - 1)
        {
            Remarks.Add(new ImportRemark(RemarkKind.AnswerAtTheCut, RemarkWeight.Flag, line.Number, text, Purpose: purpose));
            return FileAnswer.Unclear;
        }

        if (!isYes)
        {
            Remarks.Add(new ImportRemark(RemarkKind.AnswerUnclear, RemarkWeight.Flag, line.Number, text, Purpose: purpose));
        }

        return isYes ? FileAnswer.Yes : FileAnswer.Unclear;
    }

    /// <summary>Upper and lower case are one; nothing else is: "yes?" is no yes.</summary>
    private static string Word(string text) => text.Trim().ToUpperInvariant();

    private static string Cell(TableRow line, int? column) => column is { } at ? line.Cells[at] : "";

    private void Flag(RemarkKind kind, TableRow line, string detail = "") => Remarks.Add(new ImportRemark(kind, RemarkWeight.Flag, line.Number, detail));
}
