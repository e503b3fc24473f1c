using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Consent.Rules;

/// <summary>Where somebody was blurred, no detector finds a face any more. Nobody can approve one away: the blur is taken back or made larger.</summary>
internal sealed class CoveredFacesAreGone : IDecisionRule
{
    public IEnumerable<Reason> Object(ChannelQuestion question) =>
        from face in question.Scene.Faces
        where face.IsUnderCover
        select new Reason(ReasonCode.FaceStillSeen, Face: face.Id);
}
