using MediaGuard.Consent.People;
using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>Somebody of the class list and what holds for them today, per channel. Protected people look like a refusal.</summary>
/// <param name="MayAppearOn">Channels this person may appear on today.</param>
public sealed record PersonView(PersonId Id, string Name, string PreferredName, PersonKind Kind, IReadOnlySet<ChannelId> MayAppearOn)
{
    public override string ToString() => Id.ToString();
}
