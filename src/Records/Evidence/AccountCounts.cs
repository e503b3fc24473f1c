namespace MediaGuard.Records.Evidence;

/// <summary>Accounts of one role that may sign in now.</summary>
/// <param name="Protected">Of those, with a passkey or codes from an app.</param>
public sealed record AccountCounts(string Role, int Accounts, int Protected);
