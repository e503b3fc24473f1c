using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>Somebody of the class list and what holds for them today, per channel. Protected people look like a refusal.</summary>
/// <param name="IsPupil">False for staff, volunteers and visitors.</param>
/// <param name="MayAppearOn">Channels this person may appear on today.</param>
public sealed record PersonView(PersonId Id, string Name, string PreferredName, bool IsPupil, IReadOnlySet<ChannelId> MayAppearOn)
{
    public override string ToString() => Id.ToString();
}
