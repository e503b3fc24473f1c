using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Consent.Rules;

/// <summary>Somebody said who may be in the picture, unless the channel may rest on there being no face.</summary>
internal sealed class PossiblePeopleAreKnown : IDecisionRule
{
    public IEnumerable<Reason> Object(ChannelQuestion question)
    {
        var possible = question.Reading.Possible;
        if (possible.People is not null || question.RestsOnNoFace)
        {
            return [];
        }

        return possible.WhyUnknown is ReasonCode.FaceNotNamed
            ? question.Reading.Unanswered.Select(face => new Reason(ReasonCode.FaceNotNamed, Face: face.Id))
            : [new Reason(possible.WhyUnknown)];
    }
}
