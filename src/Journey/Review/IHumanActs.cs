using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Seals;

namespace MediaGuard.Journey.Review;

/// <summary>What signed-in people do to pictures. Each act is one transaction: said, decided again, queued or recalled, audited.</summary>
public interface IHumanActs
{
    /// <summary>Writes what was said and decides every picture concerned again. Where somebody is to be blurred or cropped out, the channel is held from that moment on, and the rendition made at once.</summary>
    Task SayAsync(SchoolId school, UserId by, IReadOnlyCollection<NewAttestation> said, CancellationToken cancellationToken);

    /// <summary>Takes back what was said, and decides again; a copy outside that lost its ground is recalled.</summary>
    Task TakeBackAsync(SchoolId school, UserId by, MediaId media, AttestationKind kind, PersonId? person, FaceId? face, ChannelId? channel, CancellationToken cancellationToken);

    /// <summary>Takes back what somebody said last, of whichever picture it was, and decides that picture again.</summary>
    /// <returns>The picture; null when there is nothing to take back, or it was said of several pictures at once.</returns>
    Task<MediaId?> UndoAsync(SchoolId school, UserId by, CancellationToken cancellationToken);

    /// <summary>Puts a picture into another class and decides it again; nobody has said yet who is in it from outside that class.</summary>
    Task MoveAsync(SchoolId school, UserId by, MediaId media, GroupId group, CancellationToken cancellationToken);

    /// <summary>
    /// The office looked at this one picture and discharges its doubts for a channel. Does nothing about missing consent or missing knowledge:
    /// the codes that still stand are returned.
    /// </summary>
    Task<IReadOnlyList<ReasonCode>> ApproveAsync(SchoolId school, UserId by, MediaId media, ChannelId channel, CancellationToken cancellationToken);

    /// <summary>
    /// Sends a picture to the safeguarding lead under seal: from then on nobody is shown it, says anything of it, copies or deletes it. Waits for a step that is just
    /// removing something of it.
    /// </summary>
    /// <param name="why">In the person's words; for the lead only.</param>
    Task<SealOutcome> SealAsync(SchoolId school, UserId by, MediaId media, string why, bool isIllegal, CancellationToken cancellationToken);

    /// <summary>Releases a picture from its seal: it returns to where it stood and is decided anew. What was taken back goes out again only after somebody spoke of it anew.</summary>
    /// <returns>False when it is not under seal.</returns>
    Task<bool> UnsealAsync(SchoolId school, UserId by, MediaId media, string why, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes a picture for good: its keys are destroyed, copies outside are taken back, and a tombstone knows the same bytes again. Should destroying be cut
    /// short, the sweep goes on with it.
    /// </summary>
    /// <returns>False when there is nothing to delete: not taken in yet, sealed, or gone already.</returns>
    Task<bool> DeleteAsync(SchoolId school, UserId by, MediaId media, CancellationToken cancellationToken);
}
