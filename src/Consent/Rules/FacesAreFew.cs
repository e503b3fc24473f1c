using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Consent.Rules;

/// <summary>There are few enough faces without an answer to take in at a glance.</summary>
internal sealed class FacesAreFew : IDoubtRule
{
    public IEnumerable<Reason> Doubt(SceneReading reading, SchoolPolicy policy) =>
        reading.Unanswered.Length > policy.ManyFaces ? [new Reason(ReasonCode.ManyFaces)] : [];
}
