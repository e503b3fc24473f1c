using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Consent.Decisions;

/// <summary>A batch this photo was attested in and that nobody's second look has let go.</summary>
/// <param name="IsDisputed">Somebody looked again and answered differently; every photo of the batch is looked at one by one.</param>
/// <param name="Before">Channels it was cleared for without the batch's word. The batch holds it for every other one.</param>
public sealed record BatchHold(bool IsDisputed, ImmutableHashSet<ChannelId> Before);
