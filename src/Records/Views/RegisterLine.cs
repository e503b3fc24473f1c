using MediaGuard.Media;
using MediaGuard.Records.Register;

namespace MediaGuard.Records.Views;

/// <summary>Somebody in the list of the register. Holds a name. Protection shows as a no.</summary>
public sealed record RegisterLine(
    PersonId Id, string Name, string PreferredName, string Kind, string? Class, int? YearGroup, string? Key, DateOnly? LeftOn, bool HasLeft, IReadOnlyList<StandingView> Standings)
{
    /// <summary>Other names people use, parted by commas.</summary>
    public string Nicknames { get; init; } = "";

    /// <summary>What a form that corrects the entry shows of it. Protection is no part of it, nor is any answer.</summary>
    public string Seen => ShownFields.Of(Name, PreferredName, Nicknames, Kind, Class, YearGroup, Key, LeftOn);

    public override string ToString() => Id.ToString();
}
