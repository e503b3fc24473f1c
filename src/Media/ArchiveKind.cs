namespace MediaGuard.Media;

/// <summary>The two kinds of backup, which never lie in one folder: either alone opens no picture.</summary>
public enum ArchiveKind
{
    /// <summary>Database, store and signed heads.</summary>
    Books,

    /// <summary>Keyring, master key and settings.</summary>
    Keys,
}
