using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Consent.Decisions;

/// <summary>The verdict for one channel asked for; Cleared has no reasons, anything else at least one.</summary>
public sealed record ChannelDecision(ChannelId Channel, Verdict Verdict, ImmutableArray<Reason> Reasons);
