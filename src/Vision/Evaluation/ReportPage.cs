using System.Net;
using System.Text;
using MediaGuard.Media;

namespace MediaGuard.Vision.Evaluation;

/// <summary>Writes one self-contained HTML page: headings, sentences, tables and plots, in the order they are added. Every text is escaped; nothing is fetched from anywhere.</summary>
/// <param name="title">Shown at the top and as the page's title.</param>
internal sealed class ReportPage(string title)
{
    private const string Style = """
        body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
        table{border-collapse:collapse;margin:1rem 0}th,td{border:1px solid #999;padding:.3rem .7rem;text-align:right}
        th:first-child,td:first-child{text-align:left}th{background:#eee}figure{margin:1.5rem 0}figcaption{font-weight:600}svg{max-width:100%;height:auto}
        """;

    private readonly StringBuilder _body = new();

    public ReportPage Heading(string text) => Add($"<h2>{Escape(text)}</h2>");

    public ReportPage Say(string text) => Add($"<p>{Escape(text)}</p>");

    /// <param name="head">The columns' names.</param>
    /// <param name="rows">Each as long as <paramref name="head"/>; the first cell names the row.</param>
    public ReportPage Table(IEnumerable<string> head, IEnumerable<IEnumerable<string>> rows)
    {
        _body.AppendLine("<table><thead><tr>").AppendJoin("", head.Select(h => $"<th scope=\"col\">{Escape(h)}</th>")).AppendLine("</tr></thead><tbody>");
        foreach (var row in rows)
        {
            _body.Append("<tr>").AppendJoin("", row.Select((cell, i) => i == 0 ? $"<th scope=\"row\">{Escape(cell)}</th>" : $"<td>{Escape(cell)}</td>")).AppendLine("</tr>");
        }

        return Add("</tbody></table>");
    }

    /// <param name="caption">What the plot shows, in words: all that somebody who can't see it gets.</param>
    /// <param name="svg">From <see cref="ReportPlot"/>.</param>
    public ReportPage Plot(string caption, string svg) =>
        Add($"<figure role=\"img\" aria-label=\"{Escape(caption)}\">{svg[svg.IndexOf("<svg", StringComparison.Ordinal)..]}<figcaption>{Escape(caption)}</figcaption></figure>");

    /// <summary>The whole page.</summary>
    public string ToHtml() =>
        $"""
        <!doctype html>
        <html lang="{Words.Culture.TwoLetterISOLanguageName}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"><title>{Escape(title)}</title><style>{Style}</style></head>
        <body><h1>{Escape(title)}</h1>
        {_body}</body></html>

        """;

    private ReportPage Add(string html)
    {
        _body.AppendLine(html);
        return this;
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
