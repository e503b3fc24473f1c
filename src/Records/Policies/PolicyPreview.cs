namespace MediaGuard.Records.Policies;

/// <summary>What would change if edits were applied. Nothing is written.</summary>
/// <param name="From">The version it is held against.</param>
/// <param name="Problems">Why it can't be applied.</param>
/// <param name="DecidedAgain">Photos whose verdicts would be made anew.</param>
/// <param name="Waiting">Of those, copies that wait to leave on a channel that changes.</param>
/// <param name="Outside">Copies outside on a channel that changes: each that loses its ground is taken back.</param>
/// <param name="Ending">Of those, copies whose period would be over at once.</param>
public sealed record PolicyPreview(long From, IReadOnlyList<string> Problems, IReadOnlyList<PolicyChange> Changes, int DecidedAgain, int Waiting, int Outside, int Ending)
{
    public bool MayApply => Problems.Count == 0 && Changes.Count > 0;
}
