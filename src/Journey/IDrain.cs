namespace MediaGuard.Journey;

/// <summary>Takes everything in the shares as far as it goes, once.</summary>
public interface IDrain
{
    /// <summary>
    /// Waits until the files in the shares have come to rest, takes each through its steps, delivers what is cleared and recalls what must come back.
    /// </summary>
    /// <param name="progress">Gets (done, found) as photos come through.</param>
    /// <returns>Per school the items that were taken on in this run, in the order they were noticed.</returns>
    Task<IReadOnlyList<DrainedSchool>> RunAsync(IProgress<DrainProgress>? progress, CancellationToken cancellationToken);
}
