using MediaGuard.Media;

namespace MediaGuard.Records.Policies;

/// <summary>The school's rules per channel and purpose and for all of them, version after version. Whoever calls has checked that this person is the lead.</summary>
public interface IPolicyBook
{
    Task<PolicyState> ReadAsync(SchoolId school, CancellationToken cancellationToken);

    /// <summary>What edits would change; writes nothing.</summary>
    Task<PolicyPreview> PreviewAsync(SchoolId school, IReadOnlyCollection<PolicyEdit> edits, CancellationToken cancellationToken);

    /// <summary>Makes the next version under the head lock; every photo with a verdict is decided again, copies whose period is over are ordered back.</summary>
    /// <param name="from">The version the change was shown against; when another holds by now nothing is changed.</param>
    Task<PolicyOutcome> ApplyAsync(SchoolId school, long from, IReadOnlyCollection<PolicyEdit> edits, UserId? by, CancellationToken cancellationToken);
}
