using MediaGuard.Media;

namespace MediaGuard.Journey.Steps;

/// <summary>What a step that did not fail came to.</summary>
/// <param name="IsSaved">The effect is saved and the lease ended. Otherwise the item waits.</param>
/// <param name="NotBefore">When to try again, when it waits.</param>
/// <param name="Waiting">Why it waits; None when there is simply nothing to do yet.</param>
internal sealed record StepOutcome(bool IsSaved, Instant NotBefore, ReasonCode Waiting)
{
    public static readonly StepOutcome Saved = new(true, default, ReasonCode.None);

    public static StepOutcome NotYet(Instant until, ReasonCode why = ReasonCode.None) => new(false, until, why);
}
