using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Consent.Rules;

/// <summary>There is a proven copy of nothing but pixels.</summary>
internal sealed class RenditionExists : IDecisionRule
{
    public IEnumerable<Reason> Object(ChannelQuestion question) =>
        question.Scene.HasRendition ? [] : [new Reason(question.Scene.IsRedacted ? ReasonCode.RedactionNotReady : ReasonCode.NoRendition)];
}
