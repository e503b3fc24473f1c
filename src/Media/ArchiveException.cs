namespace MediaGuard.Media;

/// <summary>A folder of backups can't be used. Holds no path and no name.</summary>
public sealed class ArchiveException(ArchiveFailure failure, Exception? inner = null) : Exception(failure.ToString(), inner)
{
    public ArchiveFailure Failure { get; } = failure;
}
