using MediaGuard.Consent.Decisions;

namespace MediaGuard.Consent.Rules;

/// <summary>A rule that sets what the machine saw against what people said, whatever the channel.</summary>
internal interface IDoubtRule : IDecisionRule
{
    IEnumerable<Reason> Doubt(SceneReading reading, SchoolPolicy policy);

    IEnumerable<Reason> IDecisionRule.Object(ChannelQuestion question) => Doubt(question.Reading, question.Policy);
}
