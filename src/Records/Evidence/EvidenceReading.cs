namespace MediaGuard.Records.Evidence;

/// <summary>Everything the evidence rests on: what the books say, and how the program is set up.</summary>
/// <param name="MeasuredOn">The day the school last measured matching on its own pictures; null when it never did.</param>
/// <param name="IsMailSent">Mail goes to a server; otherwise it lies in a folder.</param>
/// <param name="IsScanned">Originals go to a malware scanner the school named before anything reads them.</param>
/// <param name="IsStoredElsewhere">Pictures lie, encrypted, in a blob store; otherwise on this machine.</param>
public sealed record EvidenceReading(
    EvidenceFigures Figures, ChainEvidence Chain, SignInEvidence SignIn, IReadOnlyList<ModelEvidence> Models, DateOnly? MeasuredOn, bool IsMailSent, bool IsScanned, bool IsStoredElsewhere)
{
    public override string ToString() => Figures.ToString();
}
