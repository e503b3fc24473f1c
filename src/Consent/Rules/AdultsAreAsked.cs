using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Consent.Rules;

/// <summary>Where anybody may look, no grown-up is shown whom the register does not know: nobody can have asked them.</summary>
internal sealed class AdultsAreAsked : IDecisionRule
{
    public IEnumerable<Reason> Object(ChannelQuestion question) =>
        from face in question.Scene.Faces
        where face.Answer is FaceAnswer.Adult && question.ChannelPolicy is { IsPublic: true }
        select new Reason(ReasonCode.AdultNotOnRegister, Face: face.Id);
}
