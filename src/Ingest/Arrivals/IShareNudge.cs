namespace MediaGuard.Ingest.Arrivals;

/// <summary>Wakes the arrivals loop early when the file system tells of a change. Polling goes on regardless: network mounts tell nothing.</summary>
public interface IShareNudge
{
    /// <summary>Returns when something changed below <paramref name="root"/> or <paramref name="atMost"/> has passed, whichever is first. Never throws for a missing root.</summary>
    Task WaitAsync(string root, TimeSpan atMost, CancellationToken cancellationToken);
}
