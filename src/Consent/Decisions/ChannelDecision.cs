using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Consent.Decisions;

/// <summary>The verdict for one channel asked for; Cleared has no reasons, anything else at least one.</summary>
/// <param name="RestsOn">Everybody whose word was asked for: when one of them changes it, this verdict must be made anew. Who may be in the picture but was not asked is not in it.</param>
public sealed record ChannelDecision(ChannelId Channel, Verdict Verdict, ImmutableArray<Reason> Reasons, ImmutableHashSet<PersonId> RestsOn);
