namespace MediaGuard.Records.Evidence;

/// <summary>One question an inspector asks, and its answer.</summary>
/// <param name="Id">A short word for links.</param>
/// <param name="Sentence">The answer in a sentence or two.</param>
/// <param name="Proof">Where the proof lies.</param>
/// <param name="Page">The lead's page that shows it; null where there is none.</param>
public sealed record EvidenceAnswer(string Id, string Question, string Sentence, IReadOnlyList<EvidenceTable> Tables, string Proof, string? Page);
