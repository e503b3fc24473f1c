namespace MediaGuard.Journey.Backups;

/// <summary>A backup or a restore is refused; the message is one line for the person who asked.</summary>
/// <param name="isDamage">The backup itself is to blame, not what was asked for.</param>
public sealed class BackupException(string message, bool isDamage = false) : Exception(message)
{
    public bool IsDamage { get; } = isDamage;
}
