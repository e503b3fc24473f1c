using System.Text;
using System.Text.RegularExpressions;
using MediaGuard.Tests.Support;

namespace MediaGuard.Media.Tests.Support;

/// <summary>Finds what the source says through <see cref="Words"/>: every literal behind <c>Text(</c>, <c>Rich(</c> and <c>Count(</c>, as it is looked up.</summary>
internal sealed partial class SaidInCode
{
    private static readonly string[] Machinery = ["src/Media/Words.cs", "src/Media/Sentence.cs", "src/Media/Translation.cs", "src/Web/Pages/RichWords.cs"];

    private readonly string _source;
    private int _at;

    private SaidInCode(string source, int at) => (_source, _at) = (source, at);

    /// <summary>Each sentence with the file that says it, and null for a call without a literal.</summary>
    public static IEnumerable<(string File, int Line, string? Sentence)> All()
    {
        var root = Path.Combine(TestPaths.Root, "src");
        return Directory.EnumerateFiles(root, "*.cs*", SearchOption.AllDirectories)
            .Select(file => (Path: file, Name: Path.GetRelativePath(TestPaths.Root, file).Replace('\\', '/')))
            .Where(file => (file.Name.EndsWith(".cs", StringComparison.Ordinal) || file.Name.EndsWith(".cshtml", StringComparison.Ordinal)) && !file.Name.Contains("/obj/", StringComparison.Ordinal) && !file.Name.Contains("/bin/", StringComparison.Ordinal))
            .Where(file => !Machinery.Contains(file.Name))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .SelectMany(file => In(File.ReadAllText(file.Path), file.Name.EndsWith(".cshtml", StringComparison.Ordinal)).Select(said => (file.Name, said.Line, said.Sentence)));
    }

    /// <param name="isPage">A page calls them without the class's name.</param>
    public static IEnumerable<(int Line, string? Sentence)> In(string source, bool isPage)
    {
        var unqualified = isPage || source.Contains("using static MediaGuard.Media.Words;", StringComparison.Ordinal);
        foreach (Match call in Call().Matches(source))
        {
            if (!call.Groups["class"].Success && !unqualified)
            {
                continue;
            }

            var line = source.AsSpan(0, call.Index).Count('\n') + 1;
            var reader = new SaidInCode(source, call.Index + call.Length);
            if (call.Groups["name"].Value != "Count")
            {
                yield return (line, reader.Literal());
                continue;
            }

            reader.SkipArgument();
            yield return (line, reader.Literal());
            reader.SkipArgument();
            yield return (line, reader.Literal());
        }
    }

    /// <summary>A page's source with every such call taken out.</summary>
    public static string Without(string page)
    {
        var rest = new StringBuilder();
        var from = 0;
        foreach (Match call in Call().Matches(page))
        {
            if (call.Index < from)
            {
                continue; // a call in another's hole
            }

            rest.Append(page, from, call.Index - from);
            var reader = new SaidInCode(page, call.Index + call.Length);
            reader.SkipCode(')');
            from = reader._at + 1;
        }

        return rest.Append(page, from, page.Length - from).ToString();
    }

    private void SkipArgument()
    {
        SkipCode(',');
        _at++;
    }

    /// <summary>Goes on to the given sign outside strings and brackets.</summary>
    private void SkipCode(char end)
    {
        var depth = 0;
        while (_at < _source.Length && (depth > 0 || _source[_at] != end))
        {
            var sign = _source[_at];
            if (sign is '"' or '$')
            {
                if (Piece() is not null)
                {
                    continue;
                }
            }
            else if (sign == '\'' && _source[_at + 1] == '\\')
            {
                _at += 3;
            }
            else if (sign == '\'')
            {
                _at += 2;
            }

            depth += sign is '(' or '[' or '{' ? 1 : sign is ')' or ']' or '}' ? -1 : 0;
            _at++;
        }
    }

    /// <summary>One literal, or several joined by a plus.</summary>
    private string? Literal()
    {
        var whole = new StringBuilder();
        var holes = 0;
        while (true)
        {
            SkipSpace();
            if (Piece(holes) is not { } piece)
            {
                return null;
            }

            whole.Append(piece.Text);
            holes = piece.Holes;
            SkipSpace();
            if (_source[_at] != '+')
            {
                return whole.ToString();
            }

            _at++;
        }
    }

    private void SkipSpace()
    {
        while (char.IsWhiteSpace(_source[_at]))
        {
            _at++;
        }
    }

    private (string Text, int Holes)? Piece(int holes = 0)
    {
        var start = _at;
        var interpolated = _source[_at] == '$';
        _at += interpolated ? 1 : 0;
        if (_source[_at] != '"')
        {
            _at = start;
            return null;
        }

        var text = new StringBuilder();
        for (_at++; _source[_at] != '"'; _at++)
        {
            if (_source[_at] == '\\')
            {
                text.Append(Escaped());
            }
            else if (interpolated && _source[_at] == '{' && _source[_at + 1] != '{')
            {
                _at++;
                SkipCode('}');
                text.Append('{').Append(holes++).Append('}');
            }
            else if (interpolated && _source[_at] is '{' or '}')
            {
                text.Append(_source[_at], 2);
                _at++;
            }
            else
            {
                text.Append(_source[_at]);
            }
        }

        _at++;
        return (text.ToString(), holes);
    }

    private char Escaped()
    {
        _at++;
        if (_source[_at] == 'u')
        {
            _at += 4;
            return (char)Convert.ToUInt16(_source.Substring(_at - 3, 4), 16);
        }

        return _source[_at] switch { 'n' => '\n', 't' => '\t', var other => other };
    }

    [GeneratedRegex(@"(?<![\w.])(?<class>(?:Words|RichWords)\.)?(?<name>Text|Rich|Count|Format)\((?!\[)")]
    private static partial Regex Call();
}
