using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Consent.Rules;

/// <summary>Somebody refused the picture, for this channel or for all; whatever the consents say.</summary>
internal sealed class PersonSaidNo : IDecisionRule
{
    public IEnumerable<Reason> Object(ChannelQuestion question)
    {
        foreach (var refusal in question.Scene.Refusals)
        {
            if (refusal.Channel is null || refusal.Channel == question.Channel)
            {
                // A refusal stays one, whatever code was written beside it.
                yield return new Reason(refusal.Reason.Kind() is ReasonKind.Refusal ? refusal.Reason : ReasonCode.RefusedByOffice);
            }
        }
    }
}
