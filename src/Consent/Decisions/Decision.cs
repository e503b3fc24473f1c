using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Consent.Decisions;

/// <summary>The verdict per channel asked for, and the versions of everything that made it.</summary>
/// <param name="Possible">The possible people; null when they are unknown.</param>
public sealed record Decision(
    MediaId Media,
    ImmutableArray<ChannelDecision> Channels,
    ImmutableHashSet<PersonId>? Possible,
    long SceneVersion,
    long RegisterVersion,
    long PolicyVersion,
    string EngineVersion,
    string ModelsVersion);
