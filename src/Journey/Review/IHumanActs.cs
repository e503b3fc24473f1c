using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Seals;
using MediaGuard.Records.Views;

namespace MediaGuard.Journey.Review;

/// <summary>What signed-in people do to pictures. Each act is one transaction: said, decided again, queued or recalled, audited.</summary>
public interface IHumanActs
{
    /// <summary>Writes what was said and decides every picture concerned again. Where somebody is to be blurred or cropped out, the channel is held from that moment on, and the rendition made at once.</summary>
    Task SayAsync(SchoolId school, UserId by, IReadOnlyCollection<NewAttestation> said, CancellationToken cancellationToken);

    /// <summary>
    /// Says the same of a picture and of others that look like it, as far as it means the same there (<see cref="SaidTogether"/>). One transaction for all; each picture has words of its own and is decided alone.
    /// </summary>
    /// <param name="also">The others; the person has looked at each.</param>
    /// <returns>Those of the others of which not all of it was said.</returns>
    Task<IReadOnlyList<MediaId>> SayTogetherAsync(
        SchoolId school, UserId by, MediaId media, IReadOnlyCollection<NewAttestation> said, IReadOnlyCollection<MediaId> also, CancellationToken cancellationToken);

    /// <summary>Takes back what was said, and decides again; a copy outside that lost its ground is recalled.</summary>
    Task TakeBackAsync(SchoolId school, UserId by, MediaId media, AttestationKind kind, PersonId? person, FaceId? face, ChannelId? channel, CancellationToken cancellationToken);

    /// <summary>Takes back what somebody said last, of whichever pictures it was, and decides those again.</summary>
    /// <returns>The pictures, the oldest first; none when there is nothing to take back, or it was said on a contact sheet.</returns>
    Task<IReadOnlyList<MediaId>> UndoAsync(SchoolId school, UserId by, CancellationToken cancellationToken);

    /// <summary>Puts a picture into another class and decides it again; nobody has said yet who is in it from outside that class.</summary>
    Task MoveAsync(SchoolId school, UserId by, MediaId media, GroupId group, CancellationToken cancellationToken);

    /// <summary>
    /// The office looked at a picture, and at others that look like it, and discharges their doubts for a channel, in one transaction. Does nothing about missing consent or missing knowledge. Of each other one only doubts
    /// are discharged that the first has too, and none of a batch that was answered differently: what it has of its own is looked at on its own page. One that is not held for the channel, or leaves for it blurred or
    /// cropped, is not approved.
    /// </summary>
    /// <param name="also">The others; the person has looked at each, which is noted as a look.</param>
    /// <param name="shown">The doubts of the first that the person was shown, each by its <see cref="ReasonView.Key"/>. Others stand.</param>
    /// <returns>The codes that still stand, of each that was approved. Where somebody refused the first, none was.</returns>
    Task<IReadOnlyDictionary<MediaId, IReadOnlyList<ReasonCode>>> ApproveTogetherAsync(
        SchoolId school, UserId by, MediaId media, IReadOnlyCollection<MediaId> also, ChannelId channel, IReadOnlyCollection<string> shown, CancellationToken cancellationToken);

    /// <summary>
    /// Sends a picture to the safeguarding lead under seal: from then on nobody is shown it, says anything of it, copies or deletes it. While it is being
    /// taken in, or a step is just removing something of it, the lead is told at once and it leaves no more; the seal is waited for a moment, and follows by itself otherwise.
    /// </summary>
    /// <param name="why">In the person's words; for the lead only. Committed before anything is waited for.</param>
    /// <returns>Sealed; Standing when it was already; Noted when the seal is still to come; NotThere when nothing is left of it, and the lead is told all the same.</returns>
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
