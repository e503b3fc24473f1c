using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Consent.Rules;

/// <summary>Every face without an answer is large enough to tell who it is.</summary>
internal sealed class FacesAreLarge : IDoubtRule
{
    public IEnumerable<Reason> Doubt(SceneReading reading, SchoolPolicy policy) =>
        from face in reading.Unanswered
        where !(face.Box.ShorterSide >= policy.SmallFace) // a size that is no number is small
        select new Reason(ReasonCode.SmallFaces, Face: face.Id);
}
