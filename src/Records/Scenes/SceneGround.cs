using System.Collections.Immutable;
using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.Register;
using MediaGuard.Consent.Rules;
using MediaGuard.Media;

namespace MediaGuard.Records.Scenes;

/// <summary>Everything a decision about one item needs, read at one moment.</summary>
/// <param name="Rendition">The cleaned one.</param>
/// <param name="Register">Covers everybody the scene may show, on today's date in the school's zone.</param>
public sealed record SceneGround(Scene Scene, RegisterSnapshot Register, SchoolPolicy Policy, MediaStatus Status, RenditionId? Rendition)
{
    /// <summary>Renditions made for one channel with somebody taken out; a channel whose is still to be made is not in it.</summary>
    public ImmutableDictionary<ChannelId, RenditionId> Redacted { get; init; } = ImmutableDictionary<ChannelId, RenditionId>.Empty;

    /// <summary>What leaves for a channel; null while there is nothing that may.</summary>
    public RenditionId? RenditionFor(ChannelId channel) =>
        !Scene.Redacted.ContainsKey(channel) ? Rendition : Redacted.TryGetValue(channel, out var redacted) ? redacted : null;
}
