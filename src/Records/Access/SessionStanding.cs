namespace MediaGuard.Records.Access;

/// <summary>Whether a session is open, and whether its person has signed what is to be signed.</summary>
public sealed record SessionStanding(bool IsOpen, bool HasSigned);
