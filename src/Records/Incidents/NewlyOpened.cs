using System.Collections.Immutable;
using MediaGuard.Consent.Incidents;
using MediaGuard.Media;

namespace MediaGuard.Records.Incidents;

/// <summary>An open incident and whom it goes to; nothing of what happened.</summary>
/// <param name="ConcernsHead">The headteacher is not to hear of it from us.</param>
public sealed record NewlyOpened(Guid Id, Instant OpenedAt, bool ConcernsHead, ImmutableArray<IncidentDuty> Duties);
