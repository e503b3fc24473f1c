using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Consent.Rules;

/// <summary>Where the school wants it, somebody approved the picture who did not say who is in it.</summary>
internal sealed class SecondPersonApproved : IDecisionRule
{
    public IEnumerable<Reason> Object(ChannelQuestion question) =>
        question.ChannelPolicy is { NeedsSecondApprover: true }
        && !question.Scene.Approvals.Any(approval => approval.Channel == question.Channel && !question.Scene.AttestedBy.Contains(approval.By))
            ? [new Reason(ReasonCode.SecondApproverNeeded)]
            : [];
}
