using MediaGuard.Records.Views;

namespace MediaGuard.Web.Pages;

/// <summary>Whom a name typed so far may mean.</summary>
/// <param name="Face">The face it was typed for; null for somebody without a box.</param>
internal sealed record NameSearch(Guid? Face, string Typed, IReadOnlyList<FoundPerson> Found)
{
    /// <summary>More names than a short list are no help: type more.</summary>
    public const int AtMost = 8;

    public const string NoFace = "nobody";

    /// <summary>The face's id as the form has it.</summary>
    public static string Key(Guid? face) => face?.ToString("N") ?? NoFace;

    public override string ToString() => Key(Face);
}
