using System.Text.Encodings.Web;
using System.Text.Unicode;
using MediaGuard.Media;
using Microsoft.AspNetCore.Html;

namespace MediaGuard.Web.Pages;

/// <summary>Sentences with markup of their own, such as a link in their midst. The sentence's markup is kept; what fills its holes is encoded.</summary>
public static class RichWords
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static IHtmlContent Rich(Sentence english)
    {
        var values = english.Values.Select(v => v is IHtmlContent markup ? markup.Written() : Encoder.Encode(Convert.ToString(v, Words.Culture) ?? ""));
        return new HtmlString(string.Format(Words.Culture, Words.Format(english), [.. values]));
    }

    private static string Written(this IHtmlContent markup)
    {
        using var writer = new StringWriter();
        markup.WriteTo(writer, Encoder);
        return writer.ToString();
    }
}
