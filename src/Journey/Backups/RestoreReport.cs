using MediaGuard.Media;

namespace MediaGuard.Journey.Backups;

/// <summary>What was put back, and what the books name that is not there, as opaque ids.</summary>
/// <param name="TakenAt">The books know nothing later.</param>
/// <param name="DeletedAgain">Pictures that were deleted since, and are again.</param>
/// <param name="WithoutKey">Their key is not in the keyring: deleted since, or newer than the keyring's backup. They stay unreadable.</param>
/// <param name="WithoutBytes">Their bytes are not in the backup.</param>
public sealed record RestoreReport(Instant TakenAt, int Objects, int DeletedAgain, IReadOnlyList<string> WithoutKey, IReadOnlyList<string> WithoutBytes);
