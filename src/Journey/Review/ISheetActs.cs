using MediaGuard.Media;
using MediaGuard.Records.Scenes;

namespace MediaGuard.Journey.Review;

/// <summary>Photos attested together, and the second look at some of them. Each act is one transaction.</summary>
public interface ISheetActs
{
    /// <summary>Writes what a contact sheet says of its photos, draws those that are looked at again, and decides all of them.</summary>
    /// <returns>How many were drawn: until they were looked at again, none that this sheet clears is released.</returns>
    Task<int> SayAsync(SchoolId school, UserId by, NewBatch batch, IReadOnlyCollection<NewAttestation> said, CancellationToken cancellationToken);

    /// <summary>Writes a second look's answer; when it ends the batch, all of its photos are decided again.</summary>
    Task<LookResult> LookAgainAsync(SchoolId school, UserId by, LookAnswer answer, CancellationToken cancellationToken);
}
