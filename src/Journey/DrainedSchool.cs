using MediaGuard.Media;

namespace MediaGuard.Journey;

/// <summary>What one drain took on for one school.</summary>
/// <param name="IsShareAvailable">False when the share could not be reached.</param>
public sealed record DrainedSchool(SchoolId School, IReadOnlyList<MediaId> Media, bool IsShareAvailable);
