using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Consent.Rules;

/// <summary>A person answered every box of which the models were not sure.</summary>
internal sealed class FacesAreCertain : IDoubtRule
{
    public IEnumerable<Reason> Doubt(SceneReading reading, SchoolPolicy policy) =>
        from face in reading.Unanswered
        where face.IsDoubtful
        select new Reason(ReasonCode.DoubtfulFace, Face: face.Id);
}
