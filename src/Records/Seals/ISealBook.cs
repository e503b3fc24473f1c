using MediaGuard.Media;

namespace MediaGuard.Records.Seals;

/// <summary>What is under seal.</summary>
public interface ISealBook
{
    /// <summary>Everything under seal, the oldest first.</summary>
    Task<IReadOnlyList<SealLine>> ListAsync(SchoolId school, CancellationToken cancellationToken);

    /// <summary>Pictures that go under seal as soon as no step is at work on them.</summary>
    Task<IReadOnlyList<PendingSeal>> PendingAsync(SchoolId school, CancellationToken cancellationToken);

    Task<bool> IsSealedAsync(SchoolId school, MediaId media, CancellationToken cancellationToken);
}
