namespace MediaGuard.Records.Access;

/// <summary>What happened to an account, as the audit log names it.</summary>
public enum SignInAct
{
    Refused = 0,
    LockedOut,
    WrongCode,
    NotAllowedFromHere,
    AccountEnded,
    PasswordChanged,
    SecondFactorOn,
    SecondFactorOff,
    PasskeyAdded,
    PasskeyRemoved,
    AccountMade,
    AccountDisabled,
    AccountEnabled,
    RecoveryCodesMade,
}
