using MediaGuard.Media;

namespace MediaGuard.Records;

/// <summary>Opens contexts. Each is for one school and one unit of work; dispose it.</summary>
public interface IRecordsFactory
{
    /// <summary>A context filtered to <paramref name="school"/>.</summary>
    RecordsContext Open(SchoolId school);

    /// <summary>Every school of this installation.</summary>
    Task<IReadOnlyList<SchoolInfo>> SchoolsAsync(CancellationToken cancellationToken);
}
