using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Consent.Rules;

/// <summary>Where the school wants it, somebody who did not say who is in the picture approved it, and did so knowing what was said of that.</summary>
internal sealed class SecondPersonApproved : IDecisionRule
{
    public IEnumerable<Reason> Object(ChannelQuestion question) =>
        question.ChannelPolicy is { NeedsSecondApprover: true }
        && !question.Scene.Approvals.Any(approval => approval.Channel == question.Channel && approval.IsSinceLastWord && !question.Scene.AttestedBy.Contains(approval.By))
            ? [new Reason(ReasonCode.SecondApproverNeeded)]
            : [];
}
