using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Records.Scenes;

/// <summary>Photos one person attests together, and what was asked and answered about them.</summary>
/// <param name="Listed">Everybody who was asked about.</param>
/// <param name="Tapped">For each photo those of the listed who are in it.</param>
public sealed record NewBatch(GroupId Group, ChannelId Channel, ImmutableHashSet<PersonId> Listed, ImmutableDictionary<MediaId, ImmutableHashSet<PersonId>> Tapped)
{
    public override string ToString() => $"{Tapped.Count} photos for {Channel}";
}
