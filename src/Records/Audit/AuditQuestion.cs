using MediaGuard.Media;

namespace MediaGuard.Records.Audit;

/// <summary>Which entries somebody looks for; what is null is not asked.</summary>
/// <param name="About">An id that stands in the subject or the detail: a person, a picture, a device.</param>
/// <param name="Day">The school's day.</param>
public sealed record AuditQuestion(string? Act, string? About, UserId? Actor, DateOnly? Day);
