using MediaGuard.Media;

namespace MediaGuard.Records.Parents;

/// <summary>One purpose as a guardian sees it.</summary>
/// <param name="Word">yes, no, ended, left or none.</param>
/// <param name="Until">The last day of a yes; null when it has none.</param>
/// <param name="IsPublic">Anybody in the world may look.</param>
/// <param name="SaidNo">This guardian's own no is on record.</param>
/// <param name="IsAsked">Their yes waits for the office.</param>
public sealed record ParentPurpose(PurposeId Purpose, string Name, string Word, DateOnly? Until, bool IsPublic, bool SaidNo, bool IsAsked);
