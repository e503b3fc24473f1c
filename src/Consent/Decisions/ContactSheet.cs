using MediaGuard.Consent.Rules;

namespace MediaGuard.Consent.Decisions;

/// <summary>How the day's pictures are put before the teacher.</summary>
public static class ContactSheet
{
    /// <summary>
    /// Whether a picture must be looked at alone and not attested in the batch: the detectors have not looked, or what they saw doubts
    /// what was said so far, or a batch it was in was answered differently by whoever looked again. Ask again after attesting: somebody now absent may be hinted at.
    /// </summary>
    public static bool NeedsOneByOne(Scene scene, SchoolPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(policy);
        var reading = new SceneReading(scene);
        return scene.Sight is not Sight.Seen
            || scene.Batches.Any(batch => batch.IsDisputed)
            || DecisionRules.LookedAtOneByOne.Any(rule => rule.Doubt(reading, policy).Any());
    }
}
