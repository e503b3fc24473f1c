using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Consent.Rules;

/// <summary>No batch on whose word it rests waits for a second look, and none was answered differently by whoever looked.</summary>
internal sealed class BatchIsLetGo : IDecisionRule
{
    public IEnumerable<Reason> Object(ChannelQuestion question) =>
        from hold in question.Scene.Batches
        where !hold.Before.Contains(question.Channel)
        select new Reason(hold.IsDisputed ? ReasonCode.BatchDisputed : ReasonCode.SecondLookAwaited);
}
