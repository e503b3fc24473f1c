namespace MediaGuard.Records.Evidence;

/// <summary>How people sign in, as it is set up.</summary>
/// <param name="IsSecondFactorRequired">Office, lead and technician can do nothing without a passkey or codes.</param>
/// <param name="HasSchoolAccounts">With the school's own accounts, of its mail domains only.</param>
public sealed record SignInEvidence(bool IsSecondFactorRequired, bool HasSchoolAccounts, bool IsOnlyFromSchool, int CoverAfterMinutes, int LockAfterMinutes, int TriesPerMinute);
