namespace MediaGuard.Ingest.Arrivals;

/// <summary>Looks at a share and says which files have come to rest. Remembers sizes and times between looks; safe for one caller at a time per root.</summary>
public interface IShareScanner
{
    /// <summary>One look. A file counts as stable when size and time have stood still for <see cref="ArrivalOptions.StillFor"/> and it can be opened for reading.</summary>
    Task<ShareScan> ScanAsync(string root, CancellationToken cancellationToken);
}
