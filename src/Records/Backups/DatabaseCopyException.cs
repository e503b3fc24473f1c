namespace MediaGuard.Records.Backups;

/// <summary>The database can't be copied or put back; the message is one line for the person who asked, and holds no secret.</summary>
public sealed class DatabaseCopyException(string message) : Exception(message);
