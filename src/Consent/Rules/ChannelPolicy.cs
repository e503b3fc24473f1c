using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Consent.Rules;

/// <summary>What one channel needs.</summary>
/// <param name="Purposes">Every possible person must have said yes to each; never empty.</param>
/// <param name="NoFaceSuffices">A picture in which every model saw nothing clears without anybody's word. Never for a public channel.</param>
/// <param name="IsPublic">Anybody may look at it.</param>
/// <param name="NeedsSecondApprover">Somebody other than those who said who may be in the picture must approve it.</param>
public sealed record ChannelPolicy(ChannelId Channel, ImmutableArray<PurposeId> Purposes, bool NoFaceSuffices, bool IsPublic, bool NeedsSecondApprover = false);
