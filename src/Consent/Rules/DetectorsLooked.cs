using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Consent.Rules;

/// <summary>The detectors looked, and it worked.</summary>
internal sealed class DetectorsLooked : IDecisionRule
{
    public IEnumerable<Reason> Object(ChannelQuestion question) => question.Scene.Sight switch
    {
        Sight.Seen => [],
        Sight.Failed => [new Reason(FailureOf(question.Scene))],
        _ => [new Reason(ReasonCode.NotSeenYet)],
    };

    // Whatever was noted, a detector that failed must not become something an approval ends.
    private static ReasonCode FailureOf(Scene scene) =>
        scene.SightFailure is not ReasonCode.None && scene.SightFailure.Kind() is ReasonKind.Failure
            ? scene.SightFailure
            : ReasonCode.DetectorFailed;
}
