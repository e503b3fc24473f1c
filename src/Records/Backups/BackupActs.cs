namespace MediaGuard.Records.Backups;

/// <summary>Acts of the audit log that something else is made of.</summary>
public static class BackupActs
{
    /// <summary>The books were put back; the detail begins with the moment they were put back to.</summary>
    public const string Restored = "restored";
}
