using System.Text;

namespace MediaGuard.Web.Pages.Editor;

/// <summary>The captions of a download as a table any spreadsheet opens (RFC 4180).</summary>
internal sealed class CaptionSheet
{
    private readonly StringBuilder lines = new("file,description,caption\r\n");

    public bool IsEmpty { get; private set; } = true;

    public void Add(string file, string altText, string text)
    {
        lines.AppendJoin(',', Field(file), Field(altText), Field(text)).Append("\r\n");
        IsEmpty = false;
    }

    public override string ToString() => lines.ToString();

    /// <summary>Quoted; a spreadsheet must not take what somebody wrote for a formula.</summary>
    private static string Field(string text)
    {
        var plain = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' ? "'" + text : text;
        return $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
