namespace MediaGuard.Ingest.Names;

/// <summary>Blanks what machines wrote: UUIDs, hexadecimal and random identifiers. In <c>1ADA-4BEA</c> there is no Ada.</summary>
internal static class NameNoise
{
    private const int Uuid = 36;
    private const int LongHex = 8;
    private const int ManyChanges = 5;

    public static char[] Blank(string text)
    {
        var plain = text.ToCharArray();
        for (var at = 0; at < plain.Length;)
        {
            if (!char.IsLetterOrDigit(plain[at]))
            {
                at++;
                continue;
            }

            var end = IsUuid(text.AsSpan(at)) ? at + Uuid : EndOfRun(text, at);
            if (end - at == Uuid && text[at + LongHex] == '-' || IsRandom(text.AsSpan(at, end - at)))
            {
                plain.AsSpan(at, end - at).Fill(' ');
            }

            at = end;
        }

        return plain;
    }

    private static int EndOfRun(string text, int at)
    {
        while (at < text.Length && char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>8-4-4-4-12 hexadecimal digits (RFC 9562 §4).</summary>
    private static bool IsUuid(ReadOnlySpan<char> text)
    {
        if (text.Length < Uuid)
        {
            return false;
        }

        for (var at = 0; at < Uuid; at++)
        {
            if (at is 8 or 13 or 18 or 23 ? text[at] != '-' : !char.IsAsciiHexDigit(text[at]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Letters and digits change often, or all are hexadecimal and letters stand between digits.</summary>
    private static bool IsRandom(ReadOnlySpan<char> run)
    {
        var (changes, hex) = (0, true);
        for (var at = 0; at < run.Length; at++)
        {
            hex &= char.IsAsciiHexDigit(run[at]);
            changes += at > 0 && char.IsDigit(run[at]) != char.IsDigit(run[at - 1]) ? 1 : 0;
        }

        return changes >= ManyChanges || (hex && changes >= 2 && run.Length >= LongHex);
    }
}
