using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Consent.Rules;

/// <summary>What was taken back from a channel goes there again only after somebody spoke of the picture anew: a consent given again publishes nothing by itself.</summary>
internal sealed class NothingComesBackByItself : IDecisionRule
{
    public IEnumerable<Reason> Object(ChannelQuestion question) =>
        question.Scene.TakenBack.Contains(question.Channel) ? [new Reason(ReasonCode.TakenBackBefore)] : [];
}
