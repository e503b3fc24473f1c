using System.Collections.Immutable;
using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Records.Scenes;

/// <summary>How reasons are kept in a column: <c>Code</c>, <c>Code:p=id</c>, <c>Code:f=id</c> or <c>Code:p=id:f=id</c>, joined by commas. No sentences, no names.</summary>
internal static class ReasonList
{
    public static string Join(IEnumerable<Reason> reasons) => string.Join(',', reasons.Select(r =>
        $"{r.Code}{(r.Person is { } person ? $":p={person}" : "")}{(r.Face is { } face ? $":f={face}" : "")}"));

    public static ImmutableArray<Reason> Parse(string text) => text.Length == 0 ? [] : [.. text.Split(',').Select(ParseOne)];

    public static ImmutableArray<ReasonCode> Codes(string text) => [.. Parse(text).Select(r => r.Code)];

    private static Reason ParseOne(string text)
    {
        var parts = text.Split(':');
        Guid? Part(string kind) => parts.FirstOrDefault(p => p.StartsWith(kind, StringComparison.Ordinal)) is { } part ? Guid.Parse(part[kind.Length..]) : null;
        return new Reason(Enum.Parse<ReasonCode>(parts[0]), Part("p=") is { } person ? new PersonId(person) : null, Part("f=") is { } face ? new FaceId(face) : null);
    }
}
