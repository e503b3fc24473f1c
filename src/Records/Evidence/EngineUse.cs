namespace MediaGuard.Records.Evidence;

/// <summary>Decisions made in the time by one version of the rules with one set of models.</summary>
/// <param name="Models">As <c>name@digest</c>; empty where no model was asked.</param>
public sealed record EngineUse(string Engine, string Models, int Decisions);
