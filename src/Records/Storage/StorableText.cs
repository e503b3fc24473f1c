using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace MediaGuard.Records.Storage;

/// <summary>Text out of a stranger's file in the form both databases take.</summary>
internal static class StorableText
{
    /// <summary>Without NUL, which PostgreSQL refuses, and with U+FFFD in place of half a surrogate pair, which no database can encode.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Of(string? text) =>
        text is null ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Replace("\0", "", StringComparison.Ordinal)));
}
