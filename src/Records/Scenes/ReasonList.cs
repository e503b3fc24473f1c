using System.Collections.Immutable;
using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Records.Scenes;

/// <summary>How reasons are kept in a column: <c>Code</c>, <c>Code:p=id</c> or <c>Code:f=id</c>, joined by commas. No sentences, no names.</summary>
internal static class ReasonList
{
    public static string Join(IEnumerable<Reason> reasons) => string.Join(',', reasons.Select(r =>
        r.Person is { } person ? $"{r.Code}:p={person}" : r.Face is { } face ? $"{r.Code}:f={face}" : $"{r.Code}"));

    public static ImmutableArray<Reason> Parse(string text) => text.Length == 0 ? [] : [.. text.Split(',').Select(ParseOne)];

    public static ImmutableArray<ReasonCode> Codes(string text) => [.. Parse(text).Select(r => r.Code)];

    private static Reason ParseOne(string text)
    {
        var parts = text.Split(':', 2);
        var code = Enum.Parse<ReasonCode>(parts[0]);
        return parts is [_, ['p', '=', .. var person]] ? new Reason(code, Person: new PersonId(Guid.Parse(person)))
            : parts is [_, ['f', '=', .. var face]] ? new Reason(code, Face: new FaceId(Guid.Parse(face)))
            : new Reason(code);
    }
}
