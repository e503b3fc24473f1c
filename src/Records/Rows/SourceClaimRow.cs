using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>Says which item a file in the share belongs to, so two processes that see it make one item of it.</summary>
internal sealed class SourceClaimRow
{
    public SchoolId SchoolId { get; set; }

    /// <summary>SHA-256 of the relative path's UTF-8 bytes.</summary>
    public byte[] PathHash { get; set; } = [];
    public MediaId MediaId { get; set; }
    public long Length { get; set; }
    public Instant ModifiedAt { get; set; }
}
