using System.Collections.Immutable;

namespace MediaGuard.Media;

/// <summary>Nicknames as one line of text, parted by commas.</summary>
public static class NicknameText
{
    /// <summary>Most characters of the whole line.</summary>
    public const int Longest = 200;

    private static readonly char[] Between = [',', ';', '/', '|', '\n', '\r', '\t'];

    /// <summary>Each nickname once, in order; none is empty.</summary>
    public static ImmutableArray<string> Split(string? text) =>
        [.. (text ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The same nicknames written one way: <c>Millie, Ames</c>.</summary>
    public static string Tidy(string? text) => string.Join(", ", Split(text));

    /// <summary>As <see cref="Tidy"/>, without the last ones where all are too many.</summary>
    public static string Fitting(string? text)
    {
        var names = Split(text);
        while (string.Join(", ", names).Length > Longest)
        {
            names = names.RemoveAt(names.Length - 1);
        }

        return string.Join(", ", names);
    }
}
