namespace MediaGuard.Journey.Inspection;

/// <summary>What came of measuring the models, in the three forms it is asked for.</summary>
/// <param name="Text">For the terminal.</param>
/// <param name="Json">One object on one line.</param>
/// <param name="Html">One self-contained page.</param>
/// <param name="IsWhole">Every picture could be read.</param>
public sealed record EvaluationReport(string Text, string Json, string Html, bool IsWhole);
