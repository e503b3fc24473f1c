using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Scenes;

namespace MediaGuard.Journey.Review;

/// <summary>What signed-in people do to pictures. Each act is one transaction: said, decided again, queued or recalled, audited.</summary>
public interface IHumanActs
{
    /// <summary>Writes what was said and decides every picture concerned again.</summary>
    Task SayAsync(SchoolId school, UserId by, IReadOnlyCollection<NewAttestation> said, CancellationToken cancellationToken);

    /// <summary>Takes back what was said, and decides again; a copy outside that lost its ground is recalled.</summary>
    Task TakeBackAsync(SchoolId school, UserId by, MediaId media, AttestationKind kind, PersonId? person, FaceId? face, ChannelId? channel, CancellationToken cancellationToken);

    /// <summary>
    /// The office looked at this one picture and discharges its doubts for a channel. Does nothing about missing consent or missing knowledge:
    /// the codes that still stand are returned.
    /// </summary>
    Task<IReadOnlyList<ReasonCode>> ApproveAsync(SchoolId school, UserId by, MediaId media, ChannelId channel, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes a picture for good: its keys are destroyed, copies outside are taken back, and a tombstone knows the same bytes again. Should destroying be cut
    /// short, the sweep goes on with it.
    /// </summary>
    /// <returns>False when there is nothing to delete: not taken in yet, sealed, or gone already.</returns>
    Task<bool> DeleteAsync(SchoolId school, UserId by, MediaId media, CancellationToken cancellationToken);
}
