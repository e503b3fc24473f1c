using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Consent.Rules;

/// <summary>The school's policy says what this channel needs.</summary>
internal sealed class ChannelIsSetUp : IDecisionRule
{
    public IEnumerable<Reason> Object(ChannelQuestion question) =>
        question.ChannelPolicy is null ? [new Reason(ReasonCode.ChannelNotSetUp)] : [];
}
