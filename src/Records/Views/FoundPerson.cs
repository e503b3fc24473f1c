using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>Somebody a search for a name found. Holds a name.</summary>
/// <param name="Kind">Staff, volunteer or visitor; null for a pupil.</param>
/// <param name="IsOfThePhoto">The photo may show them: its class, its staff, or whoever was added.</param>
/// <param name="Group">Their class today; null without one.</param>
public sealed record FoundPerson(PersonId Id, string Name, string? Kind, bool IsOfThePhoto, string? Group)
{
    public override string ToString() => Id.ToString();
}
