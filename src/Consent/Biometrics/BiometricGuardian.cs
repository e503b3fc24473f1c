namespace MediaGuard.Consent.Biometrics;

/// <summary>A parent or guardian as the rules see one: no name, only what was done.</summary>
/// <param name="NotifiedOn">The day they were told in writing what would be processed and that they may object; null when they were not.</param>
/// <param name="ObjectedOn">The day they objected, by whatever means; null while they have not, or took it back.</param>
public sealed record BiometricGuardian(DateOnly? NotifiedOn, DateOnly? ObjectedOn);
