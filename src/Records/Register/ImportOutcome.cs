namespace MediaGuard.Records.Register;

/// <summary>What became of an import.</summary>
/// <param name="Run">Its id when applied, by which it is undone.</param>
/// <param name="Redecided">How many photos it concerns, all of which are decided again: the first at once, the rest within moments.</param>
public sealed record ImportOutcome(ImportResult Result, ImportPreview Preview, Guid? Run, int Redecided);
