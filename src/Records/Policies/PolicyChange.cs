namespace MediaGuard.Records.Policies;

/// <summary>One thing that is other between two versions of a policy.</summary>
/// <param name="Channel">Null for what concerns no channel.</param>
/// <param name="Code">A short word for the audit log.</param>
/// <param name="Sentence">What it means, for people.</param>
public sealed record PolicyChange(string? Channel, string Code, string Sentence);
