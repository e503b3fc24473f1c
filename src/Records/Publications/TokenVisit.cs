using MediaGuard.Media;

namespace MediaGuard.Records.Publications;

/// <summary>A content system that showed an open token.</summary>
/// <param name="Token">Stands for it wherever a user does.</param>
public sealed record TokenVisit(SchoolId School, UserId Token);
