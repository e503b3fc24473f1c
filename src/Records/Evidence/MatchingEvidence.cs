using MediaGuard.Media;

namespace MediaGuard.Records.Evidence;

/// <summary>How the school stands to face matching now. Whose names the choice bears stays on the lead's page.</summary>
/// <param name="AssessedOn">The day of the assessment the choice rests on.</param>
/// <param name="AdvisedOn">The day of legal advice that not everybody possible must consent; null without.</param>
/// <param name="At">When it was chosen; null when nobody ever chose.</param>
/// <param name="Yes">People whose last word about it is yes.</param>
/// <param name="No">People whose last word about it is no.</param>
public sealed record MatchingEvidence(bool IsOn, DateOnly? AssessedOn, DateOnly? AdvisedOn, bool KeepsPhotos, Instant? At, UserId? By, int Groups, int Templates, int Yes, int No);
