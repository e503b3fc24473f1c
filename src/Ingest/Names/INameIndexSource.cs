using MediaGuard.Media;

namespace MediaGuard.Ingest.Names;

/// <summary>Answers with the names of a school's register.</summary>
public interface INameIndexSource
{
    /// <summary>Everybody a new photo may name. The same object is returned while the register stands unchanged.</summary>
    Task<NameIndex> ReadAsync(SchoolId school, CancellationToken cancellationToken);
}
