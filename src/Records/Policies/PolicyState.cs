namespace MediaGuard.Records.Policies;

/// <summary>The policy that holds, and every version so far, newest first.</summary>
public sealed record PolicyState(long Version, PolicyDocument Document, IReadOnlyList<PolicyVersionLine> Versions)
{
    /// <summary>Every purpose of the school with how long a yes lasts and on what ground; but comparing faces, which is no place a picture goes to.</summary>
    public IReadOnlyList<PurposeLine> Purposes => [.. Policies.Purposes.Of(Document).Where(p => p.Purpose != PolicyRules.Biometric).Select(PurposeEdit.Line)];
}
