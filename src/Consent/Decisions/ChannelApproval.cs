using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Consent.Decisions;

/// <summary>The office looked at this picture for one channel and discharged these doubts. Never discharges consent or missing knowledge.</summary>
public sealed record ChannelApproval(ChannelId Channel, UserId By, ImmutableHashSet<ReasonCode> Discharged);
