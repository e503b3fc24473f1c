using System.Runtime.CompilerServices;
using System.Text;

namespace MediaGuard.Media;

/// <summary>An interpolated English sentence before its holes are filled: <c>$"{n} of {all} are here"</c> is held as <c>{0} of {1} are here</c> and its two values.</summary>
[InterpolatedStringHandler]
public sealed class Sentence(int literalLength, int formattedCount)
{
    private readonly StringBuilder _english = new(literalLength + (4 * formattedCount));
    private readonly List<object?> _values = new(formattedCount);

    /// <summary>The sentence with numbered holes, and braces that are meant doubled.</summary>
    public string English => _english.ToString();

    /// <summary>What goes into the holes, in the order of the English sentence.</summary>
    public IReadOnlyList<object?> Values => _values;

    public void AppendLiteral(string text) => _english.Append(text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

    public void AppendFormatted<T>(T value)
    {
        _english.Append('{').Append(_values.Count).Append('}');
        _values.Add(value);
    }

    public void AppendFormatted<T>(T value, string? format) => AppendFormatted(value is IFormattable number ? number.ToString(format, Words.Culture) : value?.ToString());

    /// <summary>The sentence in the translation's words, its holes filled.</summary>
    public string In(Translation translation) => string.Format(translation.Culture, translation.Of(English), [.. _values]);
}
