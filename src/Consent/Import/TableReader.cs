using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace MediaGuard.Consent.Import;

/// <summary>Reads delimited text strictly: what is damaged is said with its row number, never mended.</summary>
internal static class TableReader
{
    /// <summary>Report titles may stand above the headings.</summary>
    private const int HeadingsWithin = 12;

    private static readonly char[] Delimiters = [',', ';', '\t', '|'];
    private static readonly string[] TrailerWords = ["total", "totals", "count", "rows", "rowcount", "records", "recordcount", "pupils", "students", "endofreport", "numberofpupils", "numberofstudents"];

    /// <param name="isHeading">Says how many columns of the program's own a row of cells would name.</param>
    public static ImportTable Read(DecodedText text, Func<ImmutableArray<string>, int> isHeading)
    {
        if (!text.IsText)
        {
            return ImportTable.Unreadable(text, RemarkKind.NotText);
        }

        var delimiter = DelimiterOf(text.Text);
        var remarks = new List<ImportRemark>();
        var rows = Records(text.Text, delimiter, remarks);
        var best = rows.Take(HeadingsWithin).Select((row, at) => (Score: isHeading(row.Cells), at)).OrderByDescending(x => x.Score).ThenBy(x => x.at).FirstOrDefault();
        if (best.Score < 2)
        {
            return ImportTable.Unreadable(text, remarks.Count > 0 ? remarks[0].Kind : rows.Count == 0 ? RemarkKind.Empty : RemarkKind.NoHeadings);
        }

        var headings = TrimEnd(rows[best.at].Cells);
        ImmutableArray<string> above = [.. rows.Take(best.at).SelectMany(r => r.Cells).Where(c => c.Length > 0)];
        var body = rows.Skip(best.at + 1).Where(r => r.Cells.Any(c => c.Length > 0)).ToList();
        var declared = Trailer(body);
        foreach (var row in body)
        {
            if (row.Cells.Length < headings.Length)
            {
                remarks.Add(new ImportRemark(RemarkKind.RowTooShort, RemarkWeight.Refuses, row.Number));
            }
            else if (row.Cells.Skip(headings.Length).Any(c => c.Length > 0))
            {
                remarks.Add(new ImportRemark(RemarkKind.RowTooLong, RemarkWeight.Refuses, row.Number));
            }
        }

        if (declared is { } stated && stated != body.Count)
        {
            remarks.Add(new ImportRemark(RemarkKind.TrailerWrong, RemarkWeight.Refuses, null, stated.ToString(CultureInfo.InvariantCulture)));
        }

        if (body.Count == 0 && remarks.Count == 0)
        {
            remarks.Add(new ImportRemark(RemarkKind.Empty, RemarkWeight.Refuses, null));
        }

        return new ImportTable(text.Encoding, delimiter.ToString(), above, headings, [.. body], declared, text.Text.EndsWith('\n') || text.Text.EndsWith('\r'), [.. remarks]);
    }

    private static List<TableRow> Records(string text, char delimiter, List<ImportRemark> remarks)
    {
        var rows = new List<TableRow>();
        using var reader = new StringReader(text);
        using var csv = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            BadDataFound = null,
            IgnoreBlankLines = false,
            ExceptionMessagesContainRawData = false,
        });
        while (csv.Read())
        {
            // a quotation mark inside a quoted cell is doubled, so a whole row has an even number of them; an open one swallows the rest of the file
            if (csv.RawRecord.Count(c => c == '"') % 2 != 0)
            {
                remarks.Add(new ImportRemark(RemarkKind.QuoteOpen, RemarkWeight.Refuses, csv.Row));
            }

            rows.Add(new TableRow(csv.Row, [.. (csv.Record ?? []).Select(Clean)]));
        }

        if (rows is [{ Cells: [var sep, ..] }, ..] && sep.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            rows.RemoveAt(0);
        }

        return rows;
    }

    /// <summary>Takes the closing line off and returns the number it states.</summary>
    private static int? Trailer(List<TableRow> body)
    {
        if (body.Count == 0)
        {
            return null;
        }

        ImmutableArray<string> cells = [.. body[^1].Cells.Where(c => c.Length > 0)];
        if (cells.Length is 0 or > 2)
        {
            return null;
        }

        var words = string.Join(' ', cells);
        var number = new string([.. words.Where(char.IsAsciiDigit)]);
        if (!TrailerWords.Contains(Fold.Letters(words)) || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var stated))
        {
            return null;
        }

        body.RemoveAt(body.Count - 1);
        return stated;
    }

    /// <summary>The delimiter that stands in the most of the first lines, and there most often.</summary>
    private static char DelimiterOf(string text)
    {
        var lines = text.Split('\n', 16).Take(15).Where(l => l.Trim().Length > 0).ToList();
        return Delimiters.Select(d => (d, In: lines.Count(l => Outside(l, d) > 0), Sum: lines.Sum(l => Outside(l, d))))
            .OrderByDescending(x => x.In).ThenByDescending(x => x.Sum).Select(x => x.d).First();
    }

    private static int Outside(string line, char delimiter)
    {
        var (count, quoted) = (0, false);
        foreach (var c in line)
        {
            quoted ^= c == '"';
            count += !quoted && c == delimiter ? 1 : 0;
        }

        return count;
    }

    private static ImmutableArray<string> TrimEnd(ImmutableArray<string> cells)
    {
        var length = cells.Length;
        while (length > 0 && cells[length - 1].Length == 0)
        {
            length--;
        }

        return cells[..length];
    }

    /// <summary>Line ends and no-break spaces inside a cell become plain spaces.</summary>
    private static string Clean(string cell) => string.Join(' ', cell.Split([' ', '\u00a0', '\u202f', '\u200b', '\ufeff', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
