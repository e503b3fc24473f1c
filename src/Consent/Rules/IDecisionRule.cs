using MediaGuard.Consent.Decisions;

namespace MediaGuard.Consent.Rules;

/// <summary>One small reason to hold or refuse a picture. A rule can only object: none can clear, and none sees another's answer.</summary>
internal interface IDecisionRule
{
    /// <summary>What stands against it, or nothing. Each reason's code brings its own verdict.</summary>
    IEnumerable<Reason> Object(ChannelQuestion question);
}
