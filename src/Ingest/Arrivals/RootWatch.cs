namespace MediaGuard.Ingest.Arrivals;

/// <summary>The file system's events for one root, while they can be had.</summary>
internal sealed class RootWatch : IDisposable
{
    private readonly SemaphoreSlim changed;
    private readonly FileSystemWatcher watcher;

    /// <summary>Throws <see cref="IOException"/> or <see cref="ArgumentException"/> when the root can't be watched.</summary>
    public RootWatch(string root, (ulong, ulong) identity, SemaphoreSlim changed)
    {
        this.changed = changed;
        Identity = identity;
        watcher = new FileSystemWatcher(root)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.Size | NotifyFilters.LastWrite,
        };
        watcher.Changed += OnEvent;
        watcher.Created += OnEvent;
        watcher.Deleted += OnEvent;
        watcher.Renamed += OnEvent;
        watcher.Error += OnError;
        try
        {
            watcher.EnableRaisingEvents = true;
        }
        catch
        {
            watcher.Dispose();
            throw;
        }
    }

    /// <summary>Device and inode of the watched root: another folder of the same name is not watched.</summary>
    public (ulong Device, ulong Inode) Identity { get; }

    /// <summary>Events were lost, or the watching ended: make a new one.</summary>
    public bool IsBroken { get; private set; }

    public void Dispose() => watcher.Dispose();

    private void OnEvent(object sender, FileSystemEventArgs e)
    {
        if (!PassedOver.Is(Path.GetFileName(e.Name ?? "")))
        {
            Tell();
        }
    }

    private void OnError(object sender, ErrorEventArgs e)
    {
        IsBroken = true;
        Tell();
    }

    private void Tell()
    {
        try
        {
            changed.Release();
        }
        catch (SemaphoreFullException)
        {
            // Told already.
        }
        catch (ObjectDisposedException)
        {
            // Nobody waits any more.
        }
    }
}
