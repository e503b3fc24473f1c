using MediaGuard.Media;

namespace MediaGuard.Journey.Demo;

/// <summary>The made-up school of the demo.</summary>
public interface IDemoSchool
{
    /// <summary>Makes the school itself unless this data folder has one; null when the school here is a real one.</summary>
    Task<SchoolId?> FindOrMakeAsync(CancellationToken cancellationToken);

    /// <summary>Whether register and samples were made before: then there is nothing to do.</summary>
    Task<bool> IsMadeAsync(SchoolId school, CancellationToken cancellationToken);

    /// <summary>
    /// Puts people, classes, consents and devices on the register, lets the teacher teach both classes, and drops the sample photos into the share.
    /// What the teacher says of two of them beforehand is kept by content hash.
    /// </summary>
    /// <returns>How many files lie in the share now.</returns>
    Task<int> MakeAsync(SchoolId school, UserId teacher, UserId office, IProgress<string> progress, CancellationToken cancellationToken);
}
