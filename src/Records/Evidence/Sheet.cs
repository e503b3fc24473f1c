using System.Net;
using System.Text;
using MediaGuard.Media;

namespace MediaGuard.Records.Evidence;

/// <summary>A page that stands on its own: no script, nothing fetched, to read and to print. Everything written into it is escaped.</summary>
internal sealed class Sheet
{
    private const string Style = """
        :root { color-scheme: light dark; }
        body { max-width: 60rem; margin: 0 auto; padding: 1.5rem; font: 1rem/1.5 system-ui, sans-serif; color: #1b1f24; background: #fff; }
        h1 { font-size: 1.6rem; line-height: 1.2; } h2 { margin-top: 2rem; font-size: 1.2rem; break-after: avoid; } h3 { font-size: 1rem; break-after: avoid; }
        table { width: 100%; border-collapse: collapse; margin: 0.75rem 0; font-size: 0.875rem; } caption { text-align: left; font-weight: 600; padding: 0.25rem 0; }
        th, td { padding: 0.35rem 0.5rem; border: 1px solid #8a929c; text-align: left; vertical-align: top; overflow-wrap: anywhere; } tr { break-inside: avoid; } thead { display: table-header-group; }
        .quiet { color: #4a525c; } .fill { padding: 0.5rem 0.75rem; border: 2px dashed #8a5a00; background: #fff6e0; color: #1b1f24; min-height: 3rem; }
        @media (prefers-color-scheme: dark) { body { color: #e8eaed; background: #16191d; } .quiet { color: #b4bac2; } }
        @media print { body { max-width: none; padding: 0; color: #000; background: #fff; font-size: 10pt; } .quiet { color: #333; } }
        """;

    private readonly StringBuilder text = new();

    public Sheet(string title)
    {
        text.Append("<!DOCTYPE html>\n<html lang=\"").Append(Words.Tag).Append("\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
        text.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        text.Append("<title>").Append(Safe(title)).Append("</title>\n<style>\n").Append(Style).Append("\n</style></head>\n<body>\n<h1>").Append(Safe(title)).Append("</h1>\n");
    }

    public Sheet Head(string heading) => Tag("h2", heading);

    public Sheet Under(string heading) => Tag("h3", heading);

    public Sheet Say(string sentence) => Tag("p", sentence);

    public Sheet Quiet(string sentence) => Tag("p", sentence, "quiet");

    /// <summary>A place the school fills in.</summary>
    public Sheet Fill(string what) => Tag("p", Words.Text($"For the school to fill in: {what}"), "fill");

    public Sheet List(IEnumerable<string> lines)
    {
        text.Append("<ul>\n");
        foreach (var line in lines)
        {
            Tag("li", line);
        }

        text.Append("</ul>\n");
        return this;
    }

    public Sheet Table(EvidenceTable table)
    {
        text.Append("<table><caption>").Append(Safe(table.Title)).Append("</caption><thead><tr>");
        foreach (var column in table.Columns)
        {
            text.Append("<th scope=\"col\">").Append(Safe(column)).Append("</th>");
        }

        text.Append("</tr></thead><tbody>\n");
        foreach (var row in table.Rows)
        {
            text.Append("<tr><th scope=\"row\">").Append(Safe(row[0])).Append("</th>");
            foreach (var cell in row.Skip(1))
            {
                text.Append("<td>").Append(Safe(cell)).Append("</td>");
            }

            text.Append("</tr>\n");
        }

        text.Append(table.Rows.Count == 0 ? $"<tr><td colspan=\"{table.Columns.Count}\">{Safe(Words.Text("None."))}</td></tr>\n" : "").Append("</tbody></table>\n");
        return this;
    }

    public override string ToString() => $"{text}</body>\n</html>\n";

    private Sheet Tag(string tag, string words, string? kind = null)
    {
        text.Append('<').Append(tag).Append(kind is null ? "" : $" class=\"{kind}\"").Append('>').Append(Safe(words)).Append("</").Append(tag).Append(">\n");
        return this;
    }

    private static string Safe(string words) => WebUtility.HtmlEncode(words);
}
