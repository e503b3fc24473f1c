using MediaGuard.Media;

namespace MediaGuard.Journey.Uploads;

/// <summary>Photos sent by a signed-in person from a browser into a class of their own. What came whole lies in the share, and its journey begins there like any other's.</summary>
public interface IUploadDesk
{
    UploadLimits Limits { get; }

    /// <summary>Begins one, or refuses it with a reason; one of the same file that is not done yet is gone on with. Null when it is no class of this person.</summary>
    Task<UploadStanding?> BeginAsync(SchoolId school, UserId by, GroupId group, NewUpload file, CancellationToken cancellationToken);

    /// <summary>An upload of this person; null when there is none, or it expired.</summary>
    Task<UploadStanding?> FindAsync(SchoolId school, UserId by, UploadId id, CancellationToken cancellationToken);

    /// <summary>The upload of a file with this digest that this person began or ended lately; null when there is none.</summary>
    Task<UploadStanding?> FindAsync(SchoolId school, UserId by, GroupId group, string sha256, CancellationToken cancellationToken);

    /// <summary>Takes the next piece. What arrived before a cut stays.</summary>
    Task<UploadStanding?> AppendAsync(SchoolId school, UserId by, UploadId id, long offset, Stream piece, CancellationToken cancellationToken);

    /// <summary>Takes a whole file of whatever length at once. Null when it is no class of this person.</summary>
    Task<UploadRefusal?> TakeAsync(SchoolId school, UserId by, GroupId group, string name, Stream file, CancellationToken cancellationToken);

    /// <summary>Forgets an upload that is not done.</summary>
    /// <returns>False when there is none.</returns>
    bool Drop(SchoolId school, UserId by, UploadId id);

    /// <summary>Puts into the share what waited for it, and removes what expired.</summary>
    Task TendAsync(CancellationToken cancellationToken);
}
