using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>The classes a person who signs in may see and upload for.</summary>
internal sealed class TeachesRow
{
    public SchoolId SchoolId { get; set; }
    public UserId UserId { get; set; }
    public GroupId GroupId { get; set; }
}
